import { addDays, type Day, day, daysBetween, weekdayOf } from "./day";

/** An ISO week as it stands in addresses: "2026-W34". */
export type IsoWeek = string & { readonly __isoWeek: true };

const WEEK_PATTERN = /^(20\d{2})-W(\d{2})$/;

/** Monday of an ISO week: the week that holds 4 January is week 1 (ISO 8601). */
export function mondayOf(week: IsoWeek): Day {
  const [, year = "", number = ""] = WEEK_PATTERN.exec(week) ?? [];
  const fourth = day(`${year}-01-04`);
  return addDays(fourth, (Number(number) - 1) * 7 - (weekdayOf(fourth) - 1));
}

/** The ISO week a day lies in. */
export function isoWeekOf(value: Day): IsoWeek {
  const thursday = addDays(value, 4 - weekdayOf(value));
  const year = thursday.slice(0, 4);
  // The Thursday of the first and the last week lies outside the years that a Day may name.
  const number = Math.floor(daysBetween(`${year}-01-01` as Day, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, "0")}` as IsoWeek;
}

/** True for a week that exists: 2026-W53 does, 2025-W53 does not. */
export function isIsoWeek(text: string): text is IsoWeek {
  const match = WEEK_PATTERN.exec(text);
  if (!match || Number(match[2]) < 1 || Number(match[2]) > 53) return false;
  return isoWeekOf(mondayOf(text as IsoWeek)) === text;
}

/** The week some weeks later, or earlier when negative. */
export function addWeeks(week: IsoWeek, weeks: number): IsoWeek {
  return isoWeekOf(addDays(mondayOf(week), weeks * 7));
}

/** 34 of "2026-W34". */
export function weekNumber(week: IsoWeek): number {
  return Number(week.slice(6));
}
