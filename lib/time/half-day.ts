import { addDays, type Day, daysBetween, daysFrom, day as parseDay } from "./day";

/** Half of a working day: before noon or after. */
export type DayPart = "am" | "pm";

export const DAY_PARTS = ["am", "pm"] as const satisfies readonly DayPart[];

/** One half of one day. */
export type HalfDay = { on: Day; part: DayPart };

/** A stretch of half-days, first and last included. */
export type HalfDayRange = { from: Day; fromPart: DayPart; to: Day; toPart: DayPart };

/** Half-day indexes, both included: a stretch on the grid that the board and the planner count on. */
export type HalfDaySpan = { first: number; last: number };

const EPOCH = parseDay("2000-01-01");

/** Half-days since the morning of 1 January 2000. */
export function halfDayIndex(on: Day, part: DayPart): number {
  return daysBetween(EPOCH, on) * 2 + (part === "pm" ? 1 : 0);
}

/** The half-day an index stands for. */
export function halfDayAt(index: number): HalfDay {
  return { on: addDays(EPOCH, Math.floor(index / 2)), part: index % 2 === 0 ? "am" : "pm" };
}

/** First and last index of a range. */
export function rangeIndexes(range: HalfDayRange): HalfDaySpan {
  return { first: halfDayIndex(range.from, range.fromPart), last: halfDayIndex(range.to, range.toPart) };
}

/** The range between two indexes, both included. */
export function rangeOfIndexes(first: number, last: number): HalfDayRange {
  const start = halfDayAt(first);
  const end = halfDayAt(last);
  return { from: start.on, fromPart: start.part, to: end.on, toPart: end.part };
}

/** True when two spans have a half-day in common. */
export function doSpansOverlap(a: HalfDaySpan, b: HalfDaySpan): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** False when the range ends before it starts. */
export function isForward(range: HalfDayRange): boolean {
  const { first, last } = rangeIndexes(range);
  return first <= last;
}

/** Both halves of each day from one to another. */
export function halfDaysFrom(from: Day, to: Day): HalfDay[] {
  return daysFrom(from, to).flatMap((on) => [
    { on, part: "am" as const },
    { on, part: "pm" as const },
  ]);
}

/** Hours on one weekday, in minutes after midnight. */
export type WeekdayHours = {
  weekday: number;
  startsAtMinute: number;
  endsAtMinute: number;
  /** Where it is not on site. */
  place?: "remote";
};

/** Noon ends the morning; the afternoon begins after an hour's lunch. */
export const MORNING_ENDS_AT = 12 * 60;
export const AFTERNOON_STARTS_AT = 13 * 60;
