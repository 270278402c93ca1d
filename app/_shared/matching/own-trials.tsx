"use client";
import { useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextArea } from "@/components/ui/forms/text-area";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { TrialView } from "@/lib/matching/trials/schema";
import { answerTrialAction, checkInTrialAction, stopOwnTrialAction } from "./trial-actions";
import { TrialDates } from "./trial-dates";

const RATINGS = ["1", "2", "3", "4", "5"];

type OwnTrialsProps = { trials: readonly TrialView[]; side: "assistant" | "executive" };

/** One's own trials: to answer, to say how they go, to stop. */
export function OwnTrials({ trials, side }: OwnTrialsProps) {
  const t = useTranslations("matching.trial");
  return (
    <ul>
      {trials.map((trial) => {
        const { id, version, phase, awaitsMe, checkIn, checkIns } = trial;
        const name = side === "assistant" ? trial.executive : trial.assistant;
        const known = { id, version };
        const mayStop = !awaitsMe && (phase === "proposed" || phase === "agreed" || phase === "active");
        return (
          <li key={id} className="grid gap-3 border-b border-hair py-3">
            <div className="grid gap-1">
              <p className="font-medium">
                {t(side === "assistant" ? "ownOfAssistant" : "ownOfExecutive", { name })}
              </p>
              <TrialDates trial={trial} />
            </div>
            {awaitsMe && (
              <div className="grid gap-2">
                <p className="max-w-prose text-sm">{t("question")}</p>
                <div className="flex flex-wrap gap-2">
                  <TapForm
                    action={answerTrialAction}
                    fields={{ ...known, accept: "yes" }}
                    label={t("yes")}
                    of={t("yesTo", { name })}
                    done={t("saidYes")}
                    variant="primary"
                  />
                  <TapForm
                    action={answerTrialAction}
                    fields={{ ...known, accept: "no" }}
                    label={t("no")}
                    of={t("noTo", { name })}
                    done={t("saidNo")}
                  />
                </div>
              </div>
            )}
            {checkIn && <CheckInForm id={id} name={name} moment={checkIn} />}
            {checkIns.map(({ moment, rating, works, changes }) => (
              <div key={moment} className="grid gap-0.5 text-sm">
                <p className="font-medium">{t("mine", { moment, rating })}</p>
                {works && (
                  <p className="whitespace-pre-line text-ink-2">{t("saidWorks", { words: works })}</p>
                )}
                {changes && (
                  <p className="whitespace-pre-line text-ink-2">{t("saidChanges", { words: changes })}</p>
                )}
              </div>
            ))}
            {mayStop && (
              <Disclosure
                summary={phase === "active" ? t("stop") : t("withdraw")}
                label={t("stopWith", { phase, name })}
              >
                <div className="grid w-fit gap-2 pt-1">
                  <p className="text-xs text-ink-2">{t("stopHint")}</p>
                  <TapForm
                    action={stopOwnTrialAction}
                    fields={known}
                    label={t("stopNow", { phase })}
                    done={t("stopped")}
                  />
                </div>
              </Disclosure>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type CheckInFormProps = { id: string; name: string; moment: NonNullable<TrialView["checkIn"]> };

function CheckInForm({ id, name, moment }: CheckInFormProps) {
  const t = useTranslations("matching.trial");
  return (
    <Form
      action={checkInTrialAction}
      refusals={useRefusalWords()}
      done={t("sent")}
      className="max-w-xl gap-3"
    >
      <input type="hidden" name="id" value={id} />
      <p className="font-medium">{t("checkIn", { moment, name })}</p>
      <RadioGroup
        name="rating"
        label={t("rating")}
        description={t("scale")}
        appearance="segmented"
        options={RATINGS.map((value) => ({ value, label: value }))}
      />
      <TextArea name="works" label={t("works")} maxLength={500} rows={2} />
      <TextArea name="changes" label={t("changes")} maxLength={500} rows={2} />
      <p className="text-xs text-ink-2">{t("readBy")}</p>
      <Button type="submit" variant="primary" className="w-fit">
        {t("send")}
      </Button>
    </Form>
  );
}
