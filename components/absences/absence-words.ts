import { useFormatter, useTranslations } from "next-intl";
import { day, dayToDate } from "@/lib/time/day";
import { hoursText } from "@/lib/time/hours";

type Part = "am" | "pm";
type Stretch = {
  from: string;
  fromPart: Part;
  to: string;
  toPart: Part;
  startMinute?: number | null;
  endMinute?: number | null;
};

const DATE = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;

/** An absence's dates as people say them: "17–21 Aug 2026", "Mon 17 Aug 2026, morning", "Mon 17 Aug 2026, 10:00–12:00". */
export function useStretchWords() {
  const t = useTranslations("absences.range");
  const format = useFormatter();
  return ({ from, fromPart, to, toPart, startMinute, endMinute }: Stretch): string => {
    const [first, last] = [dayToDate(day(from)), dayToDate(day(to))];
    const dates =
      from === to
        ? format.dateTime(first, { ...DATE, weekday: "short" })
        : plainSpaces(format.dateTimeRange(first, last, DATE));
    if (typeof startMinute === "number" && typeof endMinute === "number")
      return `${dates}, ${hoursText({ startMinute, endMinute })}`;
    if (from === to && fromPart === toPart) return t(fromPart === "am" ? "morning" : "afternoon", { dates });
    if (fromPart === "pm" && toPart === "am") return t("fromNoonToNoon", { dates });
    if (fromPart === "pm") return t("fromNoon", { dates });
    return toPart === "am" ? t("toNoon", { dates }) : dates;
  };
}

/** Node and browsers write a range with different thin spaces, which React takes for different words. */
export function plainSpaces(words: string): string {
  return words.replaceAll(/\s/g, " ");
}

/** One end of an absence: "17 Aug 2026, morning"; nothing when the day is not known. */
export function useEdgeWords() {
  const t = useTranslations("absences.range");
  const format = useFormatter();
  return (on: string | undefined, part: Part): string =>
    on ? t("edge", { day: format.dateTime(dayToDate(day(on)), DATE), part }) : "";
}

/** A day: "17 Aug 2026". */
export function useDayWords() {
  const format = useFormatter();
  return (on: string): string => format.dateTime(dayToDate(day(on)), DATE);
}

/** An amount of leave: "12.5 days", "7 h 30 min". */
export function useAmountWords() {
  const t = useTranslations("absences.amount");
  const format = useFormatter();
  return (amount: number, measure: "days" | "minutes"): string => {
    if (measure === "days")
      return t("days", { text: format.number(amount, { maximumFractionDigits: 2 }), count: amount });
    const whole = Math.abs(amount);
    const hours = `${amount < 0 ? "−" : ""}${Math.floor(whole / 60)}`;
    return t("minutes", { hours, minutes: whole % 60 }).trim();
  };
}
