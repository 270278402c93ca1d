"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form, FormActions } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextArea } from "@/components/ui/forms/text-area";
import { VERDICTS } from "@/lib/hiring/scorecards/rules";
import type { ScorecardsView } from "@/lib/hiring/scorecards/schema";
import { keepScorecard } from "./actions";

const MARKS = ["1", "2", "3", "4", "5"] as const;

/** One's own card, a thing that is judged after the other; a draft is kept until it is sent for good. */
export function ScorecardForm({
  interviewId,
  criteria,
  own,
}: Pick<ScorecardsView, "interviewId" | "criteria" | "own">) {
  const t = useTranslations("hiring.scorecard");
  return (
    <Form
      action={keepScorecard}
      values={valuesOf(own)}
      refusals={useRefusalWords()}
      done={t("saved")}
      className="max-w-xl gap-6"
    >
      <input type="hidden" name="id" value={interviewId} />
      {criteria.map(({ id, name }) => (
        <section key={id} className="grid gap-3 border-b border-hair pb-6">
          <h3 className="text-lg font-semibold">{name}</h3>
          <RadioGroup
            name={`marks.${id}.mark`}
            label={t("mark", { name })}
            description={t("markHint")}
            appearance="chips"
            options={[
              ...MARKS.map((value) => ({ value: value as string, label: value as string })),
              { value: "not_seen", label: t("notSeen") },
            ]}
          />
          <TextArea
            name={`marks.${id}.evidence`}
            label={t("evidence", { name })}
            maxLength={1000}
            isRequired={false}
          />
        </section>
      ))}
      <RadioGroup
        name="verdict"
        label={t("verdict")}
        appearance="chips"
        options={VERDICTS.map((value) => ({ value: value as string, label: t(`verdicts.${value}`) }))}
      />
      <TextArea
        name="words"
        label={t("words")}
        description={t("wordsHint")}
        maxLength={2000}
        isRequired={false}
      />
      <p className="text-sm text-ink-2">{t("sendHint")}</p>
      <FormActions>
        <PlainButton type="submit" name="send" value="on" variant="primary">
          {t("send")}
        </PlainButton>
        <PlainButton type="submit">{t("saveDraft")}</PlainButton>
      </FormActions>
    </Form>
  );
}

function valuesOf(own: ScorecardsView["own"]): Record<string, string> {
  if (!own) return {};
  return Object.fromEntries([
    ["verdict", own.verdict ?? ""],
    ["words", own.words],
    ...own.marks.flatMap(({ criterion, mark, isNotSeen, evidence }) => [
      [`marks.${criterion}.mark`, mark === null ? (isNotSeen ? "not_seen" : "") : String(mark)],
      [`marks.${criterion}.evidence`, evidence],
    ]),
  ]);
}
