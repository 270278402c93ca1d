"use client";
import { useTranslations } from "next-intl";
import type { FormAnswer } from "@/components/ui/form";
import { useEdgeWords } from "./absence-words";

type Details = { from?: string; fromPart?: "am" | "pm"; to?: string; toPart?: "am" | "pm"; status?: string };
type Refused = FormAnswer & { details?: Details };

/** The words for whatever an absence verb may refuse. */
export function useAbsenceRefusals() {
  const t = useTranslations("absences.refusals");
  const edge = useEdgeWords();
  return (answer: FormAnswer): string | undefined => {
    const { reason, details = {} } = answer as Refused;
    const key = (reason ?? "") as "overlaps_absence";
    if (!t.has(key)) return undefined;
    const { from, fromPart = "am", to, toPart = "pm", status = "" } = details;
    return t(key, { from: edge(from, fromPart), to: edge(to, toPart), status } as never);
  };
}
