"use client";
import { useTranslations } from "next-intl";
import type { FormAnswer } from "@/components/ui/form";

type Refused = FormAnswer & { details?: Record<string, unknown> };

/** The words for whatever an absence verb may refuse. */
export function useAbsenceRefusals() {
  const t = useTranslations("absences.refusals");
  return (answer: FormAnswer): string | undefined => {
    const { reason, details = {} } = answer as Refused;
    const key = (reason ?? "") as "overlaps_absence";
    if (!t.has(key)) return undefined;
    const { from = "", to = "", status = "" } = details as Record<string, string>;
    return t(key, { from, to, status } as never);
  };
}
