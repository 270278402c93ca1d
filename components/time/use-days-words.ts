import { useFormatter } from "next-intl";
import { type Day, dayToDate } from "@/lib/time/day";

/** Days from one to another without weekdays and years: "7–11 Dec", "28 Dec – 1 Jan". */
export function useDaysWords() {
  const format = useFormatter();
  const short = { day: "numeric", month: "short", timeZone: "UTC" } as const;
  return (from: Day, to: Day): string => {
    if (from.slice(0, 4) === to.slice(0, 4))
      return format.dateTimeRange(dayToDate(from), dayToDate(to), short);
    return `${format.dateTime(dayToDate(from), short)} – ${format.dateTime(dayToDate(to), short)}`;
  };
}
