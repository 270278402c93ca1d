import { useFormatter, useTranslations } from "next-intl";
import { type Day, day, dayToDate } from "@/lib/time/day";

type Stretch = { from: string; fromPart: "am" | "pm"; to: string; toPart: "am" | "pm" };

/** An absence's dates as people say them: "17–21 Aug", "17 Aug, morning", "17–19 Aug, from noon". */
export function useStretchWords() {
  const t = useTranslations("absences.range");
  const format = useFormatter();
  const dates = (from: Day, to: Day) =>
    from === to
      ? format.dateTime(dayToDate(from), {
          weekday: "short",
          day: "numeric",
          month: "short",
          timeZone: "UTC",
        })
      : format.dateTimeRange(dayToDate(from), dayToDate(to), {
          day: "numeric",
          month: "short",
          timeZone: "UTC",
        });
  return ({ from, fromPart, to, toPart }: Stretch): string => {
    const words = dates(day(from), day(to));
    if (from === to && fromPart === toPart)
      return t(fromPart === "am" ? "morning" : "afternoon", { dates: words });
    if (fromPart === "pm" && toPart === "am") return t("fromNoonToNoon", { dates: words });
    if (fromPart === "pm") return t("fromNoon", { dates: words });
    return toPart === "am" ? t("toNoon", { dates: words }) : words;
  };
}
