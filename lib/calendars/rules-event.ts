import type { EntryTime } from "@/lib/ics/write";
import { addDays, type Day } from "@/lib/time/day";
import { AFTERNOON_STARTS_AT, type DayPart, MORNING_ENDS_AT } from "@/lib/time/half-day";
import type { Stretch } from "@/lib/time/stretch";

/** What an event says. Why somebody is away is never among it. */
export type What =
  | { kind: "away"; name: string | null; isAsked: boolean }
  | { kind: "hours" }
  /** A published shift; its roles in every language of the product. */
  | { kind: "shift"; roles: { en: string; sv: string } }
  /** A settled meeting one takes part in; without a title where its request is confidential. */
  | { kind: "meeting"; title: string | null; executive: string }
  | { kind: "cover"; executive: string; absent: string | null; isOffered: boolean }
  | { kind: "support"; status: "own" | "cover" | "gap"; name: string | null };

export type EventContent = { when: EntryTime; what: What };
export type FeedEvent = { uid: string; content: EventContent };

const DAY_STARTS_AT = 8 * 60;
const DAY_ENDS_AT = 17 * 60;

/** A stretch as an event's time: whole days stay days, halves and hours get times on the zone's clock. */
export function whenOf(stretch: Stretch, zone: string): EntryTime {
  const { from, fromPart, to, toPart, startMinute, endMinute } = stretch;
  if (startMinute !== null && endMinute !== null)
    return { kind: "times", from, fromMinute: startMinute, to, toMinute: endMinute, zone };
  if (fromPart === "am" && toPart === "pm") return { kind: "days", from, to };
  return { kind: "times", from, fromMinute: startOf(fromPart), to, toMinute: endOf(toPart), zone };
}

function startOf(part: DayPart): number {
  return part === "am" ? DAY_STARTS_AT : AFTERNOON_STARTS_AT;
}

function endOf(part: DayPart): number {
  return part === "am" ? MORNING_ENDS_AT : DAY_ENDS_AT;
}

/** The first day an event no longer touches. */
export function dayAfter(when: EntryTime): Day {
  return addDays(when.to, 1);
}
