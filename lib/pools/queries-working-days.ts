import "server-only";
import { daysOffIn, type PoolClock } from "@/lib/days-off";
import { addDays, type Day, weekdayOf } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";

const LOOK_AHEAD_DAYS = 31;

/** Which days people of a pool work, holidays and weekends aside, from today on. */
export function workingDaysOf(pool: PoolClock, now: Date): (on: Day) => boolean {
  const today = dayIn(pool.timeZone, now);
  const off = daysOffIn(pool, today, addDays(today, LOOK_AHEAD_DAYS));
  return (on) => weekdayOf(on) <= 5 && !off.has(on);
}
