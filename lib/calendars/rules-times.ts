import { hasWorkingTime, type WorkCalendar, workedHoursOn } from "@/lib/availability/rules";
import { type ClockTime, clockTimesIn, type IcsWhen } from "@/lib/ics/when";
import { addDays, type Day, daysBetween, daysFrom } from "@/lib/time/day";
import { MORNING_ENDS_AT } from "@/lib/time/half-day";
import { DAY_MINUTES, type Hours, isSameHours, sharedHours } from "@/lib/time/hours";
import { type Stretch, stretchOfHours, wholeHalves } from "@/lib/time/stretch";

/** Longer events are not looked at day by day; no absence is as long. */
const MOST_DAYS = 3 * 366;

/**
 * The time an event takes of a person's working time, as an absence: whole days as they are, hours of one day, and over
 * several days the half-days from the first worked minute to the last. Null where it takes none.
 */
export function absentDuring(when: IcsWhen, zone: string, calendar: WorkCalendar): Stretch | null {
  if (when.kind === "days") {
    const whole = wholeDays(when.from, addDays(when.end, -1));
    return daysBetween(when.from, when.end) > MOST_DAYS || hasWorkingTime(calendar, whole) ? whole : null;
  }
  const { start, end } = clockTimesIn(when, zone);
  const last = end.minute === 0 && end.on > start.on ? { on: addDays(end.on, -1), minute: DAY_MINUTES } : end;
  if (start.minute === 0 && last.minute === DAY_MINUTES)
    return absentDuring({ kind: "days", from: start.on, end: addDays(last.on, 1) }, zone, calendar);
  if (daysBetween(start.on, last.on) > MOST_DAYS) return wholeDays(start.on, last.on);
  if (start.on !== last.on) return overDays(start, last, calendar);
  const hours = { startMinute: start.minute, endMinute: last.minute };
  return workedWithin(calendar, start.on, hours).length > 0 ? stretchOfHours(start.on, hours) : null;
}

function wholeDays(from: Day, to: Day): Stretch {
  return wholeHalves({ from, fromPart: "am", to, toPart: "pm" });
}

function workedWithin(calendar: WorkCalendar, on: Day, hours: Hours): Hours[] {
  return workedHoursOn(calendar, on).flatMap((worked) => sharedHours(worked, hours) ?? []);
}

/** Midnight is no end of work: what is left on one day only is said by its hours, unless they are a whole half. */
function overDays(start: ClockTime, end: ClockTime, calendar: WorkCalendar): Stretch | null {
  const taken = daysFrom(start.on, end.on).flatMap((on) => {
    const within = {
      startMinute: on === start.on ? start.minute : 0,
      endMinute: on === end.on ? end.minute : DAY_MINUTES,
    };
    return workedWithin(calendar, on, within).map((hours) => ({ on, within, ...hours }));
  });
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last) return null;
  const halves = wholeHalves({
    from: first.on,
    fromPart: first.startMinute < MORNING_ENDS_AT ? "am" : "pm",
    to: last.on,
    toPart: last.endMinute > MORNING_ENDS_AT ? "pm" : "am",
  });
  if (first.on !== last.on || isWholeWork(calendar, first.on, taken)) return halves;
  return stretchOfHours(first.on, { startMinute: first.startMinute, endMinute: last.endMinute });
}

/** True when all the hours worked in the halves of a day that are touched are taken. */
function isWholeWork(calendar: WorkCalendar, on: Day, taken: readonly Hours[]): boolean {
  const worked = workedHoursOn(calendar, on);
  return taken.every((hours) => worked.some((one) => isSameHours(one, hours)));
}
