import { z } from "zod";
import { getWatching } from "@/lib/auth/guards";
import { NotFoundError } from "@/lib/errors";
import { streamText } from "@/lib/live/rules-stream";
import { PresenceInput } from "@/lib/live/schema";
import { announcePresence, type Sink } from "@/lib/live/service";
import { liveHere } from "@/lib/live/service-here";

export const dynamic = "force-dynamic";

/** A reader who has so many bytes before them does not keep up. */
const MOST_WAITING_BYTES = 256 * 1024;
const COME_BACK_AFTER_MS = 2_000;
const NOT_KEPT = "private, no-store, no-transform";

const EventsInput = z.object({
  as: z.uuid(),
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .nullable()
    .catch(null),
});

/**
 * What is done by others, for the pages that a signed-in person has open. A browser's stream (`Accept: text/event-stream`) tells
 * it as server-sent events, each with the number in the audit log up to which all has been told; `Last-Event-ID` or `after` says
 * where it goes on. Whoever asks otherwise gets the same as a list. `as` is whom the page is for: to another's session, an ended
 * one and none it is 204, by which a browser comes back no more. Neither keeps a session alive, and a stream ends with its session.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const asked = EventsInput.safeParse({
    as: searchParams.get("as"),
    after: request.headers.get("last-event-id") ?? searchParams.get("after"),
  });
  const watching = await getWatching();
  if (!asked.success || watching?.ctx.actor.userId !== asked.data.as)
    return new Response(null, { status: 204 });
  const live = liveHere();
  if (!live) return busy();
  const { actor: person } = watching.ctx;
  if (request.headers.get("accept") !== "text/event-stream") {
    const messages = await live.ask(person, asked.data.after);
    return Response.json(messages, { headers: { "Cache-Control": NOT_KEPT } });
  }
  const body = streamOf((sink) => live.open({ person, session: watching.session, sink }, asked.data.after));
  return body ? streamed(body) : busy();
}

function busy(): Response {
  return new Response(null, { status: 503, headers: { "Retry-After": "5" } });
}

function streamed(body: ReadableStream): Response {
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": NOT_KEPT,
      "X-Accel-Buffering": "no",
    },
  });
}

/** The bytes of a stream that is open; null where it could not be opened. */
function streamOf(open: (sink: Sink) => (() => void) | null): ReadableStream<Uint8Array> | null {
  const encoder = new TextEncoder();
  let forget: (() => void) | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => controller.enqueue(encoder.encode(text));
        write(`retry: ${COME_BACK_AFTER_MS}\n\n`);
        forget = open({
          send: (message) => {
            write(streamText(message));
            return (controller.desiredSize ?? 0) > 0;
          },
          close: () => controller.close(),
        });
      },
      cancel: () => forget?.(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING_BYTES }),
  );
  return forget && body;
}

/** Says where a manager's tab is: on which week of which pool's board, with whose row open; or that it leaves. */
export async function POST(request: Request): Promise<Response> {
  const watching = await getWatching();
  // A page that is left with its session says so too: there is nobody any more to tell of.
  if (!watching) return new Response(null, { status: 204 });
  const input = PresenceInput.safeParse(await request.json().catch(() => null));
  if (!input.success) return new Response(null, { status: 400 });
  try {
    await announcePresence(watching.ctx, input.data);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof NotFoundError) return new Response(null, { status: 404 });
    throw error;
  }
}
