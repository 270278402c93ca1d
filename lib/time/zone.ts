import { TZDate } from "@date-fns/tz";
import { type Day, type DayRange, day } from "./day";
import { AFTERNOON_STARTS_AT, type DayPart, type HalfDay } from "./half-day";

/** The calendar day it is in a time zone at an instant. */
export function dayIn(timeZone: string, instant: Date): Day {
  const local = new TZDate(instant, timeZone);
  const two = (n: number) => String(n).padStart(2, "0");
  return day(`${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`);
}

/** The days it is anywhere on earth at an instant, so that a query finds what is of today in any pool. */
export function daysOnEarth(instant: Date): DayRange {
  return { from: dayIn("Etc/GMT+12", instant), to: dayIn("Etc/GMT-14", instant) };
}

/** The half-day it is in a time zone: the afternoon counts from 13:00. */
export function halfDayIn(timeZone: string, instant: Date): HalfDay {
  const part: DayPart = minuteIn(timeZone, instant) < AFTERNOON_STARTS_AT ? "am" : "pm";
  return { on: dayIn(timeZone, instant), part };
}

/** Minutes after midnight on the clock of a time zone. */
export function minuteIn(timeZone: string, instant: Date): number {
  const local = new TZDate(instant, timeZone);
  return local.getHours() * 60 + local.getMinutes();
}

/** The instant at which a time zone's clock shows some minutes after midnight of a day. */
export function instantIn(timeZone: string, on: Day, minute: number): Date {
  const [year = 0, month = 1, date = 1] = on.split("-").map(Number);
  return new Date(
    new TZDate(year, month - 1, date, Math.floor(minute / 60), minute % 60, timeZone).getTime(),
  );
}

/** True for a zone this machine knows: "Europe/Stockholm". */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
