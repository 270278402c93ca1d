import type { Stretch } from "@/lib/absences/requests/rules-stretch";
import { type DatedHours, weekOn } from "@/lib/assistants/rules";
import { addDays, type Day, daysBetween, daysFrom, earlierDay, laterDay, weekdayOf } from "@/lib/time/day";
import {
  AFTERNOON_STARTS_AT,
  type DayPart,
  MORNING_ENDS_AT,
  minutesInPart,
  type WeekdayHours,
} from "@/lib/time/half-day";

const PARTS = ["am", "pm"] as const;
const HUNDREDTHS_OF_HALF = 50;

/** What a type of leave is counted in: hundredths of a day, or minutes. */
export type Measure = "days" | "minutes";

/** What an absence takes on one day, in the type's measure. */
export type Use = { on: Day; amount: number };

/** When a person works: their hours from day to day, the days off of their pool, and when they came and go. */
export type WorkCalendar = {
  hours: readonly DatedHours[];
  daysOff: ReadonlySet<Day> | ReadonlyMap<Day, unknown>;
  hiredOn: Day | null;
  leavesOn: Day | null;
};

/** The hours worked on a day; none on a day off, on a day one doesn't work, or outside the employment. */
export function hoursWorkedOn(calendar: WorkCalendar, on: Day): WeekdayHours | null {
  const { hours, daysOff, hiredOn, leavesOn } = calendar;
  if (daysOff.has(on) || (hiredOn && on < hiredOn) || (leavesOn && on > leavesOn)) return null;
  const weekday = weekdayOf(on);
  return weekOn(hours, on).find((one) => one.weekday === weekday) ?? null;
}

/** What a stretch takes, day by day: only worked half-days count, and hours as their share of that day's hours. */
export function usesOf(stretch: Stretch, calendar: WorkCalendar, measure: Measure): Use[] {
  return daysFrom(stretch.from, stretch.to).flatMap((on) => {
    const worked = hoursWorkedOn(calendar, on);
    const amount = worked ? amountOn(stretch, on, worked, measure) : 0;
    return amount > 0 ? [{ on, amount }] : [];
  });
}

function amountOn(stretch: Stretch, on: Day, worked: WeekdayHours, measure: Measure): number {
  const away = PARTS.filter((part) => isAwayIn(stretch, on, part));
  const sum = (parts: readonly DayPart[], of: (part: DayPart) => number) =>
    parts.reduce((total, part) => total + of(part), 0);
  const inDay = (part: DayPart) => (minutesInPart(worked, part) > 0 ? HUNDREDTHS_OF_HALF : 0);
  if (stretch.startMinute === null || stretch.endMinute === null)
    return measure === "days" ? sum(away, inDay) : sum(away, (part) => minutesInPart(worked, part));
  const cut = {
    startsAtMinute: Math.max(stretch.startMinute, worked.startsAtMinute),
    endsAtMinute: Math.min(stretch.endMinute, worked.endsAtMinute),
  };
  const minutes = sum(PARTS, (part) => minutesBetween(cut, part));
  if (measure === "minutes") return minutes;
  const whole = sum(PARTS, (part) => minutesInPart(worked, part));
  return whole === 0 ? 0 : Math.round((minutes / whole) * sum(PARTS, inDay));
}

function minutesBetween(
  { startsAtMinute, endsAtMinute }: Omit<WeekdayHours, "weekday">,
  part: DayPart,
): number {
  return part === "am"
    ? Math.max(0, Math.min(endsAtMinute, MORNING_ENDS_AT) - startsAtMinute)
    : Math.max(0, endsAtMinute - Math.max(startsAtMinute, AFTERNOON_STARTS_AT));
}

function isAwayIn(stretch: Stretch, on: Day, part: DayPart): boolean {
  if (on === stretch.from && stretch.fromPart === "pm" && part === "am") return false;
  return !(on === stretch.to && stretch.toPart === "am" && part === "pm");
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
export function shareOfYear(calendar: Omit<WorkCalendar, "daysOff">, from: Day, to: Day): number {
  const year = from.slice(0, 4);
  const start = calendar.hiredOn ? laterDay(from, calendar.hiredOn) : from;
  const end = calendar.leavesOn ? earlierDay(to, calendar.leavesOn) : to;
  const changes = calendar.hours.flatMap((h) => [h.validFrom, ...(h.validTo ? [addDays(h.validTo, 1)] : [])]);
  const starts = [...new Set([start, ...changes])].filter((on) => on >= start && on <= end).sort();
  const worked = starts.reduce((sum, on, i) => {
    const next = starts[i + 1] ?? addDays(end, 1);
    const share = Math.min(1, halvesOfWeek(weekOn(calendar.hours, on)) / HALVES_OF_FULL_WEEK);
    return sum + share * daysBetween(on, next);
  }, 0);
  return worked / (daysBetween(`${year}-01-01` as Day, `${year}-12-31` as Day) + 1);
}

function halvesOfWeek(week: readonly WeekdayHours[]): number {
  return week.reduce((sum, hours) => sum + PARTS.filter((part) => minutesInPart(hours, part) > 0).length, 0);
}
