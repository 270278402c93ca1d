import { TZDate } from "@date-fns/tz";
import ICAL from "ical.js";
import { type Day, dayToDate } from "@/lib/time/day";

/** From an instant on a zone's clock is so many minutes ahead of UTC; before it was another number. */
export type ZoneChange = { at: Date; before: number; after: number };

const DAY_MS = 86_400_000;
/** No zone changes its clock twice in a week. */
const WEEK_MS = 7 * DAY_MS;
const MINUTE_MS = 60_000;
const YEARS_COMPARED = 12;
const FIRST_YEAR = 1970;
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/**
 * A zone as every client reads it: one rule for each of its two yearly changes where it has them, one observance where its
 * clock never changes, and else each change between two days by itself.
 */
export function vtimezoneOf(zone: string, from: Day, to: Day): ICAL.Component {
  const component = new ICAL.Component("vtimezone");
  component.updatePropertyWithValue("tzid", zone);
  const year = Number(from.slice(0, 4));
  const changes = zoneChanges(zone, Date.UTC(year - 1, 0), Date.UTC(year - 1 + YEARS_COMPARED, 0));
  const offset = offsetAt(zone, dayToDate(from).getTime());
  const observances =
    changes.length === 0 ? [observance(Date.UTC(FIRST_YEAR, 0), offset, offset)] : yearlyPair(changes);
  for (const one of observances ?? eachChange(zone, from, to)) component.addSubcomponent(one);
  return component;
}

function offsetAt(zone: string, instant: number): number {
  return -new TZDate(instant, zone).getTimezoneOffset();
}

/** Every change of a zone's clock between two instants, found to the minute. */
export function zoneChanges(zone: string, from: number, to: number): ZoneChange[] {
  const changes: ZoneChange[] = [];
  let before = offsetAt(zone, from);
  for (let start = from; start < to; start += WEEK_MS) {
    const end = Math.min(start + WEEK_MS, to);
    const after = offsetAt(zone, end);
    if (after === before) continue;
    changes.push({ at: new Date(changeWithin(zone, start, end, before)), before, after });
    before = after;
  }
  return changes;
}

function changeWithin(zone: string, start: number, end: number, before: number): number {
  let low = start;
  let high = end;
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / (2 * MINUTE_MS)) * MINUTE_MS;
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** A standard and a daylight observance with a yearly rule each; null where the changes follow no such rules. */
function yearlyPair(changes: readonly ZoneChange[]): ICAL.Component[] | null {
  const standard = changes.filter(({ before, after }) => after < before);
  const daylight = changes.filter(({ before, after }) => after > before);
  const pair = [yearlyObservance(standard), yearlyObservance(daylight)].filter((one) => one !== null);
  return pair.length === 2 ? pair : null;
}

/** A change on the same weekday of the same month at the same time of every year compared. */
function yearlyObservance(changes: readonly ZoneChange[]): ICAL.Component | null {
  const [first] = changes;
  if (!first || changes.length !== YEARS_COMPARED) return null;
  const { before, after } = first;
  const walls = changes.map(wallOf);
  const ordinal = ordinalOf(walls);
  const isSame = (wall: Date, i: number) =>
    wall.getUTCMonth() === walls[0]?.getUTCMonth() &&
    wall.getUTCDay() === walls[0]?.getUTCDay() &&
    minuteOfDayOf(wall) === minuteOfDayOf(walls[0]) &&
    changes[i]?.before === before &&
    changes[i]?.after === after;
  const [wall] = walls;
  if (!wall || ordinal === null || !walls.every(isSame)) return null;
  const start = nthWeekday(FIRST_YEAR, wall, ordinal);
  const component = observance(start, before, after);
  const rule = `FREQ=YEARLY;BYMONTH=${wall.getUTCMonth() + 1};BYDAY=${ordinal}${WEEKDAYS[wall.getUTCDay()]}`;
  component.updatePropertyWithValue("rrule", ICAL.Recur.fromString(rule));
  return component;
}

function wallOf({ at, before }: ZoneChange): Date {
  return new Date(at.getTime() + before * MINUTE_MS);
}

function minuteOfDayOf(wall: Date): number {
  return wall.getUTCHours() * 60 + wall.getUTCMinutes();
}

/** Which weekday of its month each is: always the last (-1), or always the second; null where that changes. */
function ordinalOf(walls: readonly Date[]): number | null {
  const lengthOf = (wall: Date) =>
    new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate();
  if (walls.every((wall) => wall.getUTCDate() + 7 > lengthOf(wall))) return -1;
  const [ordinal = 0, ...others] = new Set(walls.map((wall) => Math.ceil(wall.getUTCDate() / 7)));
  return others.length === 0 ? ordinal : null;
}

/** The wall's minute on the nth or last of its weekdays, in its month of another year. */
function nthWeekday(year: number, wall: Date, ordinal: number): number {
  const month = wall.getUTCMonth();
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const from = ordinal > 0 ? (ordinal - 1) * 7 + 1 : length - 6;
  const weekdayFrom = new Date(Date.UTC(year, month, from)).getUTCDay();
  const date = from + ((wall.getUTCDay() - weekdayFrom + 7) % 7);
  return Date.UTC(year, month, date) + minuteOfDayOf(wall) * MINUTE_MS;
}

function eachChange(zone: string, from: Day, to: Day): ICAL.Component[] {
  const first = dayToDate(from).getTime() - 400 * DAY_MS;
  const offset = offsetAt(zone, first);
  const changes = zoneChanges(zone, first, dayToDate(to).getTime() + 400 * DAY_MS);
  return [
    observance(first, offset, offset),
    ...changes.map((change) => observance(wallOf(change).getTime(), change.before, change.after)),
  ];
}

/** From a time on the old clock on, another offset holds. */
function observance(wall: number, before: number, after: number): ICAL.Component {
  const component = new ICAL.Component(after > before ? "daylight" : "standard");
  const start = ICAL.Time.fromJSDate(new Date(wall), true);
  start.zone = ICAL.Timezone.localTimezone;
  component.updatePropertyWithValue("dtstart", start);
  component.updatePropertyWithValue("tzoffsetfrom", ICAL.UtcOffset.fromString(offsetText(before)));
  component.updatePropertyWithValue("tzoffsetto", ICAL.UtcOffset.fromString(offsetText(after)));
  return component;
}

/** "+0100" for 60 minutes. */
export function offsetText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
