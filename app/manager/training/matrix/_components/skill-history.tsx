import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { SkillChangeView } from "@/lib/assistants/schema-skills";

/** What became of one level, the latest first: from what, when and by whom. */
export function SkillHistory({ changes }: { changes: readonly SkillChangeView[] }) {
  const t = useTranslations("training.matrix.history");
  const dayWords = useDayWords();
  if (changes.length === 0) return <p className="text-sm text-ink-2">{t("none")}</p>;
  return (
    <ul>
      {changes.map(({ id, from, to, on, source, by }) => (
        <li key={id} className="flex gap-3 border-b border-hair py-2 text-sm">
          <p className="grid min-w-0 flex-1">
            <span>{t("change", { from: from ?? 0, to: to ?? 0 })}</span>
            <span className="text-xs text-ink-2">
              {[t(`source.${source}`), by].filter(Boolean).join(" · ")}
            </span>
          </p>
          <span className="tnum text-xs text-ink-2">{dayWords(on)}</span>
        </li>
      ))}
    </ul>
  );
}
