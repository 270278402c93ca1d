import { addDays, type Day } from "@/lib/time/day";
import { fallsOn, type Recurrence } from "@/lib/time/recurrence";

export const DAY_OFF_RULES = ["skip", "before"] as const;
export type DayOffRule = (typeof DAY_OFF_RULES)[number];

/** When a request recurs, and what is done where it falls on a day off: it is left out, or filed the working day before. */
export type RequestRecurrence = Recurrence & { onDayOff: DayOffRule };

/** No stretch of days off is longer for anybody. */
const MOST_DAYS_OFF = 31;
const LOOK_AHEAD_DAYS = 400;

/** True when a request that recurs is filed on a day: it is due then, or on the days off that follow where those are moved before. */
export function isFiledOn(recurrence: RequestRecurrence, on: Day, isOff: (on: Day) => boolean): boolean {
  if (isOff(on)) return false;
  if (fallsOn(recurrence, on)) return true;
  if (recurrence.onDayOff === "skip") return false;
  let next = addDays(on, 1);
  for (let days = 0; days < MOST_DAYS_OFF && isOff(next); days++, next = addDays(next, 1))
    if (fallsOn(recurrence, next)) return true;
  return false;
}

type Bounded = RequestRecurrence & { from: Day; to: Day | null };

/** The next day it is filed on, from a day on; null where there is none within the coming year. */
export function nextFiledOn(recurrence: Bounded, from: Day, isOff: (on: Day) => boolean): Day | null {
  let on = from < recurrence.from ? recurrence.from : from;
  for (let days = 0; days < LOOK_AHEAD_DAYS; days++, on = addDays(on, 1)) {
    if (recurrence.to && on > recurrence.to) return null;
    if (isFiledOn(recurrence, on, isOff)) return on;
  }
  return null;
}
