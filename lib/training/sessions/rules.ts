import { defineMoves } from "@/lib/moves/rules";
import { ok, type Result, refuse } from "@/lib/result";
import type { Day } from "@/lib/time/day";
import type { Hours } from "@/lib/time/hours";
import { doOverlap, type Stretch, stretchOfHours } from "@/lib/time/stretch";
import { instantIn } from "@/lib/time/zone";

export const SESSION_STATUSES = ["open", "over", "cancelled"] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** A session is held or called off, once. */
export const SESSION_MOVES = defineMoves("training_sessions", SESSION_STATUSES, {
  finish: { from: ["open"], to: "over" },
  cancel: { from: ["open"], to: "cancelled" },
});

/** Some hours of one day on the clock of the session's pool. */
export type SessionDate = Hours & { on: Day };

/** The stretch that a date takes of a participant's day. */
export function stretchOfDate({ on, startMinute, endMinute }: SessionDate): Stretch {
  return stretchOfHours(on, { startMinute, endMinute });
}

/** Dates in order; refuses an end before the start, and two that overlap. */
export function datesInOrder<D extends SessionDate>(
  dates: readonly D[],
  today: Day,
): Result<D[], "ends_before_start" | "dates_overlap" | "due_before_today"> {
  const past = dates.findIndex(({ on }) => on < today);
  if (past >= 0) return refuse("due_before_today", { path: `dates.${past}.on` });
  const wrong = dates.findIndex(({ startMinute, endMinute }) => endMinute <= startMinute);
  if (wrong >= 0) return refuse("ends_before_start", { path: `dates.${wrong}.endMinute` });
  const inOrder = [...dates].sort((a, b) =>
    a.on === b.on ? a.startMinute - b.startMinute : a.on < b.on ? -1 : 1,
  );
  const overlaps = inOrder.some((date, i) => {
    const next = inOrder[i + 1];
    return next !== undefined && doOverlap(stretchOfDate(date), stretchOfDate(next));
  });
  return overlaps ? refuse("dates_overlap", { path: "dates" }) : ok(inOrder);
}

/** When the first of some dates begins, or null where there are none yet. */
export function beginsAt(dates: readonly SessionDate[], timeZone: string): Date | null {
  const instants = dates.map(({ on, startMinute }) => instantIn(timeZone, on, startMinute).getTime());
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}

/** True once the first date has begun: from then on nobody gets a seat or gives one back. */
export function hasBegun(dates: readonly SessionDate[], timeZone: string, now: Date): boolean {
  const start = beginsAt(dates, timeZone);
  return start !== null && start <= now;
}
