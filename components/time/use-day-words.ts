import { useFormatter, useNow } from "next-intl";
import { addDays, type Day, dayToDate, day as parseDay } from "@/lib/time/day";

/** How much room the words of a day have: "Mon 17 Aug", or "Monday 17 August". */
export type Width = "short" | "long";

/**
 * A day with its weekday, and its year where it is not this year's: "Mon 17 Aug", "Mon 16 Aug 2027". A day that is followed
 * by another of its year leaves the year to that one.
 */
export function useDayWords() {
  const format = useFormatter();
  const now = useNow();
  let thisYear: string | undefined;
  return (on: string, width: Width = "short", next = ""): string => {
    thisYear ??= format.dateTime(now, { year: "numeric" });
    const hasYear = !on.startsWith(thisYear) && on.slice(0, 4) !== next.slice(0, 4);
    const words = format.dateTime(dayToDate(parseDay(on)), {
      weekday: width,
      day: "numeric",
      month: width,
      ...(hasYear && { year: "numeric" as const }),
      timeZone: "UTC",
    });
    return words.replace(/^(\p{L}+), /u, "$1 ");
  };
}

const A_MONDAY = parseDay("2026-08-17");

/** The name of an ISO weekday, 1 for Monday. */
export function useWeekdayWords() {
  const format = useFormatter();
  return (weekday: number, width: Width = "short"): string =>
    format.dateTime(dayToDate(addDays(A_MONDAY, weekday - 1)), { weekday: width, timeZone: "UTC" });
}

/** A day where its month is said beside it: "Mon 17". */
export function useDayOfMonthWords() {
  const format = useFormatter();
  const words = (on: Day, part: "weekday" | "day") =>
    format.dateTime(dayToDate(on), {
      ...(part === "weekday" ? { weekday: "short" } : { day: "numeric" }),
      timeZone: "UTC",
    });
  return (on: Day): string => `${words(on, "weekday")} ${words(on, "day")}`;
}
