import { CalendarDate, getDayOfWeek } from "@internationalized/date";

/** The ISO week a day lies in: that of its Thursday. */
export function weekNumberOf(date: CalendarDate): number {
  const thursday = date.add({ days: 3 - getDayOfWeek(date, "sv-SE", "mon") });
  return Math.floor(thursday.compare(new CalendarDate(thursday.year, 1, 1)) / 7) + 1;
}
