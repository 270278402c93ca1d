import { cycleOn } from "@/lib/assistants/rules";
import {
  type Employment,
  type WorkCalendar,
  workedHoursOn,
  workedMinutesOn,
  workedParts,
} from "@/lib/availability/rules";
import { addDays, type Day, daysBetween, daysFrom, earlierDay, laterDay } from "@/lib/time/day";
import { DAY_PARTS, type WeekdayHours } from "@/lib/time/half-day";
import { minutesInPart, minutesOf } from "@/lib/time/hours";
import type { Stretch } from "@/lib/time/stretch";

const HUNDREDTHS_OF_HALF = 50;

/** What a type of leave is counted in: hundredths of a day, or minutes. */
export type Measure = "days" | "minutes";

/** What an absence takes on one day, in the type's measure. */
export type Use = { on: Day; amount: number };

/** What a stretch takes, day by day: only worked half-days count, and hours as their share of that day's hours. */
export function usesOf(stretch: Stretch, calendar: WorkCalendar, measure: Measure): Use[] {
  const amountOn = measure === "minutes" ? workedMinutesOn : hundredthsOn;
  return daysFrom(stretch.from, stretch.to).flatMap((on) => {
    const amount = amountOn(calendar, stretch, on);
    return amount > 0 ? [{ on, amount }] : [];
  });
}

function hundredthsOn(calendar: WorkCalendar, stretch: Stretch, on: Day): number {
  if (stretch.startMinute === null) return workedParts(calendar, stretch, on).length * HUNDREDTHS_OF_HALF;
  const minutes = workedMinutesOn(calendar, stretch, on);
  if (minutes === 0) return 0;
  const worked = workedHoursOn(calendar, on);
  return Math.round((minutes / minutesOf(worked)) * worked.length * HUNDREDTHS_OF_HALF);
}

/** The sum of what is taken between two days, both included. */
export function usedBetween(uses: readonly Use[], from: Day, to: Day): number {
  return uses.reduce((sum, use) => (use.on >= from && use.on <= to ? sum + use.amount : sum), 0);
}

const HALVES_OF_FULL_WEEK = 10;

/**
 * The share of a full-time year that a person works between two days of it: worked half-days a week in ten, day by day,
 * so that part-time, joining, leaving and a change of hours all count.
 */
export function shareOfYear(calendar: Employment, from: Day, to: Day): number {
  const year = from.slice(0, 4);
  const start = calendar.hiredOn ? laterDay(from, calendar.hiredOn) : from;
  const end = calendar.leavesOn ? earlierDay(to, calendar.leavesOn) : to;
  const changes = calendar.hours.flatMap((h) => [h.validFrom, ...(h.validTo ? [addDays(h.validTo, 1)] : [])]);
  const starts = [...new Set([start, ...changes])].filter((on) => on >= start && on <= end).sort();
  const worked = starts.reduce((sum, on, i) => {
    const next = starts[i + 1] ?? addDays(end, 1);
    const share = Math.min(1, halvesOfCycle(cycleOn(calendar.hours, on).weeks) / HALVES_OF_FULL_WEEK);
    return sum + share * daysBetween(on, next);
  }, 0);
  return worked / (daysBetween(`${year}-01-01` as Day, `${year}-12-31` as Day) + 1);
}

function halvesOfCycle(weeks: readonly (readonly WeekdayHours[])[]): number {
  return weeks.reduce((sum, week) => sum + halvesOfWeek(week), 0) / weeks.length;
}

function halvesOfWeek(week: readonly WeekdayHours[]): number {
  return week.reduce(
    (sum, hours) => sum + DAY_PARTS.filter((part) => minutesInPart(hours, part) > 0).length,
    0,
  );
}
