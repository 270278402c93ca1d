import { useFormatter, useTranslations } from "next-intl";
import type { WeekDay, WeekStandIn } from "@/lib/coverage/serving/queries-week";
import { hoursText } from "@/lib/time/hours";

type StandInsProps = { day: WeekDay; dutyNames: Record<string, string> };

/** Who covers one's own executives while one is away that day. */
export function StandIns({ day, dutyNames }: StandInsProps) {
  const t = useTranslations("week");
  const format = useFormatter();
  const lines = new Set(day.parts.flatMap((part) => part.coveredByOthers.map(wordsOf)));
  function wordsOf({ name, coveredBy, window, dutyIds }: WeekStandIn): string {
    const who = coveredBy
      ? t("coveredBy", { executive: name, name: coveredBy })
      : t("notCovered", { executive: name });
    const extent = [...(window ? [hoursText(window)] : []), ...dutyIds.map((id) => dutyNames[id] ?? id)];
    return extent.length > 0 ? `${who}, ${format.list(extent, { type: "unit" })}` : who;
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
