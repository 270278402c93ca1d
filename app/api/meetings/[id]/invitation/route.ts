import { z } from "zod";
import { getSignedIn } from "@/lib/auth/guards";
import { NotFoundError } from "@/lib/errors";
import { requireInvitation } from "@/lib/meetings/invitation/queries";
import { fileResponse } from "@/lib/server/file-response";

export const dynamic = "force-dynamic";

/** The invitation to a meeting, or what tells one who is taken off that it no longer holds, to be sent or opened in a calendar; the method stands in the file and in its type. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/meetings/[id]/invitation">,
): Promise<Response> {
  const { id } = await params;
  const ctx = await getSignedIn();
  if (!ctx) return new Response(null, { status: 401 });
  const personId = new URL(request.url).searchParams.get("person") ?? undefined;
  if (!z.uuid().safeParse(id).success || !z.uuid().optional().safeParse(personId).success)
    return new Response(null, { status: 404 });
  try {
    const { text, method } = await requireInvitation(ctx, id, personId);
    const type = `text/calendar; charset=utf-8; method=${method}`;
    return fileResponse({ name: "invite.ics", type, bytes: new TextEncoder().encode(text) });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
