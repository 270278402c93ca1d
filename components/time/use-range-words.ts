import { useFormatter, useNow, useTranslations } from "next-intl";
import { edgeWords, rangeWords, type ShownRange, type TimeSpeaker, type Width } from "@/lib/i18n/time-words";
import type { DayPart } from "@/lib/time/half-day";

/** What words of time are made with on a page. */
export function useTimeSpeaker(): TimeSpeaker {
  return { t: useTranslations("common.time"), format: useFormatter(), now: useNow() };
}

/** A stretch in the one way it reads everywhere: "Mon 17 Aug – Fri 21 Aug, morning", "Mon 17 Aug, 10:00–12:00". */
export function useRangeWords() {
  const speaker = useTimeSpeaker();
  return (range: ShownRange, width?: Width): string => rangeWords(speaker, range, width);
}

/** Half of a day: "Mon 17 Aug, morning". */
export function useEdgeWords() {
  const speaker = useTimeSpeaker();
  return (on: string, part: DayPart, width?: Width, next?: string): string =>
    edgeWords(speaker, on, part, width, next);
}
