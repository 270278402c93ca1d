import { addDays, type Day } from "@/lib/time/day";
import { addWeeks, type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";

function today(): Day {
  return dayIn("Europe/Stockholm", new Date());
}

/** The ISO week some weeks from the one it is in Stockholm, where the demo office is anchored. */
export function weeksFromNow(weeks: number): IsoWeek {
  return addWeeks(isoWeekOf(today()), weeks);
}

/** The year it is in Stockholm, and some years on. */
export function yearFromNow(years: number): number {
  return Number(today().slice(0, 4)) + years;
}

/**
 * Tuesday and Wednesday of a week of next October, and how a list names them: no holiday of Sweden or England falls
 * there, and the demo office, which is built around today, has nothing in it.
 */
export function quietDays(week: 41 | 42): { from: Day; to: Day; words: string } {
  const year = yearFromNow(1);
  const from = addDays(mondayOf(`${year}-W${week}` as IsoWeek), 1);
  const to = addDays(from, 1);
  return { from, to, words: `${Number(from.slice(8))} – ${Number(to.slice(8))} Oct ${year}` };
}
