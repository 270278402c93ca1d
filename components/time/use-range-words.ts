import { useTranslations } from "next-intl";
import type { DayPart } from "@/lib/time/half-day";
import { type Hours, hoursText } from "@/lib/time/hours";
import { useDayWords, type Width } from "./use-day-words";

/** A stretch as it comes from a page or the API: half-days, and hours where it is some of one day. */
export type ShownRange = {
  from: string;
  fromPart: DayPart;
  to: string;
  toPart: DayPart;
  startMinute?: number | null | undefined;
  endMinute?: number | null | undefined;
  window?: Hours | null | undefined;
};

function hoursOfRange({ window, startMinute, endMinute }: ShownRange): Hours | null {
  if (window) return window;
  return startMinute == null || endMinute == null ? null : { startMinute, endMinute };
}

/** A stretch in the one way it reads everywhere: "Mon 17 Aug – Fri 21 Aug, morning", "Mon 17 Aug, 10:00–12:00". */
export function useRangeWords() {
  const t = useTranslations("common.time");
  const dayWords = useDayWords();
  const edgeWords = useEdgeWords();
  return (range: ShownRange, width: Width = "short"): string => {
    const { from, fromPart, to, toPart } = range;
    const hours = hoursOfRange(range);
    if (hours) return t("hours", { day: dayWords(from, width), hours: hoursText(hours) });
    if (from === to) return fromPart === toPart ? edgeWords(from, fromPart, width) : dayWords(from, width);
    return t("span", {
      from: fromPart === "am" ? dayWords(from, width, to) : edgeWords(from, fromPart, width, to),
      to: toPart === "pm" ? dayWords(to, width) : edgeWords(to, toPart, width),
    });
  };
}

/** Half of a day: "Mon 17 Aug, morning". */
export function useEdgeWords() {
  const t = useTranslations("common.time");
  const dayWords = useDayWords();
  return (on: string, part: DayPart, width: Width = "short", next?: string): string =>
    t("halfDay", { day: dayWords(on, width, next), part });
}
