import { countsOn, type DatedHours } from "@/lib/assistants/rules";
import { addDays, type Day, daysFrom, weekdayOf } from "@/lib/time/day";
import { DAY_PARTS, type DayPart, type HalfDay, type WeekdayHours } from "@/lib/time/half-day";
import { type Hours, minutesOf, sharedHours, workedHours } from "@/lib/time/hours";
import { hoursOfStretchOn, type Stretch } from "@/lib/time/stretch";

/** When a person works, days off and absences aside: their hours from day to day, and when they came and go. */
export type Employment = { hours: readonly DatedHours[]; hiredOn: Day | null; leavesOn: Day | null };

/** When a person works, absences aside: their employment and the days off of their pool. */
export type WorkCalendar = Employment & { daysOff: ReadonlySet<Day> | ReadonlyMap<Day, unknown> };

/** The hours of a person's week on a day; null on a day off, a free weekday, before hiring and after leaving. */
export function weekdayHoursOn(calendar: WorkCalendar, on: Day): WeekdayHours | null {
  const { hours, daysOff, hiredOn, leavesOn } = calendar;
  if (daysOff.has(on) || (hiredOn && on < hiredOn) || (leavesOn && on > leavesOn)) return null;
  const weekday = weekdayOf(on);
  for (const one of hours) if (one.weekday === weekday && countsOn(one, on)) return one;
  return null;
}

/** The hours a person works in a half-day, lunch (12–13) left out; null when they work none. */
export function workedHoursIn(calendar: WorkCalendar, { on, part }: HalfDay): Hours | null {
  const hours = weekdayHoursOn(calendar, on);
  return hours && workedHours(hours, part);
}

/** Minutes a person works in a half-day, lunch left out. */
export function workedMinutesIn(calendar: WorkCalendar, at: HalfDay): number {
  const hours = workedHoursIn(calendar, at);
  return hours ? hours.endMinute - hours.startMinute : 0;
}

/** The hours a person works on a day, in order, lunch left out. */
export function workedHoursOn(calendar: WorkCalendar, on: Day): Hours[] {
  return DAY_PARTS.flatMap((part) => workedHoursIn(calendar, { on, part }) ?? []);
}

/** True when a person works at a minute of a day, absences aside. */
export function isWorkedMinute(calendar: WorkCalendar, on: Day, minute: number): boolean {
  return workedHoursOn(calendar, on).some((one) => one.startMinute <= minute && minute < one.endMinute);
}

/** The halves of a day that a person works, by so much as a minute, within a stretch. */
export function workedParts(calendar: WorkCalendar, stretch: Stretch, on: Day): DayPart[] {
  const within = hoursOfStretchOn(stretch, on);
  if (!within) return [];
  return DAY_PARTS.filter((part) => {
    const hours = workedHoursIn(calendar, { on, part });
    return hours !== null && sharedHours(hours, within) !== null;
  });
}

/** Minutes a person works on a day within a stretch. */
export function workedMinutesOn(calendar: WorkCalendar, stretch: Stretch, on: Day): number {
  const within = hoursOfStretchOn(stretch, on);
  return within
    ? minutesOf(workedHoursOn(calendar, on).flatMap((hours) => sharedHours(hours, within) ?? []))
    : 0;
}

/** Minutes a person works within a stretch, absences aside. */
export function workedMinutes(calendar: WorkCalendar, stretch: Stretch): number {
  return daysFrom(stretch.from, stretch.to).reduce(
    (sum, on) => sum + workedMinutesOn(calendar, stretch, on),
    0,
  );
}

/** The first half-day of some days in which a person has still to work after a minute of the first; null for none. */
export function nextWorkedHalf(
  calendar: WorkCalendar,
  { on, minute }: { on: Day; minute: number },
  days: number,
): HalfDay | null {
  const halves = daysFrom(on, addDays(on, days)).flatMap((each) =>
    DAY_PARTS.map((part) => ({ on: each, part })),
  );
  const isLeft = (half: HalfDay) => {
    const hours = workedHoursIn(calendar, half);
    return hours !== null && (half.on > on || hours.endMinute > minute);
  };
  return halves.find(isLeft) ?? null;
}

/** False for a stretch in which a person works not one minute: a weekend, a day off, lunch, after hours. */
export function hasWorkingTime(calendar: WorkCalendar, stretch: Stretch): boolean {
  return daysFrom(stretch.from, stretch.to).some((on) => workedMinutesOn(calendar, stretch, on) > 0);
}
