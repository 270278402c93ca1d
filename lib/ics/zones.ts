import { TZDate } from "@date-fns/tz";
import ICAL from "ical.js";
import { findIana } from "windows-iana";
import { isTimeZone } from "@/lib/time/zone";

/** Whose clock a time goes by: a zone this machine knows, or one that the file describes. */
export type IcsZone = { name: string } | { tzid: string; described: ICAL.Timezone };

/** The zones of one file: by their names there, and the one of times that name none. */
export type ZoneFinder = { find: (tzid: string) => IcsZone | null; standard: IcsZone | null };

const MOST_DESCRIBED = 20;
/** "tzone://Microsoft/Utc", "/freeassociation.sourceforge.net/Europe/Stockholm": a known name at the end of a path. */
const TAILS = /^.*?\/((?:[^/]+\/)?[^/]+)$/;

/** Finds zones by IANA name, by Windows name, and by the VTIMEZONE of the file, in this order. */
export function zoneFinder(described: ReadonlyMap<string, string>, standard: string | null): ZoneFinder {
  const found = new Map<string, IcsZone | null>();
  let count = 0;
  function find(tzid: string): IcsZone | null {
    const known = found.get(tzid);
    if (known !== undefined) return known;
    const name = knownName(tzid);
    const text = described.get(tzid);
    const zone = name
      ? { name }
      : text !== undefined && count++ < MOST_DESCRIBED
        ? describedZone(tzid, text)
        : null;
    found.set(tzid, zone);
    return zone;
  }
  return { find, standard: standard === null ? null : find(standard) };
}

function knownName(tzid: string): string | null {
  const tail = TAILS.exec(tzid)?.[1];
  const names = [tzid, ...(tail ? [tail, tail.slice(tail.indexOf("/") + 1)] : [])];
  for (const name of names) {
    if (isTimeZone(name)) return name;
    const [iana] = findIana(name);
    if (iana) return iana;
  }
  return null;
}

/** A zone by its description; null where its clock doesn't change by years, which no zone's does. */
function describedZone(tzid: string, text: string): IcsZone | null {
  try {
    const component = ICAL.Component.fromString(text);
    const parts = [
      ...component.getAllSubcomponents("standard"),
      ...component.getAllSubcomponents("daylight"),
    ];
    return parts.length > 0 && parts.every(isYearly)
      ? { tzid, described: new ICAL.Timezone({ tzid, component }) }
      : null;
  } catch {
    return null;
  }
}

function isYearly(part: ICAL.Component): boolean {
  const start = part.getFirstPropertyValue("dtstart");
  const rules = part.getAllProperties("rrule").map((property) => property.getFirstValue());
  const isRule = (rule: unknown) =>
    rule instanceof ICAL.Recur && rule.freq === "YEARLY" && rule.interval === 1;
  return (
    start instanceof ICAL.Time &&
    start.year >= 1600 &&
    start.year <= 2100 &&
    part.getFirstPropertyValue("tzoffsetfrom") instanceof ICAL.UtcOffset &&
    part.getFirstPropertyValue("tzoffsetto") instanceof ICAL.UtcOffset &&
    rules.length <= 1 &&
    rules.every(isRule)
  );
}

export function isSameZone(a: IcsZone | null, b: IcsZone | null): boolean {
  return a === b || (a !== null && b !== null && nameOfZone(a) === nameOfZone(b));
}

function nameOfZone(zone: IcsZone): string {
  return "name" in zone ? zone.name : zone.tzid;
}

/** The instant, in milliseconds, at which a zone's clock shows a reading in minutes since 1970. */
export function instantOnClock(minute: number, zone: IcsZone): number {
  const at = new Date(minute * 60_000);
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()] as const;
  const [hour, min] = [at.getUTCHours(), at.getUTCMinutes()] as const;
  if ("name" in zone) return new TZDate(year, month, date, hour, min, zone.name).getTime();
  const parts = { year, month: month + 1, day: date, hour, minute: min, second: 0, isDate: false };
  return ICAL.Time.fromData(parts, zone.described).toJSDate().getTime();
}

/** What a zone's clock shows at an instant, in minutes since 1970 on that clock. */
export function minuteOnClock(instant: number, zone: IcsZone): number {
  if ("name" in zone) {
    const there = new TZDate(instant, zone.name);
    return Math.floor(instant / 60_000) - there.getTimezoneOffset();
  }
  const utc = ICAL.Time.fromJSDate(new Date(instant), true);
  const { year, month, day, hour, minute } = utc.convertToZone(zone.described);
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}
