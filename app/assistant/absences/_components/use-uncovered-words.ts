import { useFormatter, useTranslations } from "next-intl";
import type { UncoveredExecutive } from "@/lib/coverage/what-if/rules-leave-preview";
import { type Day, dayToDate } from "@/lib/time/day";
import type { PreviewDay } from "../preview-months";

/** The words for whom a day of leave would leave without cover. */
export function useUncoveredWords() {
  const t = useTranslations("absences.leavePreview");
  const format = useFormatter();
  const dayWords = (on: Day, style: "long" | "short" = "long") =>
    format.dateTime(dayToDate(on), { weekday: style, day: "numeric", month: style, timeZone: "UTC" });
  const executiveWords = ({ name, part }: UncoveredExecutive) => (part ? t(`part.${part}`, { name }) : name);
  const dayLabel = ({ on, uncovered }: PreviewDay) =>
    uncovered.length === 0
      ? t("dayFine", { day: dayWords(on) })
      : t("dayOpen", { day: dayWords(on), names: format.list(uncovered.map(executiveWords)) });
  return { dayWords, executiveWords, dayLabel };
}
