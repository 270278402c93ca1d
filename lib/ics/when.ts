import ICAL from "ical.js";
import { addDays, type Day } from "@/lib/time/day";
import { DAY_MINUTES } from "@/lib/time/hours";
import {
  type ClockMinute,
  dateTextOf,
  dayOfMinute,
  type Moment,
  type MomentFault,
  momentsOf,
  onClockOf,
  unreadable,
} from "./moments";
import { type IcsZone, instantOnClock, minuteOnClock, type ZoneFinder } from "./zones";

/** When an occurrence is: whole days, the same for every reader, the end left out; or from one clock time to another. */
export type IcsWhen =
  | { kind: "days"; from: Day; end: Day }
  | {
      kind: "times";
      start: ClockMinute;
      end: ClockMinute;
      zone: IcsZone | null;
      /** The days it may touch on any clock. */
      firstDay: Day;
      lastDay: Day;
    };

/** A moment on a clock: a day, and minutes after its midnight. */
export type ClockTime = { on: Day; minute: number };

type WhenFault = MomentFault | { code: "ends_before_start" | "outside_years"; values: Record<string, never> };

const DURATION = /^\+?P(?:\d{1,4}W|(?:\d{1,5}D)?(?:T(?=\d)(?:\d{1,6}H)?(?:\d{1,7}M)?(?:\d{1,9}S)?)?)$/i;

/** How long an event is, in minutes on the clock of its start; an end in another zone is read there first. */
export function lengthOf(
  start: Moment,
  lines: ReadonlyMap<string, string[]>,
  zones: ZoneFinder,
): number | WhenFault {
  const ends = momentsOf(lines.get("DTEND") ?? [], zones);
  if ("code" in ends) return ends;
  const minutes = ends[0] ? untilEnd(start, ends[0]) : durationOf(start, lines);
  if (typeof minutes !== "number") return minutes;
  return minutes < 0 ? { code: "ends_before_start", values: {} } : minutes;
}

function untilEnd(start: Moment, end: Moment): number {
  if (!start.isDate) return (end.isDate ? end.minute : onClockOf(end, start)) - start.minute;
  return Math.ceil((end.minute - start.minute) / DAY_MINUTES) * DAY_MINUTES;
}

function durationOf(start: Moment, lines: ReadonlyMap<string, string[]>): number | MomentFault {
  const text = lines.get("DURATION")?.[0]?.split(":").at(-1)?.trim();
  if (!text) return start.isDate ? DAY_MINUTES : 0;
  if (!DURATION.test(text)) return unreadable("DURATION", text);
  return Math.floor(ICAL.Duration.fromString(text.toUpperCase()).toSeconds() / 60);
}

/** When an occurrence is that begins at a minute; midnight to midnight on its own clock is whole days. */
export function whenAt(start: Moment, length: number): IcsWhen | null {
  const { minute, zone, isDate } = start;
  const firstDay = dayOfMinute(minute - DAY_MINUTES);
  const lastDay = dayOfMinute(minute + length + DAY_MINUTES);
  if (!firstDay || !lastDay) return null;
  const isWhole = minute % DAY_MINUTES === 0 && length % DAY_MINUTES === 0 && length > 0;
  if (!isDate && !isWhole)
    return { kind: "times", start: minute, end: minute + length, zone, firstDay, lastDay };
  const from = dayOfMinute(minute);
  return from && { kind: "days", from, end: addDays(from, Math.max(1, Math.ceil(length / DAY_MINUTES))) };
}

/** Times on the clock of a zone; what names no zone is read there as it is written. */
export function clockTimesIn(
  { start, end, zone }: Extract<IcsWhen, { kind: "times" }>,
  there: string,
): { start: ClockTime; end: ClockTime } {
  const read = (minute: ClockMinute) =>
    clockTime(zone === null ? minute : minuteOnClock(instantOnClock(minute, zone), { name: there }));
  return { start: read(start), end: read(end) };
}

function clockTime(minute: ClockMinute): ClockTime {
  const on = dayOfMinute(minute);
  if (on === null) throw new RangeError(`no day of ours: ${dateTextOf(minute)}`);
  return { on, minute: ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES };
}
