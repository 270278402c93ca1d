import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { useRangeWords } from "@/components/time/use-range-words";
import type { AwaySpan } from "@/lib/absences/wallchart/rules";
import type { WallchartPerson } from "@/lib/absences/wallchart/schema";
import { day } from "@/lib/time/day";
import { halfDayIndex, rangeOfIndexes } from "@/lib/time/half-day";

type Cover = NonNullable<WallchartPerson["covers"]>[number];

/** The words of a wallchart's spans: what, when, and whether it is only asked for. */
export function useSpanWords(view: { from: string }, typeNames: Record<string, string>) {
  const t = useTranslations("wallchart");
  const dayWords = useDayWords();
  const rangeWords = useRangeWords();
  const origin = halfDayIndex(day(view.from), "am");

  function when(first: number, last: number, startMinute: number | null, endMinute: number | null): string {
    return rangeWords({ ...rangeOfIndexes(origin + first, origin + last), startMinute, endMinute });
  }

  function typeOf(type: string | null): string {
    return type === null ? t("away") : (typeNames[type] ?? type);
  }

  function ofAway([first, last, type, status, start, end]: AwaySpan): string {
    const words = `${typeOf(type)}, ${when(first, last, start, end)}`;
    return status === "requested" ? `${words}, ${t("asked")}` : words;
  }

  function ofCover([first, last, executive, start, end]: Cover): string {
    return t("coverOf", { executive, when: when(first, last, start, end) });
  }

  return { ofAway, ofCover, typeOf, dayWords };
}

export type SpanWords = ReturnType<typeof useSpanWords>;
