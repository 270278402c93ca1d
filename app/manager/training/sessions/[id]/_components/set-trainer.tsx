"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import type { Choice } from "@/app/_shared/forms/people-choices";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import type { SessionView } from "@/lib/training/sessions/schema";
import { holdBy } from "../../../actions";

/** Who holds the session: an assistant, who is then absent and covered, or somebody from outside and how they are reached. */
export function SetTrainer({ session, assistants }: { session: SessionView; assistants: readonly Choice[] }) {
  const t = useTranslations("training.trainer");
  const { id, version, trainerId, trainer, trainerContact } = session;
  return (
    <DisclosedForm
      key={version}
      action={holdBy}
      summary={t("open")}
      submit={t("save")}
      done={t("saved")}
      fields={{ id, version }}
    >
      <Select
        name="trainerId"
        label={t("assistant")}
        description={t("assistantHint")}
        options={[...assistants]}
        placeholder={t("nobody")}
        {...(trainerId && { defaultValue: trainerId })}
      />
      <TextField name="trainer" label={t("name")} maxLength={80} defaultValue={trainer} />
      <TextField
        name="trainerContact"
        label={t("contact")}
        description={t("contactHint")}
        maxLength={160}
        defaultValue={trainerContact}
      />
    </DisclosedForm>
  );
}
