import { addDays, type Day, daysBetween, laterDay, weekdayOf } from "@/lib/time/day";
import { daysOfMonth, monthOf } from "@/lib/time/month";

/** A weekday of a rule; the second Monday of a month has the ordinal 2, the last one -1, every one none. */
export type RuleDay = { weekday: number; ordinal: number | null };

/** How an event recurs, as far as people say it: by days, weeks, months or years. */
export type Recurrence = {
  frequency: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  count: number | null;
  until: Day | null;
  days: readonly RuleDay[];
  monthDays: readonly number[];
  months: readonly number[];
};

/** How far a rule that counts is followed from its start. */
const MOST_DAYS_COUNTED = 4_000;

/**
 * The days of a rule (RFC 5545) between two days; its start is always one. Days that never come end the search, not the
 * server; null for a rule that counts from so long ago that it isn't followed.
 */
export function recurringDays(start: Day, rule: Recurrence, first: Day, last: Day): Day[] | null {
  const end = rule.until !== null && rule.until < last ? rule.until : last;
  const isCounted = rule.count !== null;
  if (isCounted && daysBetween(start, end) > MOST_DAYS_COUNTED) return null;
  const found: Day[] = isCounted || start >= first ? [start] : [];
  for (
    let on = isCounted ? addDays(start, 1) : laterDay(addDays(start, 1), first);
    on <= end;
    on = addDays(on, 1)
  ) {
    if (rule.count !== null && found.length >= rule.count) break;
    if (recursOn(start, rule, on)) found.push(on);
  }
  return found.filter((on) => on >= first);
}

function recursOn(start: Day, rule: Recurrence, on: Day): boolean {
  const { frequency, interval, days, monthDays, months } = rule;
  if (periodsBetween(start, on, frequency) % interval !== 0) return false;
  if (months.length > 0 && !months.includes(Number(on.slice(5, 7)))) return false;
  if (monthDays.length > 0 && !monthDays.includes(dayOfMonth(on)) && !monthDays.includes(-daysLeft(on)))
    return false;
  if (days.length > 0) return days.some((day) => isRuleDay(day, on));
  if (monthDays.length > 0 || frequency === "DAILY") return true;
  if (frequency === "WEEKLY") return weekdayOf(on) === weekdayOf(start);
  const isSameMonth = frequency === "MONTHLY" || months.length > 0 || on.slice(5, 7) === start.slice(5, 7);
  return isSameMonth && dayOfMonth(on) === dayOfMonth(start);
}

function periodsBetween(start: Day, on: Day, frequency: Recurrence["frequency"]): number {
  if (frequency === "DAILY") return daysBetween(start, on);
  if (frequency === "WEEKLY") return Math.floor((daysBetween(start, on) + weekdayOf(start) - 1) / 7);
  const years = Number(on.slice(0, 4)) - Number(start.slice(0, 4));
  return frequency === "YEARLY" ? years : years * 12 + Number(on.slice(5, 7)) - Number(start.slice(5, 7));
}

function dayOfMonth(on: Day): number {
  return Number(on.slice(8));
}

/** 1 on the last day of a month, 2 on the day before. */
function daysLeft(on: Day): number {
  return daysBetween(on, daysOfMonth(monthOf(on)).to) + 1;
}

function isRuleDay({ weekday, ordinal }: RuleDay, on: Day): boolean {
  if (weekdayOf(on) !== weekday) return false;
  if (ordinal === null) return true;
  return ordinal > 0 ? Math.ceil(dayOfMonth(on) / 7) === ordinal : Math.ceil(daysLeft(on) / 7) === -ordinal;
}
