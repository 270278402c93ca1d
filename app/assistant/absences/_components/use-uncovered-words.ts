import { useFormatter, useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { UncoveredExecutive } from "@/lib/coverage/what-if/rules-leave-preview";
import type { PreviewDay } from "../preview-months";

/** The words for whom a day of leave would leave without cover. */
export function useUncoveredWords() {
  const t = useTranslations("absences.leavePreview");
  const format = useFormatter();
  const dayWords = useDayWords();
  const executiveWords = ({ name, part }: UncoveredExecutive) => (part ? t(`part.${part}`, { name }) : name);
  const dayLabel = ({ on, uncovered }: PreviewDay) =>
    uncovered.length === 0
      ? t("dayFine", { day: dayWords(on, "long") })
      : t("dayOpen", { day: dayWords(on, "long"), names: format.list(uncovered.map(executiveWords)) });
  return { dayWords, executiveWords, dayLabel };
}
