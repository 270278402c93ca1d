"use client";
import { useTranslations } from "next-intl";
import { useAbsenceRefusals } from "@/components/absences/use-absence-refusals";
import type { FormAnswer } from "@/components/ui/forms/form";

type Refused = FormAnswer & { details?: { count?: number } };

/** The words for whatever a verb of covers, offers and sickness may refuse. */
export function useCoverRefusals() {
  const t = useTranslations("cover.refusals");
  const ofAbsences = useAbsenceRefusals();
  return (answer: FormAnswer): string | undefined => {
    const { reason, details } = answer as Refused;
    const key = (reason ?? "") as "gaps_not_accepted";
    return t.has(key) ? t(key, { count: details?.count ?? 0 }) : ofAbsences(answer);
  };
}
