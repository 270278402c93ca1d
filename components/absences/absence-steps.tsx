import { useFormatter, useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import type { AbsenceStepView } from "@/lib/absences/requests/schema";

/** What happened to an absence: when, by whom, with which words. */
export function AbsenceSteps({ steps }: { steps: readonly AbsenceStepView[] }) {
  const t = useTranslations("absences.steps");
  const format = useFormatter();
  const stretch = useRangeWords();
  if (steps.length === 0) return <p className="text-sm text-ink-2">{t("none")}</p>;
  return (
    <ol className="grid gap-2 border-l-2 border-line pl-3 text-sm">
      {steps.map((step) => (
        <li key={`${step.at} ${step.action}`} className="grid gap-0.5">
          <p>
            <span className="font-medium">{whoOf(step)}</span> · {actionOf(step.action)} ·{" "}
            <span className="tnum text-ink-2">{format.dateTime(new Date(step.at), "moment")}</span>
          </p>
          <p className="text-ink-2">{stretch(step)}</p>
          {step.comment && <p className="[overflow-wrap:anywhere]">{step.comment}</p>}
        </li>
      ))}
    </ol>
  );

  function whoOf({ actorName, deputyForName }: AbsenceStepView): string {
    const name = actorName ?? t("house");
    return deputyForName ? t("forOther", { name, other: deputyForName }) : name;
  }

  function actionOf(action: string): string {
    return t.has(action as "approved") ? t(action as "approved") : action;
  }
}
