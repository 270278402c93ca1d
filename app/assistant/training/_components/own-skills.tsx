import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { OwnSkill } from "@/lib/assistants/queries-skills";

type OwnSkillsProps = { skills: readonly OwnSkill[]; dutyNames: Readonly<Record<string, string>> };

/** One's own levels, the highest first, and since when and by what. */
export function OwnSkills({ skills, dutyNames }: OwnSkillsProps) {
  const t = useTranslations("training.mine");
  const sources = useTranslations("training.matrix.history.source");
  const dayWords = useDayWords();
  return (
    <ul>
      {skills.map(({ dutyId, level, since }) => (
        <li key={dutyId} className="flex items-center gap-3 border-b border-hair py-2.5">
          <p className="grid min-w-0 flex-1">
            <span className="font-medium">{dutyNames[dutyId] ?? dutyId}</span>
            {since && (
              <span className="text-sm text-ink-2">
                {`${t("since", { day: dayWords(since.on) })} · ${sources(since.source)}`}
              </span>
            )}
          </p>
          <span className="tnum text-lg font-semibold">
            <span className="sr-only">{t("level", { level })}</span>
            <span aria-hidden>{level}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
