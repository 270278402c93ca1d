import { type WorkCalendar, weekdayHoursOn, workedHoursOn } from "@/lib/availability/rules";
import { addDays, type Day, daysFrom } from "@/lib/time/day";
import { type Hours, minutesOf, sharedHours } from "@/lib/time/hours";
import { hoursOfStretchOn, type Stretch } from "@/lib/time/stretch";

const LAST_OF_WEEK = 6;

/**
 * Minutes a person's contract leaves to be worked in a week: what their pattern gives, lunch left out, less exactly what it
 * would have given on days off and in approved absences; never below none. Published shifts are not asked.
 */
export function contractMinutes(
  { hours, hiredOn, leavesOn, daysOff }: WorkCalendar,
  absences: readonly Stretch[],
  monday: Day,
): number {
  const pattern: WorkCalendar = { hours, hiredOn, leavesOn, daysOff };
  return daysFrom(monday, addDays(monday, LAST_OF_WEEK)).reduce((sum, on) => {
    const worked = workedHoursOn(pattern, on);
    const away = absences
      .flatMap((absence) => hoursOfStretchOn(absence, on) ?? [])
      .flatMap((cut) => worked.flatMap((one) => sharedHours(one, cut) ?? []));
    return sum + minutesOf(worked) - minutesOf(away);
  }, 0);
}

/** The hours of each day of a week by a person's pattern, where it has some. */
export function usualHours({ shifts: _, ...calendar }: WorkCalendar, monday: Day): Map<Day, Hours> {
  return new Map(
    daysFrom(monday, addDays(monday, LAST_OF_WEEK)).flatMap((on): [Day, Hours][] => {
      const hours = weekdayHoursOn(calendar, on);
      return hours ? [[on, { startMinute: hours.startsAtMinute, endMinute: hours.endsAtMinute }]] : [];
    }),
  );
}
