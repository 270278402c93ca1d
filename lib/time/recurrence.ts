import { addDays, type Day, weekdayOf } from "./day";

/** On which days something recurs: on weekdays (1 is Monday), on a day of each month, or on both. */
export type Recurrence = { weekdays: readonly number[]; monthDay: number | null };

/** True on the days it falls; day 31 is the last of every month, and so are 29 and 30 in a shorter one. */
export function fallsOn({ weekdays, monthDay }: Recurrence, on: Day): boolean {
  if (weekdays.includes(weekdayOf(on))) return true;
  if (monthDay === null) return false;
  const date = Number(on.slice(8));
  return date === monthDay || (date < monthDay && addDays(on, 1).slice(8) === "01");
}
