import "server-only";
import ICAL from "ical.js";
import { addDays, type Day, isDay } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { type Recurrence, type RuleDay, recurringDays } from "./rules-recurrence";

/** Whose clock an event goes by: a zone this machine knows, one the file describes, or null for nobody's in particular. */
export type EventZone = { name: string } | { described: ICAL.Timezone } | null;

/** As many occurrences of one event are taken in. */
export const MOST_OCCURRENCES = 400;
const DAYS_BACK = 400;
const DAYS_AHEAD = 800;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const FREQUENCIES = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
const PARTS_READ = ["BYDAY", "BYMONTHDAY", "BYMONTH"];

/** The rule of an event; null when it has none, "odd" when it asks for more than days, weeks, months and years. */
function ruleOf(component: ICAL.Component, start: ICAL.Time, zone: EventZone): Recurrence | null | "odd" {
  const [property, another] = component.getAllProperties("rrule");
  if (!property) return null;
  const { freq, interval, count, until, parts } = property.getFirstValue() as ICAL.Recur;
  const frequency = FREQUENCIES.find((one) => one === freq);
  const days = ((parts.BYDAY ?? []) as unknown[]).map(ruleDayOf);
  const hasOrdinal = days.some((day) => day?.ordinal !== null);
  const isYearWide = frequency === "YEARLY" && days.length > 0 && !parts.BYMONTH;
  const isOdd = another || !frequency || Object.keys(parts).some((part) => !PARTS_READ.includes(part));
  if (isOdd || isYearWide || (hasOrdinal && frequency !== "MONTHLY" && frequency !== "YEARLY")) return "odd";
  return {
    frequency,
    interval: Math.max(1, interval),
    count,
    until: until ? untilOf(until, start, zone) : null,
    days: days.filter((day) => day !== null),
    monthDays: ((parts.BYMONTHDAY ?? []) as unknown[]).map(Number),
    months: ((parts.BYMONTH ?? []) as unknown[]).map(Number),
  };
}

function ruleDayOf(text: unknown): RuleDay | null {
  const [, ordinal = "", name = ""] = /^([+-]?\d*)([A-Z]{2})$/.exec(String(text)) ?? [];
  const weekday = WEEKDAYS.indexOf(name) + 1;
  return weekday > 0 ? { weekday, ordinal: ordinal ? Number(ordinal) : null } : null;
}

function untilOf(until: ICAL.Time, start: ICAL.Time, zone: EventZone): Day {
  const isInstant = !start.isDate && until.zone === ICAL.Timezone.utcTimezone && zone && "name" in zone;
  return (isInstant ? dayIn(zone.name, until.toJSDate()) : dateText(until)) as Day;
}

/** The starts of an event near today, and whether it is one of a series; a code where it can't be taken in. */
export function startsOf(
  component: ICAL.Component,
  start: ICAL.Time,
  zone: EventZone,
  today: Day,
): { starts: ICAL.Time[]; isSeries: boolean } | "recurs_oddly" | "recurs_too_often" | "outside_years" {
  const first = dateText(start);
  if (!isDay(first)) return "outside_years";
  const rule = ruleOf(component, start, zone);
  if (rule === "odd" || component.hasProperty("rdate")) return "recurs_oddly";
  if (rule === null) return { starts: [start], isSeries: false };
  const without = new Set(
    component
      .getAllProperties("exdate")
      .flatMap((property) => property.getValues().map((value) => dateText(value as unknown as ICAL.Time))),
  );
  const days = recurringDays(first, rule, addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD))?.filter(
    (on) => !without.has(on),
  );
  if (!days || days.length > MOST_OCCURRENCES) return "recurs_too_often";
  return { starts: days.map((on) => onDay(start, on)), isSeries: true };
}

function onDay(start: ICAL.Time, on: Day): ICAL.Time {
  const moved = start.clone();
  moved.year = Number(on.slice(0, 4));
  moved.month = Number(on.slice(5, 7));
  moved.day = Number(on.slice(8));
  return moved;
}

/** The day a time of a file is on, as it is written there. */
export function dateText(time: ICAL.Time): string {
  return time.toString().slice(0, 10);
}
