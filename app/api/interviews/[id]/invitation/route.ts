import { z } from "zod";
import { getSignedIn } from "@/lib/auth/guards";
import { NotFoundError } from "@/lib/errors";
import { requireOwnInvitation } from "@/lib/hiring/interviews/queries-invitation";
import { fileResponse } from "@/lib/server/file-response";

export const dynamic = "force-dynamic";

/** An interview for the calendar of a member of its panel; the method stands in the file and in its type. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/interviews/[id]/invitation">,
): Promise<Response> {
  const { id } = await params;
  const ctx = await getSignedIn();
  if (!ctx) return new Response(null, { status: 401 });
  if (!z.uuid().safeParse(id).success) return new Response(null, { status: 404 });
  try {
    const { text, method } = await requireOwnInvitation(ctx, id);
    const type = `text/calendar; charset=utf-8; method=${method}`;
    return fileResponse({ name: "invite.ics", type, bytes: new TextEncoder().encode(text) });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
