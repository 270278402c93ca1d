import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { addDays, day } from "@/lib/time/day";
import type { EvaluationsView } from "@/lib/training/evaluations/schema";

const QUESTIONS = ["useful", "clear", "recommend"] as const;

/** What participants said of a session: means and words, all at once and without names. */
export function Evaluations({ evaluations }: { evaluations: EvaluationsView }) {
  const t = useTranslations("training.evaluation");
  const { count, words } = evaluations;
  const dayWords = useDayWords();
  if (!evaluations.isClosed && evaluations.until)
    return (
      <p className="text-sm text-ink-2">
        {t("open", { count, day: dayWords(addDays(day(evaluations.until), 1)) })}
      </p>
    );
  if (evaluations.useful === null) return <p className="text-sm text-ink-2">{t("few", { count })}</p>;
  return (
    <div className="grid gap-3 text-sm">
      <dl className="grid gap-1">
        {QUESTIONS.map((key) => (
          <div key={key} className="flex justify-between gap-3 border-b border-hair py-1">
            <dt>{t(key)}</dt>
            <dd className="tnum font-medium">{t("mean", { value: evaluations[key] ?? 0 })}</dd>
          </div>
        ))}
      </dl>
      <p className="text-ink-2">{t("of", { count })}</p>
      {words.length > 0 && (
        <ul className="grid gap-1">
          {words.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
