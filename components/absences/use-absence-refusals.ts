"use client";
import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { useEdgeWords } from "@/components/time/use-range-words";
import type { FormAnswer } from "@/components/ui/forms/form";

type Part = "am" | "pm";
type Details = { from?: string; fromPart?: Part; to?: string; toPart?: Part; on?: string; status?: string };
type Refused = Pick<FormAnswer, "reason"> & { details?: Record<string, unknown> };

/** The words for whatever an absence verb may refuse. */
export function useAbsenceRefusals() {
  const t = useTranslations("absences.refusals");
  const edge = useEdgeWords();
  const dayWords = useDayWords();
  return (answer: FormAnswer | Refused): string | undefined => {
    const { reason, details = {} } = answer as Refused;
    const key = (reason ?? "") as "overlaps_absence";
    if (!t.has(key)) return undefined;
    const { from, fromPart = "am", to, toPart = "pm", on, status = "" } = details as Details;
    const dates = reason === "blackout" && from && to ? [dayWords(from), dayWords(to)] : null;
    return t(key, {
      ...(details as Record<string, string>),
      from: dates?.[0] ?? (from ? edge(from, fromPart) : ""),
      to: dates?.[1] ?? (to ? edge(to, toPart) : ""),
      on: on ? dayWords(on) : "",
      status,
    } as never);
  };
}
