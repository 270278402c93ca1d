import { type Day, day, isDay } from "@/lib/time/day";
import { DAY_MINUTES } from "@/lib/time/hours";
import { type IcsZone, instantOnClock, isSameZone, minuteOnClock, type ZoneFinder } from "./zones";

/** A clock's reading as minutes since 1 January 1970 on that very clock, whatever its zone. */
export type ClockMinute = number;

/** A time of a file: a reading on the clock of a zone, or on every clock where the zone is null; or a whole date. */
export type Moment = { minute: ClockMinute; zone: IcsZone | null; isDate: boolean };

/** What can't be read of a value: its text, or its zone. */
export type MomentFault =
  | { code: "unreadable_value"; values: { property: string; value: string } }
  | { code: "unknown_zone"; values: { zone: string } };

/** Older years are a slip of the pen, or the year 0001 that means none. */
const FIRST_YEAR = 1600;
const DATE_TIME = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/i;

/** The times of a date property's lines, lists taken apart; an empty value is none. */
export function momentsOf(lines: readonly string[], zones: ZoneFinder): Moment[] | MomentFault {
  const moments: Moment[] = [];
  for (const line of lines) {
    const { name, tzid, values } = dateLine(line);
    const zone = tzid === null ? zones.standard : zones.find(tzid);
    for (const value of values.filter((one) => one !== "")) {
      const moment = momentOf(value, zone);
      if (moment === null) return unreadable(name, value);
      if (moment.zone === null && !moment.isDate && tzid !== null)
        return { code: "unknown_zone", values: { zone: tzid.slice(0, 80) } };
      moments.push(moment);
    }
  }
  return moments;
}

export function unreadable(property: string, value: string): MomentFault {
  return { code: "unreadable_value", values: { property, value: value.slice(0, 80) } };
}

/** The last colon parts a date from what comes before it, also where a zone's name holds colons without quotes. */
function dateLine(line: string): { name: string; tzid: string | null; values: string[] } {
  const colon = line.lastIndexOf(":");
  const head = line.slice(0, colon);
  const [, quoted, bare] = /;\s*TZID=(?:"([^"]*)"|([^;"]*))/i.exec(head) ?? [];
  const periods = line.slice(colon + 1).split(",");
  return {
    name: (/^[A-Z-]+/i.exec(head)?.[0] ?? "").toUpperCase(),
    tzid: (quoted ?? bare)?.trim() || null,
    values: periods.map((one) => one.split("/")[0]?.trim() ?? ""),
  };
}

/** A value such as 20261215 or 20261215T080000Z, which must be a real date and time. */
export function momentOf(value: string, zone: IcsZone | null): Moment | null {
  const [whole, year, month, date, hour, minute, , utc] = DATE_TIME.exec(value) ?? [];
  if (!whole) return null;
  const [y, m, d, h, min] = [year, month, date, hour ?? 0, minute ?? 0].map(Number);
  if (y === undefined || m === undefined || d === undefined || h === undefined || min === undefined)
    return null;
  const at = new Date(Date.UTC(y, m - 1, d, h, min));
  const isReal = at.getUTCMonth() === m - 1 && h < 24 && min < 60 && y >= FIRST_YEAR;
  if (!isReal) return null;
  const isDate = hour === undefined;
  return { minute: at.getTime() / 60_000, zone: isDate ? null : utc ? { name: "UTC" } : zone, isDate };
}

/** A time read on the clock of another: an exception, or the end of a series, on the clock of the series. */
export function onClockOf(moment: Moment, start: Moment): ClockMinute {
  const { minute, zone, isDate } = moment;
  if (start.isDate) return isDate ? minute : nearestMidnight(minute);
  if (isDate) return minute + (start.minute - midnightOf(start.minute));
  if (isSameZone(zone, start.zone)) return minute;
  if (zone === null || start.zone === null) return minute;
  return minuteOnClock(instantOnClock(minute, zone), start.zone);
}

export function midnightOf(minute: ClockMinute): ClockMinute {
  return Math.floor(minute / DAY_MINUTES) * DAY_MINUTES;
}

/** An instant in UTC that means a date is its midnight in some zone, at most twelve hours away. */
function nearestMidnight(minute: ClockMinute): ClockMinute {
  return midnightOf(minute + DAY_MINUTES / 2);
}

/** The day of a clock's reading as it is written, also where no day of ours is so early: 1978-05-12. */
export function dateTextOf(minute: ClockMinute): string {
  return new Date(minute * 60_000).toISOString().slice(0, 10);
}

export function dayOfMinute(minute: ClockMinute): Day | null {
  const text = dateTextOf(minute);
  return isDay(text) ? text : null;
}

/** The reading of a clock at the first minute of a day. */
export function minuteOfDay(on: Day): ClockMinute {
  return Date.parse(`${day(on)}T00:00:00Z`) / 60_000;
}
