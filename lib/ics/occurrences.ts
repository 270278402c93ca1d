import ICAL from "ical.js";
import { DAY_MINUTES } from "@/lib/time/hours";
import { type ClockMinute, type Moment, momentOf, onClockOf } from "./moments";

/** What makes a series of an event: its rules as text, and the times added and left out. */
export type Series = {
  start: Moment;
  rules: readonly string[];
  added: readonly Moment[];
  left: readonly Moment[];
};

/** From when to when a series is followed, on the clock of its start. */
export type SeriesWindow = { from: ClockMinute; to: ClockMinute };

export type SeriesFault = "recurs_too_often" | "recurs_oddly";

/** As many occurrences of one event are taken in. */
export const MOST_OCCURRENCES = 400;
const MOST_STEPS = 4_000;

/** Steps of rules that are left for a file; an endless rule ends with them. */
export type StepBudget = { steps: number };

class TooManySteps extends Error {}

/** The starts of a series in a window, in order, on the clock of its own start, exceptions left out by instant. */
export function startsOfSeries(
  { start, rules, added, left }: Series,
  window: SeriesWindow,
  budget: StepBudget,
): ClockMinute[] | SeriesFault {
  const starts = new Set([start.minute, ...added.map((one) => onClockOf(one, start))]);
  for (const text of rules) {
    const found = startsOfRule(text, start, window, budget);
    if (typeof found === "string") return found;
    for (const one of found) starts.add(one);
  }
  for (const one of left) starts.delete(onClockOf(one, start));
  const within = [...starts].filter((one) => one >= window.from && one <= window.to).sort((a, b) => a - b);
  return within.length > MOST_OCCURRENCES ? "recurs_too_often" : within;
}

function startsOfRule(
  text: string,
  start: Moment,
  window: SeriesWindow,
  budget: StepBudget,
): ClockMinute[] | SeriesFault {
  const rule = readRule(text, start, window);
  if (rule === null) return "recurs_oddly";
  const { positions, count } = rule;
  const first = positions ? startOfPeriod(start.minute, rule.recur) : startNear(start.minute, rule, window);
  try {
    const all = iterate(rule.recur, first, start.isDate, budget).filter((one) =>
      fits(one, rule.recur, start),
    );
    const picked = positions ? atPositions(all, positions, rule.recur) : all;
    const since = picked.filter((one) => one >= start.minute);
    return count === null ? since : since.slice(0, count);
  } catch (error) {
    return error instanceof TooManySteps ? "recurs_too_often" : "recurs_oddly";
  }
}

type Rule = { recur: ICAL.Recur; positions: number[] | null; count: number | null };

/** A rule as ical.js follows it rightly: by days or more, its end on the clock of the start; null for another. */
function readRule(text: string, start: Moment, window: SeriesWindow): Rule | null {
  const parts = text.split(";").filter((part) => part !== "");
  const untilText = parts.find((part) => /^UNTIL=/i.test(part))?.slice("UNTIL=".length);
  const until = untilText === undefined ? null : momentOf(untilText, start.zone);
  if (untilText !== undefined && until === null) return null;
  const recur = parseRule(parts.filter((part) => !/^UNTIL=/i.test(part)).join(";"));
  if (!recur || !isFollowed(recur)) return null;
  const positions = numbersOf(recur.parts.BYSETPOS);
  const count = recur.count;
  const last = until ? endOfSeries(until, start) : window.to;
  const { BYSETPOS: _, ...by } = recur.parts;
  recur.parts = by;
  // ical.js ends a rule either by its count or by its end; it is counted here, so that no rule is without an end.
  recur.count = null;
  recur.until = timeOf(Math.min(last, window.to), start.isDate);
  return { recur, positions: positions.length > 0 ? positions : null, count };
}

function parseRule(text: string): ICAL.Recur | null {
  try {
    return ICAL.Recur.fromString(text);
  } catch {
    return null;
  }
}

function endOfSeries(until: Moment, start: Moment): ClockMinute {
  return until.isDate && !start.isDate ? until.minute + DAY_MINUTES - 1 : onClockOf(until, start);
}

/** False for what ical.js counts wrongly: by weeks or days of the year, and the twentieth Monday of a year. */
function isFollowed({ freq, parts }: ICAL.Recur): boolean {
  const hasOrdinal = (parts.BYDAY ?? []).some((one) => /\d/.test(String(one)));
  if (!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"].includes(freq)) return false;
  if (parts.BYWEEKNO || parts.BYYEARDAY) return false;
  if (freq === "YEARLY" && parts.BYDAY && !parts.BYMONTH) return false;
  return !hasOrdinal || freq === "MONTHLY" || freq === "YEARLY";
}

function numbersOf(values: readonly (string | number)[] | undefined): number[] {
  return (values ?? []).map(Number);
}

/** A rule without a count begins anew near the window, so that a series of many years isn't followed through them. */
function startNear(start: ClockMinute, { recur, count }: Rule, { from }: SeriesWindow): ClockMinute {
  const days = recur.freq === "DAILY" ? 1 : recur.freq === "WEEKLY" ? 7 : 0;
  const period = days * Math.max(1, recur.interval) * DAY_MINUTES;
  if (count !== null || period === 0 || start >= from) return start;
  return start + Math.max(0, Math.floor((from - start) / period) - 1) * period;
}

function iterate(recur: ICAL.Recur, first: ClockMinute, isDate: boolean, budget: StepBudget): ClockMinute[] {
  const last = recur.until ? minuteOf(recur.until) : first;
  // A yearly rule looks for its first year before it can be stopped.
  if (recur.freq === "YEARLY") budget.steps -= Math.max(0, yearOf(last) - yearOf(first));
  if (budget.steps < 0) throw new TooManySteps();
  const iterator = recur.iterator(timeOf(first, isDate));
  const check = iterator.check_contracting_rules.bind(iterator);
  let steps = 0;
  iterator.check_contracting_rules = () => {
    if (++steps > MOST_STEPS || --budget.steps < 0) throw new TooManySteps();
    return minuteOf(iterator.last) > last || check();
  };
  const found: ClockMinute[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) found.push(minuteOf(next));
  return found;
}

/** Days that a month lacks are left out (RFC 5545), where ical.js goes on into the next month. */
function fits(minute: ClockMinute, { freq, parts }: ICAL.Recur, start: Moment): boolean {
  const at = new Date(minute * 60_000);
  const months = numbersOf(parts.BYMONTH);
  if (months.length > 0 && !months.includes(at.getUTCMonth() + 1)) return false;
  const days = numbersOf(parts.BYMONTHDAY);
  const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  const isDay = (day: number) => (day > 0 ? day : length + day + 1) === at.getUTCDate();
  if (days.length > 0) return days.some(isDay);
  if (parts.BYDAY || (freq !== "MONTHLY" && freq !== "YEARLY")) return true;
  return at.getUTCDate() === new Date(start.minute * 60_000).getUTCDate();
}

/** The days of each week, month or year that have the places asked for; the last one has -1. */
function atPositions(
  all: readonly ClockMinute[],
  positions: readonly number[],
  recur: ICAL.Recur,
): ClockMinute[] {
  const periods = new Map<ClockMinute, ClockMinute[]>();
  for (const one of all) {
    const period = startOfPeriod(one, recur);
    periods.set(period, [...(periods.get(period) ?? []), one]);
  }
  return [...periods.values()].flatMap((period) =>
    period.filter((_, i) => positions.includes(i + 1) || positions.includes(i - period.length)),
  );
}

/** The start of the day, week, month or year in which a reading lies, at its own time of day. */
function startOfPeriod(minute: ClockMinute, { freq, wkst }: ICAL.Recur): ClockMinute {
  const at = new Date(minute * 60_000);
  if (freq === "DAILY") return minute;
  if (freq === "WEEKLY") return minute - ((at.getUTCDay() + 8 - wkst) % 7) * DAY_MINUTES;
  at.setUTCDate(1);
  if (freq === "YEARLY") at.setUTCMonth(0);
  return at.getTime() / 60_000;
}

function yearOf(minute: ClockMinute): number {
  return new Date(minute * 60_000).getUTCFullYear();
}

function timeOf(minute: ClockMinute, isDate: boolean): ICAL.Time {
  const at = new Date(minute * 60_000);
  return ICAL.Time.fromData({
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: 0,
    isDate,
  });
}

function minuteOf({ year, month, day, hour, minute }: ICAL.Time): ClockMinute {
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}
