import { redirect } from "next/navigation";
import { asAnyone } from "@/lib/auth/guards";
import { unsubscribe } from "@/lib/notices/service-unsubscribe";

export const dynamic = "force-dynamic";

type Context = RouteContext<"/api/mail/unsubscribe/[token]">;

/** What a mail program does by itself when its person says so (RFC 8058). Done again it answers the same. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const isKnown = await unsubscribe(asAnyone(), (await params).token);
  return new Response(null, { status: isKnown ? 200 : 404 });
}

/** A person, or a scanner that opens what stands in mails: nothing is done but shown. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  redirect(`/unsubscribe/${encodeURIComponent((await params).token)}`);
}
