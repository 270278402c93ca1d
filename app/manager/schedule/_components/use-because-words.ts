import { useTranslations } from "next-intl";
import type { GridRole } from "@/app/manager/schedule/schedule-data";
import type { Replacement } from "@/lib/schedules/replacing/rules";
import { hoursAmountText, shortHoursText } from "@/lib/time/hours";
import { workWords } from "./use-shift-words";

/** What speaks for a person and against them: at work then, no shift that day, gladly, and how their week stands. */
export function useBecauseWords(roles: ReadonlyMap<string, GridRole>) {
  const t = useTranslations("schedule.ranked");
  return (person: Replacement): string[] => {
    const { within, sameDay, isGlad, plannedMinutes, contractMinutes, findings } = person;
    const [shift] = sameDay;
    const day = within
      ? t("within", { hours: shortHoursText(within), work: workWords(within.work, roles) })
      : shift
        ? t("works", { hours: sameDay.map(shortHoursText).join(", ") })
        : t("free");
    const notes = findings
      .filter(({ kind }) => kind === "note")
      .map(({ rule }) => t(`note.${rule as "against_wish"}`));
    return [
      day,
      ...(isGlad ? [t("glad")] : []),
      ...notes,
      t("hours", { is: hoursAmountText(plannedMinutes), of: hoursAmountText(contractMinutes) }),
    ];
  };
}
