import { useFormatter, useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { useRangeWords } from "@/components/time/use-range-words";
import { Notice } from "@/components/ui/layout/notice";
import type { DayRange } from "@/lib/time/day";
import type { PreviewDay } from "../preview-months";

type UncoveredNoteProps = { days: PreviewDay[]; chosen: DayRange | null };

/** What the days that were chosen would mean for one's own executives, by executive. */
export function UncoveredNote({ days, chosen }: UncoveredNoteProps) {
  const t = useTranslations("absences.leavePreview");
  const format = useFormatter();
  const dayWords = useDayWords();
  const rangeWords = useRangeWords();
  if (!chosen) return <div role="status" />;
  const within = days.filter((day) => chosen.from <= day.on && day.on <= chosen.to && day.state === "work");
  const byExecutive = new Map<string, { name: string; when: string[] }>();
  for (const day of within) {
    for (const { executiveId, name, part } of day.uncovered) {
      const executive = byExecutive.get(executiveId) ?? { name, when: [] };
      const on = dayWords(day.on);
      byExecutive.set(executiveId, {
        name,
        when: [...executive.when, part ? t(`when.${part}`, { day: on }) : on],
      });
    }
  }
  const range = rangeWords({ ...chosen, fromPart: "am", toPart: "pm" }, "long");
  return (
    <div role="status">
      <Notice tone={byExecutive.size > 0 ? "gap" : "done"}>
        <p className="font-medium first-letter:uppercase">{range}</p>
        {byExecutive.size === 0 ? (
          <p>{t(within.length > 0 ? "allCovered" : "nothingKnown")}</p>
        ) : (
          <ul>
            {[...byExecutive].map(([id, { name, when }]) => (
              <li key={id}>{t("wouldBeOpen", { name, when: format.list(when) })}</li>
            ))}
          </ul>
        )}
        <p>{t("filled")}</p>
      </Notice>
    </div>
  );
}
