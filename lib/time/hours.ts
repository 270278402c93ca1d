import { AFTERNOON_STARTS_AT, type DayPart, MORNING_ENDS_AT } from "./half-day";
import { type Interval, joinedIntervals, sharedInterval, withoutInterval } from "./interval";

/** Some hours of one day, as minutes after midnight: the end is not included. */
export type Hours = { startMinute: number; endMinute: number };

export const DAY_MINUTES = 24 * 60;

/** All the hours of a half-day: noon parts the two. */
export function hoursOfPart(part: DayPart): Hours {
  return part === "am"
    ? { startMinute: 0, endMinute: MORNING_ENDS_AT }
    : { startMinute: MORNING_ENDS_AT, endMinute: DAY_MINUTES };
}

/** The hours of a half-day that weekday hours reach into, lunch (12–13) left out; null when there are none. */
export function workedHours(
  { startsAtMinute, endsAtMinute }: { startsAtMinute: number; endsAtMinute: number },
  part: DayPart,
): Hours | null {
  const startMinute = part === "am" ? startsAtMinute : Math.max(startsAtMinute, AFTERNOON_STARTS_AT);
  const endMinute = part === "am" ? Math.min(endsAtMinute, MORNING_ENDS_AT) : endsAtMinute;
  return startMinute < endMinute ? { startMinute, endMinute } : null;
}

/** Minutes of weekday hours that fall in a half-day, lunch (12–13) left out. */
export function minutesInPart(
  hours: { startsAtMinute: number; endsAtMinute: number },
  part: DayPart,
): number {
  const worked = workedHours(hours, part);
  return worked ? worked.endMinute - worked.startMinute : 0;
}

/** True when two begin and end at the same minutes. */
export function isSameHours(a: Hours, b: Hours): boolean {
  return a.startMinute === b.startMinute && a.endMinute === b.endMinute;
}

/** The hours that two have in common, or null. */
export function sharedHours(a: Hours, b: Hours): Hours | null {
  const shared = sharedInterval(intervalOfHours(a), intervalOfHours(b));
  return shared && hoursOfInterval(shared);
}

/** What is left of some hours when others are cut out of them: nothing, one piece or two. */
export function withoutHours(hours: Hours, cut: Hours): Hours[] {
  return withoutInterval(intervalOfHours(hours), intervalOfHours(cut)).map(hoursOfInterval);
}

/** True when some hours lie wholly inside others. */
export function isWithin(inner: Hours, outer: Hours): boolean {
  return outer.startMinute <= inner.startMinute && inner.endMinute <= outer.endMinute;
}

/** Some hours in order, those that touch or overlap made one. */
export function joinedHours(hours: readonly Hours[]): Hours[] {
  return joinedIntervals(hours.map(intervalOfHours)).map(hoursOfInterval);
}

/** Minutes of some hours, each minute counted once. */
export function minutesOf(hours: readonly Hours[]): number {
  return joinedHours(hours).reduce((sum, { startMinute, endMinute }) => sum + endMinute - startMinute, 0);
}

function intervalOfHours({ startMinute, endMinute }: Hours): Interval {
  return { start: startMinute, end: endMinute };
}

function hoursOfInterval({ start, end }: Interval): Hours {
  return { startMinute: start, endMinute: end };
}

/** A minute of the day on a 24-hour clock: "10:05". */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Hours on a 24-hour clock: "10:00–12:00". */
export function hoursText({ startMinute, endMinute }: Hours): string {
  return `${clockText(startMinute)}–${clockText(endMinute)}`;
}

/** The minute of the day a clock shows, however it was typed ("8", "0830", "8.30", "24:00"), or null for what is none. */
export function minuteOf(clock: string): number | null {
  const [, hours, minutes = "0"] = /^(\d{1,2})(?:[:.]?([0-5]\d))?$/.exec(clock.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && minute <= 1440 ? minute : null;
}

/** Hours in few characters: "08–17", "08:30–17". */
export function shortHoursText({ startMinute, endMinute }: Hours): string {
  const short = (minute: number) => (minute % 60 === 0 ? clockText(minute).slice(0, 2) : clockText(minute));
  return `${short(startMinute)}–${short(endMinute)}`;
}

/** An amount of minutes as hours on a sheet: "7:30", "40:00". */
export function hoursAmountText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
