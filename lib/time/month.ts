import { addDays, type Day, type DayRange, day } from "./day";

/** A calendar month as it stands in addresses: "2026-08". */
export type Month = string & { readonly __month: true };

const MONTH_PATTERN = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** True for a month of the years 2000 to 2099. */
export function isMonth(text: string): text is Month {
  return MONTH_PATTERN.test(text);
}

/** The month a day lies in. */
export function monthOf(value: Day): Month {
  return value.slice(0, 7) as Month;
}

/** The month some months later, or earlier when negative. */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}` as Month;
}

/** First and last day of a month. */
export function daysOfMonth(month: Month): DayRange {
  return { from: day(`${month}-01`), to: addDays(day(`${addMonths(month, 1)}-01`), -1) };
}

/** The same day of the month some months later, or that month's last. */
export function dayMonthsLater(from: Day, months: number): Day {
  const month = addMonths(monthOf(from), months);
  const same = `${month}-${from.slice(8)}`;
  const { to } = daysOfMonth(month);
  return same > to ? to : day(same);
}
