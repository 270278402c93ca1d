import { addDays, type Day, type DayRange, day, weekdayOf } from "@/lib/time/day";
import { addMonths, daysOfMonth, type Month, monthOf } from "@/lib/time/month";

/** How much of the calendar is shown at once: six weeks, a month or a year. */
export const WALLCHART_SPANS = ["six", "month", "year"] as const;
export type WallchartSpan = (typeof WALLCHART_SPANS)[number];

const SIX_WEEKS = 42;

/** What an address or a request may ask: a day and how much from there, or, as older addresses do, a month or a year. */
export type AskedSpan = {
  from?: Day | undefined;
  span?: WallchartSpan | undefined;
  month?: Month | undefined;
  year?: number | undefined;
};

/** The days that are asked for: whole weeks, a whole month or a whole year; the six weeks from this week on when nothing is named. */
export function daysAsked(asked: AskedSpan, today: Day): DayRange & { span: WallchartSpan } {
  const { span, on } = spanAsked(asked, today);
  if (span === "month") return { span, ...daysOfMonth(monthOf(on)) };
  if (span === "year")
    return { span, from: day(`${on.slice(0, 4)}-01-01`), to: day(`${on.slice(0, 4)}-12-31`) };
  const monday = addDays(on, 1 - weekdayOf(on));
  return { span, from: monday, to: addDays(monday, SIX_WEEKS - 1) };
}

function spanAsked({ from, span, month, year }: AskedSpan, today: Day): { span: WallchartSpan; on: Day } {
  if (from !== undefined || span !== undefined) return { span: span ?? "six", on: from ?? today };
  if (year !== undefined) return { span: "year", on: day(`${year}-01-01`) };
  if (month !== undefined) return { span: "month", on: day(`${month}-01`) };
  return { span: "six", on: today };
}

/** The first day of the stretch before (-1) or after (1) one that begins on a day. */
export function steppedFrom(span: WallchartSpan, from: Day, by: -1 | 1): Day {
  if (span === "six") return addDays(from, by * SIX_WEEKS);
  return `${addMonths(monthOf(from), by * (span === "year" ? 12 : 1))}-01` as Day;
}
