"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TextField } from "@/components/ui/forms/text-field";
import { saveNeeds } from "../actions";

/** What I may not eat or need to take part, for who sees to it and nobody else. */
export function OwnNeeds({ enrolmentId, words }: { enrolmentId: string; words: string }) {
  const t = useTranslations("training.arrangements.own");
  return (
    <DisclosedForm
      action={saveNeeds}
      summary={t("open")}
      submit={t("save")}
      done={t("saved")}
      fields={{ enrolmentId }}
    >
      <TextField
        name="words"
        label={t("label")}
        description={t("hint")}
        maxLength={300}
        defaultValue={words}
      />
    </DisclosedForm>
  );
}
