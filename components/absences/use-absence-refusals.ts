"use client";
import { useTranslations } from "next-intl";
import type { FormAnswer } from "@/components/ui/forms/form";
import { useDayWords, useEdgeWords } from "./absence-words";

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
      from: dates?.[0] ?? edge(from, fromPart),
      to: dates?.[1] ?? edge(to, toPart),
      on: on ? dayWords(on) : "",
      status,
    } as never);
  };
}
