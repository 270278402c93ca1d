import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import type { FormAnswer } from "@/components/ui/forms/form";
import type { RampStepView } from "@/lib/assistants/schema-ramp";
import { SignOff } from "./sign-off";

type RampStepsProps<S extends FormAnswer> = {
  assistantId: string;
  steps: readonly RampStepView[];
  dutyNames: Readonly<Record<string, string>>;
  today: string;
  /** Signs a step off, for those who may. */
  sign?: (previous: S, form: FormData) => Promise<S>;
};

/** The steps of somebody new: what from when, which are signed off, and the way to sign. */
export function RampSteps<S extends FormAnswer>({
  assistantId,
  steps,
  dutyNames,
  today,
  sign,
}: RampStepsProps<S>) {
  const t = useTranslations("mentoring.ramp");
  const dayWords = useDayWords();
  return (
    <ul>
      {steps.map((step) => {
        const { id, dutyId, fromWeek, level, begins, signedOffOn, signedOffBy, reason } = step;
        const words = t("step", { week: fromWeek, duty: dutyNames[dutyId] ?? dutyId, level });
        return (
          <li key={id} className="grid gap-1 border-b border-hair py-2 text-sm">
            <p className="flex items-center gap-1.5 font-medium">
              {signedOffOn && <Check aria-hidden className="size-4 shrink-0 text-ok-ink" />}
              {words}
            </p>
            <p className="text-ink-2">
              {[
                begins && t("opens", { day: dayWords(begins) }),
                signedOffOn && t("signed", { day: dayWords(signedOffOn), name: signedOffBy ?? "" }),
                reason && t("early", { reason }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {!signedOffOn && sign && (
              <SignOff
                {...{ assistantId, sign, words }}
                stepId={id}
                isEarly={begins === null || today < begins}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
