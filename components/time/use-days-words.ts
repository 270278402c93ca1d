import { useFormatter } from "next-intl";
import { type Day, dayToDate } from "@/lib/time/day";

/** Days from one to another without weekdays and years: "7–11 Dec", "28 Dec – 1 Jan". A range of the browser's own has other spaces than the server's. */
export function useDaysWords() {
  const format = useFormatter();
  const words = (on: Day, month?: "short") =>
    format.dateTime(dayToDate(on), { day: "numeric", month, timeZone: "UTC" });
  return (from: Day, to: Day): string =>
    from.slice(0, 7) === to.slice(0, 7)
      ? `${words(from)}–${words(to, "short")}`
      : `${words(from, "short")} – ${words(to, "short")}`;
}
