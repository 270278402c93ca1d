import { asAnyone } from "@/lib/auth/guards";
import { readFeed } from "@/lib/calendars/queries-feeds";
import { isBusy, NotFoundError } from "@/lib/errors";
import { logFailure } from "@/lib/log";
import { requestIdOf } from "@/lib/server/request-id";

export const dynamic = "force-dynamic";

const TOKEN = /^([\w-]{43})(\.ics)?$/;
const CACHE = { "Cache-Control": "private, max-age=900, must-revalidate" };

/** A calendar for whoever has its secret address; the address itself is never written down here. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/feeds/[token]">,
): Promise<Response> {
  const token = TOKEN.exec((await params).token)?.[1];
  if (!token) return new Response(null, { status: 404 });
  try {
    const answer = await readFeed(asAnyone(), token);
    if (!answer.ok) return new Response(null, { status: 429, headers: { "Retry-After": "3600" } });
    const { ics, etag } = answer.value;
    const headers = { ...CACHE, ETag: etag };
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    return new Response(ics, {
      headers: {
        ...headers,
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": 'inline; filename="standby.ics"',
      },
    });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    logFailure(error, { reference: requestIdOf(request), where: "calendar feed" });
    if (isBusy(error)) return new Response(null, { status: 503, headers: { "Retry-After": "300" } });
    return new Response(null, { status: 500 });
  }
}

function isKnown(request: Request, etag: string): boolean {
  const tags = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
