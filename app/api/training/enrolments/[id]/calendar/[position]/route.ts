import { z } from "zod";
import { getSignedIn } from "@/lib/auth/guards";
import { asAssistant } from "@/lib/auth/person";
import { NotFoundError } from "@/lib/errors";
import { fileResponse } from "@/lib/server/file-response";
import { listOwnEntries } from "@/lib/training/invitations/queries";

export const dynamic = "force-dynamic";

const Asked = z.object({ id: z.uuid(), position: z.coerce.number().int().min(1).max(30) });

/** A date of one's own seat for one's calendar, as it is mailed. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/training/enrolments/[id]/calendar/[position]">,
): Promise<Response> {
  const ctx = await getSignedIn();
  if (!ctx) return new Response(null, { status: 401 });
  const actor = asAssistant(ctx.actor);
  const asked = Asked.safeParse(await params);
  if (!actor || !asked.success) return new Response(null, { status: 404 });
  try {
    const entry = (await listOwnEntries({ ...ctx, actor }, asked.data.id))[asked.data.position - 1];
    if (!entry) return new Response(null, { status: 404 });
    const type = `text/calendar; charset=utf-8; method=${entry.method}`;
    return fileResponse({ name: "invite.ics", type, bytes: new TextEncoder().encode(entry.ics) });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
