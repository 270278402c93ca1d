import { addDays, type Day } from "@/lib/time/day";

const LONGEST_BREAK_DAYS = 30;

/** The first working day after a day; after a month without one, simply the day after. */
export function nextWorkingDay(on: Day, isWorkingDay: (on: Day) => boolean): Day {
  for (let days = 1; days <= LONGEST_BREAK_DAYS; days++) {
    const next = addDays(on, days);
    if (isWorkingDay(next)) return next;
  }
  return addDays(on, 1);
}

/** A day where it is worked, else the next that is. */
export function workingDayFrom(on: Day, isWorkingDay: (on: Day) => boolean): Day {
  return isWorkingDay(on) ? on : nextWorkingDay(on, isWorkingDay);
}
