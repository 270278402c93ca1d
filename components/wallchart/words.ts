import { useFormatter, useTranslations } from "next-intl";
import type { AwaySpan } from "@/lib/absences/wallchart/rules";
import type { WallchartPerson } from "@/lib/absences/wallchart/schema";
import { type Day, dayToDate } from "@/lib/time/day";
import { dayAt } from "./geometry";

type Cover = NonNullable<WallchartPerson["covers"]>[number];

const DATE = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const;

/** Minutes after midnight as a clock shows them: "9:30"; whole hours without minutes. */
export function clock(minute: number): string {
  const minutes = minute % 60;
  return `${Math.floor(minute / 60)}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""}`;
}

/** The words of a wallchart's spans: what, when, and whether it is only asked for. */
export function useSpanWords(view: { from: string }, typeNames: Record<string, string>) {
  const t = useTranslations("wallchart");
  const format = useFormatter();

  function dayWords(on: Day): string {
    return format.dateTime(dayToDate(on), DATE);
  }

  function when(first: number, last: number, start: number | null, end: number | null): string {
    const from = dayAt(view, Math.floor(first / 2));
    const to = dayAt(view, Math.floor(last / 2));
    if (start !== null && end !== null)
      return t("when.hours", { day: dayWords(from), from: clock(start), to: clock(end) });
    const [isFromNoon, isToNoon] = [Math.abs(first % 2) === 1, Math.abs(last % 2) === 0];
    if (from === to && (isFromNoon || isToNoon))
      return t(isFromNoon ? "when.afternoon" : "when.morning", { day: dayWords(from) });
    const dates = from === to ? dayWords(from) : t("when.days", { from: dayWords(from), to: dayWords(to) });
    if (isFromNoon) return t(isToNoon ? "when.noonToNoon" : "when.fromNoon", { dates });
    return isToNoon ? t("when.toNoon", { dates }) : dates;
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
