import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { LackingView } from "@/lib/training/mandatory/schema";

/** Who lacks a mandatory course, by when they have to have it, and how far they are. */
export function LackingList({ lacking }: { lacking: readonly LackingView[] }) {
  const t = useTranslations("training.mandatoryList");
  const dayWords = useDayWords();
  return (
    <ul>
      {lacking.map(({ assistantId, name, dueOn, isOverdue, status, bookedOn }) => (
        <li
          key={assistantId}
          className="flex flex-wrap items-baseline gap-x-4 border-b border-hair py-2 text-sm"
        >
          <span className="min-w-40 flex-1 font-medium">{name}</span>
          <span className="text-ink-2">
            {bookedOn ? t("bookedOn", { day: dayWords(bookedOn) }) : t(`status.${status}`)}
          </span>
          <span className={isOverdue ? "font-medium text-gap-ink" : "text-ink-2"}>
            {t(isOverdue ? "overdue" : "due", { day: dayWords(dueOn) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
