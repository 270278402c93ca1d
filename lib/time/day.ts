import { isValid, parseISO } from "date-fns";

/** A calendar day, "2026-08-17", without a clock or a zone. */
export type Day = string & { readonly __day: true };

/** Whole days, first and last included. */
export type DayRange = { from: Day; to: Day };

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** True for a real day between the years 2000 and 2100; "2026-02-30" is none. */
export function isDay(text: string): text is Day {
  if (realDays.has(text)) return true;
  if (!DAY_PATTERN.test(text) || !isValid(parseISO(text))) return false;
  const year = Number(text.slice(0, 4));
  const isReal = year >= FIRST_YEAR && year <= LAST_YEAR;
  if (isReal) realDays.add(text);
  return isReal;
}

/** Those that were asked for; there are no more than a century has. */
const realDays = new Set<string>();

/** The day a text names; throws on anything else, so give it only what has been checked. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** What a filter by days asks of its two ends, either of which may be left out. */
export const IN_ORDER: [(range: OpenRange) => boolean, { path: string[]; error: string }] = [
  ({ from, to }) => from === undefined || to === undefined || from <= to,
  { path: ["to"], error: "ends_before_start" },
];

type OpenRange = { from?: Day | undefined; to?: Day | undefined };

/** The day as PostgreSQL's driver wants it: midnight UTC. */
export function dayToDate(value: Day): Date {
  return new Date(`${value}T00:00:00Z`);
}

/** The day of a date column, which the driver reads as midnight UTC. An instant has a day only in a zone: `dayIn`. */
export function dayOfColumn(value: Date): Day {
  const text = value.toISOString();
  if (!text.endsWith("T00:00:00.000Z")) throw new RangeError(`an instant, not a day: ${text}`);
  return text.slice(0, 10) as Day;
}

/** The day some whole days later, or earlier when negative. */
export function addDays(value: Day, days: number): Day {
  return dayNumbered(numberOf(value) + days);
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(value: Day): number {
  return (((numberOf(value) + THURSDAY) % 7) + 7) % 7 || 7;
}

/** The first of January 1970 was one. */
const THURSDAY = 4;
const DAY_MS = 86_400_000;
const numbers = new Map<Day, number>();

/** Days since 1970, worked out once for each day: whole pools are counted half-day by half-day. */
function numberOf(value: Day): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  const number = Math.round(dayToDate(value).getTime() / DAY_MS);
  numbers.set(value, number);
  return number;
}

const days = new Map<number, Day>();

function dayNumbered(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const value = dayOfColumn(new Date(number * DAY_MS));
  days.set(number, value);
  return value;
}

/** All days from one to another, both included; empty when the end precedes the start. */
export function daysFrom(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
}

export function earlierDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}
