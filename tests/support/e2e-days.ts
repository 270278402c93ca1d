import { addDays, type Day, weekdayOf } from "@/lib/time/day";
import { addWeeks, type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn, minuteIn } from "@/lib/time/zone";

const LAST_MINUTES = 24 * 60 - 5;
/** Around noon a half-day is over and the next has not begun: an hour earlier or later it is neither. */
const NOON = { from: 11 * 60 + 55, middle: 12 * 60 + 30, to: 13 * 60 };

/** The days of one pool as a test needs them: worked out once, so that all of a test means the same day by "today". */
export type PoolDays = {
  timeZone: string;
  today: Day;
  /** Today from Monday to Friday, else the coming Monday. */
  workday: Day;
  /** The year it is, and some years on. */
  year: (later?: number) => number;
  /** The ISO week it is, and some weeks on. */
  week: (later?: number) => IsoWeek;
  /** A weekday (1 is Monday) of the week some weeks on. */
  dayOf: (later: number, weekday: number) => Day;
  /** The first coming week whose days all lie in one month. */
  weekWithinMonth: IsoWeek;
  /** Tuesday and Wednesday of week 41 of next year, which lie in October, and how a list names them. */
  nextOctober: { from: Day; to: Day; words: string };
};

/** The days of a pool in Stockholm, or in a zone beside it where a test would pass midnight or the break at noon. */
export function poolDays(now = new Date()): PoolDays {
  const timeZone = zoneAt(minuteIn("Europe/Stockholm", now));
  const today = dayIn(timeZone, now);
  const year = (later = 0) => Number(today.slice(0, 4)) + later;
  const week = (later = 0) => addWeeks(isoWeekOf(today), later);
  const dayOf = (later: number, weekday: number) => addDays(mondayOf(week(later)), weekday - 1);
  const workday = weekdayOf(today) > 5 ? dayOf(1, 1) : today;
  const isWithinMonth = (later: number) => dayOf(later, 1).slice(0, 7) === dayOf(later, 7).slice(0, 7);
  const weekWithinMonth = week(isWithinMonth(1) ? 1 : 2);
  return { timeZone, today, workday, year, week, dayOf, weekWithinMonth, nextOctober: nextOctober(year(1)) };
}

function nextOctober(year: number): PoolDays["nextOctober"] {
  const from = addDays(mondayOf(`${year}-W41` as IsoWeek), 1);
  const to = addDays(from, 1);
  return { from, to, words: `Tue ${Number(from.slice(8))} Oct – Wed ${Number(to.slice(8))} Oct ${year}` };
}

function zoneAt(minuteInStockholm: number): string {
  const isAfterNoon = minuteInStockholm >= NOON.middle && minuteInStockholm < NOON.to;
  if (isAfterNoon) return "Europe/Helsinki";
  const isBeforeNoon = minuteInStockholm >= NOON.from && minuteInStockholm < NOON.middle;
  return isBeforeNoon || minuteInStockholm >= LAST_MINUTES ? "Europe/London" : "Europe/Stockholm";
}
