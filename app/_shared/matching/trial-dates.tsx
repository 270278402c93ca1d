import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { TrialView } from "@/lib/matching/trials/schema";

/** Where a trial is, its days, and when both are asked how it goes. */
export function TrialDates({
  trial,
}: {
  trial: Pick<TrialView, "phase" | "from" | "to" | "halfwayOn" | "endingOn">;
}) {
  const t = useTranslations("matching.trial");
  const dayWords = useDayWords();
  const { phase, from, to, halfwayOn, endingOn } = trial;
  const isComing = phase === "proposed" || phase === "agreed" || phase === "active";
  return (
    <div className="grid gap-0.5 text-sm text-ink-2">
      <p>
        <span className="font-medium text-ink">{t(`phase.${phase}`)}</span>{" "}
        {t("days", { from: dayWords(from), to: dayWords(to) })}
      </p>
      {isComing && (
        <p>
          {halfwayOn
            ? t("askedTwice", { first: dayWords(halfwayOn), second: dayWords(endingOn) })
            : t("askedOnce", { day: dayWords(endingOn) })}
        </p>
      )}
    </div>
  );
}
