"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { FormRows } from "@/components/ui/forms/form-rows";
import { TextField } from "@/components/ui/forms/text-field";
import type { MentorshipView } from "@/lib/mentoring/pairs/schema";
import { saveGoals } from "../actions";

/** What the mentorship is for, and how both will know; at most three goals. */
export function Goals({ pair: { id, version, goals } }: { pair: MentorshipView }) {
  const t = useTranslations("mentoring.goals");
  const values = Object.fromEntries(
    goals.flatMap(({ text, measure }, row) => [
      [`goals.${row}.text`, text],
      [`goals.${row}.measure`, measure],
    ]),
  );
  return (
    <>
      {goals.length === 0 && <p className="text-sm text-ink-2">{t("none")}</p>}
      <ol className="grid gap-1">
        {goals.map(({ text, measure }) => (
          <li key={text} className="text-sm">
            <span className="font-medium">{text}</span>
            {measure && <span className="text-ink-2">{` · ${measure}`}</span>}
          </li>
        ))}
      </ol>
      <Form key={version} action={saveGoals} values={values} done={t("saved")} refusals={useRefusalWords()}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <FormDisclosure summary={t("change")}>
          <FormRows
            name="goals"
            label={t("title")}
            addLabel={t("add")}
            removeLabel={(row) => t("remove", { row })}
            row={(prefix, row) => (
              <div className="grid gap-2 sm:grid-cols-2">
                <TextField name={`${prefix}.text`} label={t("goal", { row })} maxLength={200} />
                <TextField name={`${prefix}.measure`} label={t("measure", { row })} maxLength={200} />
              </div>
            )}
          />
          <Button type="submit" className="w-fit">
            {t("save")}
          </Button>
        </FormDisclosure>
      </Form>
    </>
  );
}
