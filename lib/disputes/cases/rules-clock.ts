import { addDays, type Day } from "@/lib/time/day";
import { dayIn, instantIn, minuteIn } from "@/lib/time/zone";
import type { Tier } from "./rules";

/** The days and hours that count: those of the pool. */
export type CaseCalendar = { timeZone: string; isWorkingDay: (on: Day) => boolean };

const WORK = { starts: 8 * 60, ends: 17 * 60 };
const GRAVE_MINUTES = 4 * 60;
const TRIAGE_DAYS = 5;
const MOST_DAYS_OFF = 60;

/** How many working days an answer may take, by tier; the gravest takes hours. */
const DAYS_TO_ANSWER = { 1: 2, 2: 1 } as const;

/** By when a person answers: the same time on the next working day but one (48 h), on the next (24 h), or within four hours of 08:00–17:00. */
export function answerDueAt(calendar: CaseCalendar, reportedAt: Date, tier: Tier): Date {
  if (tier === 3) return afterWorkingMinutes(calendar, reportedAt, GRAVE_MINUTES);
  const begun = countedFrom(calendar, reportedAt);
  const on = laterWorkingDay(calendar, begun.on, DAYS_TO_ANSWER[tier]);
  return instantIn(calendar.timeZone, on, begun.minute);
}

/** By when it is sorted: the end of the fifth working day after it was sent. */
export function triageDueAt(calendar: CaseCalendar, reportedAt: Date): Date {
  const on = laterWorkingDay(calendar, dayIn(calendar.timeZone, reportedAt), TRIAGE_DAYS);
  return instantIn(calendar.timeZone, on, WORK.ends);
}

/** By when it is closed: the end of the day that was promised. */
export function closeDueAt({ timeZone }: Pick<CaseCalendar, "timeZone">, promisedOn: Day): Date {
  return instantIn(timeZone, promisedOn, WORK.ends);
}

/** Hours of days that nobody works do not count: what comes on one is counted from the next working day's first minute. */
function countedFrom({ timeZone, isWorkingDay }: CaseCalendar, at: Date): { on: Day; minute: number } {
  const on = dayIn(timeZone, at);
  if (isWorkingDay(on)) return { on, minute: minuteIn(timeZone, at) };
  return { on: laterWorkingDay({ timeZone, isWorkingDay }, on, 1), minute: 0 };
}

function laterWorkingDay({ isWorkingDay }: CaseCalendar, from: Day, days: number): Day {
  let [on, left] = [from, days];
  for (let i = 0; i < MOST_DAYS_OFF && left > 0; i++) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) left--;
  }
  return on;
}

function afterWorkingMinutes(calendar: CaseCalendar, from: Date, minutes: number): Date {
  const { timeZone, isWorkingDay } = calendar;
  let on = dayIn(timeZone, from);
  let [minute, left] = [minuteIn(timeZone, from), minutes];
  for (let i = 0; i < MOST_DAYS_OFF; i++) {
    const begins = Math.max(minute, WORK.starts);
    if (isWorkingDay(on) && begins + left <= WORK.ends) return instantIn(timeZone, on, begins + left);
    if (isWorkingDay(on)) left -= Math.max(0, WORK.ends - begins);
    [on, minute] = [addDays(on, 1), 0];
  }
  return instantIn(timeZone, on, WORK.starts);
}
