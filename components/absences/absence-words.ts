import { useFormatter, useTranslations } from "next-intl";
import { day, dayToDate } from "@/lib/time/day";

type Part = "am" | "pm";
type Stretch = { from: string; fromPart: Part; to: string; toPart: Part };

const DATE = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;

/** An absence's dates as people say them: "17–21 Aug 2026", "Mon 17 Aug 2026, morning", "17–19 Aug 2026, from noon". */
export function useStretchWords() {
  const t = useTranslations("absences.range");
  const format = useFormatter();
  return ({ from, fromPart, to, toPart }: Stretch): string => {
    const [first, last] = [dayToDate(day(from)), dayToDate(day(to))];
    const dates =
      from === to
        ? format.dateTime(first, { ...DATE, weekday: "short" })
        : format.dateTimeRange(first, last, DATE);
    if (from === to && fromPart === toPart) return t(fromPart === "am" ? "morning" : "afternoon", { dates });
    if (fromPart === "pm" && toPart === "am") return t("fromNoonToNoon", { dates });
    if (fromPart === "pm") return t("fromNoon", { dates });
    return toPart === "am" ? t("toNoon", { dates }) : dates;
  };
}

/** One end of an absence: "17 Aug 2026, morning"; nothing when the day is not known. */
export function useEdgeWords() {
  const t = useTranslations("absences.range");
  const format = useFormatter();
  return (on: string | undefined, part: Part): string =>
    on ? t("edge", { day: format.dateTime(dayToDate(day(on)), DATE), part }) : "";
}
