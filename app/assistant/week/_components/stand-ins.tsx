import { useFormatter, useTranslations } from "next-intl";
import { useExtentWords } from "@/app/_shared/coverage/use-extent-words";
import type { WeekDay, WeekStandIn } from "@/lib/coverage/serving/queries-week";

type StandInsProps = { day: WeekDay; dutyNames: Record<string, string> };

/** Who covers one's own executives while one is away that day. */
export function StandIns({ day, dutyNames }: StandInsProps) {
  const t = useTranslations("week");
  const format = useFormatter();
  const extentWords = useExtentWords(dutyNames);
  const lines = new Set(day.parts.flatMap((part) => part.coveredByOthers.map(wordsOf)));
  function wordsOf({ name, coveredBy, window, dutyIds }: WeekStandIn): string {
    const who = coveredBy
      ? t("coveredBy", { executive: name, name: coveredBy })
      : t("notCovered", { executive: name });
    return format.list([who, ...extentWords({ window, dutyIds })], { type: "unit" });
  }
  if (lines.size === 0) return null;
  return (
    <ul aria-label={t("whileAway")} className="grid pt-2 text-sm text-ink-2">
      {[...lines].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
