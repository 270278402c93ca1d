import { addDays, type Day, weekdayOf } from "@/lib/time/day";

export const DAY_OFF_RULES = ["skip", "before"] as const;
export type DayOffRule = (typeof DAY_OFF_RULES)[number];

/** When a request recurs: on weekdays (1 is Monday), on a day of each month (31 is its last), or both. */
export type Recurrence = {
  weekdays: readonly number[];
  monthDay: number | null;
  /** Where it falls on a day off: left out, or filed the working day before. */
  onDayOff: DayOffRule;
};

/** No stretch of days off is longer for anybody. */
const MOST_DAYS_OFF = 31;
const LOOK_AHEAD_DAYS = 400;

function isAsked({ weekdays, monthDay }: Recurrence, on: Day): boolean {
  if (weekdays.includes(weekdayOf(on))) return true;
  if (monthDay === null) return false;
  const [month, lastOfMonth] = [on.slice(0, 7), addDays(on, 1).slice(0, 7) !== on.slice(0, 7)];
  const dayOfMonth = Number(on.slice(month.length + 1));
  return dayOfMonth === monthDay || (lastOfMonth && dayOfMonth < monthDay);
}

/** True when a request that recurs is filed on a day: it is due then, or on the days off that follow where those are moved before. */
export function isFiledOn(recurrence: Recurrence, on: Day, isOff: (on: Day) => boolean): boolean {
  if (isOff(on)) return false;
  if (isAsked(recurrence, on)) return true;
  if (recurrence.onDayOff === "skip") return false;
  let next = addDays(on, 1);
  for (let days = 0; days < MOST_DAYS_OFF && isOff(next); days++, next = addDays(next, 1))
    if (isAsked(recurrence, next)) return true;
  return false;
}

type Bounded = Recurrence & { from: Day; to: Day | null };

/** The next day it is filed on, from a day on; null where there is none within the coming year. */
export function nextFiledOn(recurrence: Bounded, from: Day, isOff: (on: Day) => boolean): Day | null {
  let on = from < recurrence.from ? recurrence.from : from;
  for (let days = 0; days < LOOK_AHEAD_DAYS; days++, on = addDays(on, 1)) {
    if (recurrence.to && on > recurrence.to) return null;
    if (isFiledOn(recurrence, on, isOff)) return on;
  }
  return null;
}
