import { useFormatter, useTranslations } from "next-intl";
import { dayToDate, day as parseDay } from "@/lib/time/day";

type Range = { from: string; fromPart: "am" | "pm"; to: string; toPart: "am" | "pm" };

/** A stretch of half-days as one reads it: "Mon 17 Aug – Fri 21 Aug, morning". */
export function useRangeWords() {
  const t = useTranslations("handovers");
  const dayWords = useDayWords();
  const edge = (on: string, part: "am" | "pm", whole: "am" | "pm") =>
    part === whole ? dayWords(on) : t("halfDay", { day: dayWords(on), part: t(`part.${part}`) });
  return ({ from, fromPart, to, toPart }: Range): string => {
    if (from !== to) return t("span", { from: edge(from, fromPart, "am"), to: edge(to, toPart, "pm") });
    return fromPart === toPart
      ? t("halfDay", { day: dayWords(from), part: t(`part.${fromPart}`) })
      : dayWords(from);
  };
}

/** A day with its weekday, "Mon 17 Aug". */
export function useDayWords() {
  const format = useFormatter();
  return (on: string) =>
    format.dateTime(dayToDate(parseDay(on)), {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
    });
}

const MONDAY = "2026-08-17";
const WORKDAYS = "1,2,3,4,5";
const LAST_OF_MONTH = 31;

/** The name of an ISO weekday. */
export function useWeekdayName() {
  const format = useFormatter();
  return (weekday: number, width: "short" | "long" = "short") => {
    const date = dayToDate(parseDay(MONDAY));
    date.setUTCDate(date.getUTCDate() + weekday - 1);
    return format.dateTime(date, { weekday: width, timeZone: "UTC" });
  };
}

/** When something recurs: "Mon, Thu, 08:30", "15th of each month". */
export function useRecurrenceWords() {
  const t = useTranslations("handovers.when");
  const nameOf = useWeekdayName();
  return ({
    weekdays,
    monthDay,
    minute,
  }: {
    weekdays: number[];
    monthDay: number | null;
    minute: number | null;
  }) => {
    const when =
      monthDay === LAST_OF_MONTH
        ? t("monthEnd")
        : monthDay !== null
          ? t("monthly", { day: monthDay })
          : weekdays.join() === WORKDAYS
            ? t("everyWorkday")
            : weekdays.map((weekday) => nameOf(weekday)).join(", ");
    return minute === null ? when : t("at", { when, time: clockOf(minute) });
  };
}

/** Minutes after midnight as a clock shows them. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
