import { useFormatter, useTranslations } from "next-intl";
import { hoursText } from "@/lib/time/hours";
import type { DayExecutive } from "./week-days";

/** How much of a day an executive takes: "all day", "morning", "10:00–12:00, Travel". */
export function useExtentWords(dutyNames: Record<string, string>) {
  const t = useTranslations("week");
  const format = useFormatter();
  return ({ part, window, dutyIds }: Pick<DayExecutive, "part" | "window" | "dutyIds">): string => {
    const when = window ? hoursText(window) : t(part === "all" ? "allDay" : part);
    const duties = dutyIds.map((id) => dutyNames[id] ?? id);
    return format.list([when, ...duties], { type: "unit" });
  };
}
