import type { AwaySpan } from "@/lib/absences/wallchart/rules";
import type { WallchartPool, WallchartView } from "@/lib/absences/wallchart/schema";
import { addDays, type Day, day, daysBetween } from "@/lib/time/day";

/** A place on the time line, in percent of its width. */
export type Place = { left: number; width: number };

/** The minutes between which hours are drawn inside a day. */
const DAY_STARTS = 7 * 60;
const DAY_ENDS = 19 * 60;

/** Where a stretch of half-days lies; hours lie inside their day. */
export function placeOf(
  first: number,
  last: number,
  hours: { start: number; end: number } | null,
  dayCount: number,
): Place {
  const halves = dayCount * 2;
  if (hours) {
    const at = (minute: number) =>
      Math.min(1, Math.max(0, (minute - DAY_STARTS) / (DAY_ENDS - DAY_STARTS))) * 2;
    const start = Math.floor(first / 2) * 2;
    const width = Math.max(0.25, at(hours.end) - at(hours.start));
    return { left: (100 * (start + at(hours.start))) / halves, width: (100 * width) / halves };
  }
  const from = Math.max(0, first);
  const to = Math.min(halves - 1, last);
  return { left: (100 * from) / halves, width: (100 * (to - from + 1)) / halves };
}

/** The hours of a span, or null where it is whole half-days. */
export function hoursOfSpan([, , , , start, end]: AwaySpan): { start: number; end: number } | null {
  return start === null || end === null ? null : { start, end };
}

/** Where today is drawn, in percent; null when it is not among the days shown. */
export function todayAt(pool: WallchartPool, from: Day, to: Day): number | null {
  const today = day(pool.today);
  if (today < from || today > to) return null;
  return (100 * (daysBetween(from, today) + 0.5)) / (daysBetween(from, to) + 1);
}

/** A row of the grid: a heading, or a person. */
export type ChartRow =
  | { kind: "group"; key: string; label: string; count: number }
  | { kind: "person"; key: string; person: number };

/** The rows of a view from top to bottom; a person under several headings has a row under each. */
export function chartRows(view: WallchartView, isGrouped: boolean): ChartRow[] {
  return view.groups.flatMap((group, g): ChartRow[] => [
    ...(isGrouped
      ? [{ kind: "group" as const, key: `group ${g}`, label: group.label, count: group.people.length }]
      : []),
    ...group.people.map((person) => ({ kind: "person" as const, key: `${g} ${person}`, person })),
  ]);
}

/** The day some places along the time line. */
export function dayAt(view: { from: string }, offset: number): Day {
  return addDays(day(view.from), offset);
}
