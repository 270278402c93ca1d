import { useFormatter, useNow } from "next-intl";
import { dayWords, type Width } from "@/lib/i18n/time-words";
import { addDays, type Day, dayToDate, day as parseDay } from "@/lib/time/day";

/** A day with its weekday, and its year where it is not this year's: "Mon 17 Aug", "Mon 16 Aug 2027". */
export function useDayWords() {
  const format = useFormatter();
  const now = useNow();
  return (on: string, width?: Width, next?: string): string => dayWords({ format, now }, on, width, next);
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
