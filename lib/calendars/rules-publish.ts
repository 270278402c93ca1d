import type { Day } from "@/lib/time/day";
import { dayAfter, type EventContent, type FeedEvent } from "./rules-event";

/** An event as a feed has told it last; `content` is what it said, as text. */
export type Published = {
  uid: string;
  content: string;
  sequence: number;
  changedAt: Date;
  cancelledAt: Date | null;
};

/** What a feed says now, what of it is news to be kept, and what is so long over that it can be forgotten. */
export type Publication = { events: Published[]; changed: Published[]; forgotten: string[] };

/** How long a calendar is told that an event is cancelled. */
const CANCELLED_FOR_MS = 90 * 86_400_000;

/**
 * Compares what a feed has said with what is so: new events begin at sequence 0, a change raises it by one, what is
 * no more is cancelled for 90 days, and what lies before the window is forgotten without a word.
 */
export function publish(
  known: readonly Published[],
  current: readonly FeedEvent[],
  now: Date,
  windowFrom: Day,
): Publication {
  const byUid = new Map(known.map((event) => [event.uid, event]));
  const events: Published[] = [];
  const changed: Published[] = [];
  for (const { uid, content } of current) {
    const before = byUid.get(uid);
    byUid.delete(uid);
    const text = JSON.stringify(content);
    if (before && before.content === text && before.cancelledAt === null) events.push(before);
    else {
      const sequence = before ? before.sequence + 1 : 0;
      const event = { uid, content: text, sequence, changedAt: now, cancelledAt: null };
      events.push(event);
      changed.push(event);
    }
  }
  const forgotten: string[] = [];
  for (const before of byUid.values()) {
    const cancelled = before.cancelledAt ? before : cancel(before, now);
    const isOver = dayAfter(contentOf(before).when) <= windowFrom;
    if (isOver || now.getTime() - (cancelled.cancelledAt?.getTime() ?? 0) > CANCELLED_FOR_MS) {
      forgotten.push(before.uid);
      continue;
    }
    events.push(cancelled);
    if (cancelled !== before) changed.push(cancelled);
  }
  return { events, changed, forgotten };
}

function cancel(event: Published, now: Date): Published {
  return { ...event, sequence: event.sequence + 1, changedAt: now, cancelledAt: now };
}

/** What a published event says. */
export function contentOf(event: Published): EventContent {
  return JSON.parse(event.content) as EventContent;
}
