import { useTranslations } from "next-intl";
import type { WeekDay } from "@/lib/coverage/serving/queries-week";
import { clockText } from "@/lib/time/hours";

/** The hours of a day in words: "08:00–17:00", "Day off: Midsummer Eve", "Not working". */
export function useHoursWords() {
  const t = useTranslations("week");
  return ({ holiday, hours }: WeekDay): string => {
    if (holiday && !hours) return `${t("dayOff")}: ${holiday}`;
    if (!hours) return t("noHours");
    return t("hours", { from: clockText(hours.startsAtMinute), to: clockText(hours.endsAtMinute) });
  };
}
