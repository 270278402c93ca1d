import { useFormatter, useTranslations } from "next-intl";
import { useExtentWords } from "@/app/_shared/coverage/use-extent-words";
import type { DayExecutive } from "./week-days";

/** How much of a day an executive takes: "all day", "morning", "10:00–12:00, Travel". */
export function useDayExtentWords(dutyNames: Record<string, string>) {
  const t = useTranslations("week");
  const format = useFormatter();
  const extentWords = useExtentWords(dutyNames);
  return ({ part, window, dutyIds }: Pick<DayExecutive, "part" | "window" | "dutyIds">): string => {
    const when = window ? [] : [t(part === "all" ? "allDay" : part)];
    return format.list([...when, ...extentWords({ window, dutyIds })], { type: "unit" });
  };
}
