import type { LeavePreview } from "@/lib/coverage/what-if/queries-leave-preview";
import { type Day, type DayRange, isDay, weekdayOf } from "@/lib/time/day";
import { type IsoWeek, isoWeekOf } from "@/lib/time/iso-week";

export type PreviewDay = LeavePreview["days"][number];

/** A week of a month: its days by weekday, and the working days a week of leave would take. */
export type PreviewWeek = { week: IsoWeek; days: Map<number, PreviewDay>; leave: DayRange | null };
export type PreviewMonth = { month: string; first: Day; weeks: PreviewWeek[]; hasWeekends: boolean };

const FRIDAY = 5;

/** "2026-08" of a day. */
export function monthOf(on: Day): string {
  return on.slice(0, 7);
}

/** The days by month and week; weekends only count where somebody works on them. */
export function monthsOf(days: readonly PreviewDay[]): PreviewMonth[] {
  const months = new Map<string, PreviewDay[]>();
  for (const day of days) months.set(monthOf(day.on), [...(months.get(monthOf(day.on)) ?? []), day]);
  return [...months].map(([month, own]) => ({
    month,
    first: `${month}-01` as Day,
    weeks: weeksOf(own, days),
    hasWeekends: own.some((day) => weekdayOf(day.on) > FRIDAY && day.state === "work"),
  }));
}

function weeksOf(own: readonly PreviewDay[], days: readonly PreviewDay[]): PreviewWeek[] {
  const weeks = new Map<IsoWeek, Map<number, PreviewDay>>();
  for (const day of own) {
    const week = weeks.get(isoWeekOf(day.on)) ?? new Map<number, PreviewDay>();
    weeks.set(isoWeekOf(day.on), week.set(weekdayOf(day.on), day));
  }
  return [...weeks].map(([week, ofMonth]) => ({ week, days: ofMonth, leave: leaveIn(week, days) }));
}

function leaveIn(week: IsoWeek, days: readonly PreviewDay[]): DayRange | null {
  const working = days.filter((day) => isoWeekOf(day.on) === week && day.state === "work");
  const [first, last] = [working[0], working.at(-1)];
  return first && last ? { from: first.on, to: last.on } : null;
}

/** The days an address asks for; null for nonsense. */
export function chosenDays(params: Record<string, string | string[] | undefined>): DayRange | null {
  const [from, to] = [String(params.from ?? ""), String(params.to ?? "")];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}
