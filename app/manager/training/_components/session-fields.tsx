"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/dates/date-field";
import { NumberField, TextField } from "@/components/ui/forms/text-field";

/** What there is to say of a session, its course and dates apart. */
export function SessionFields({ withTrainer = false }: { withTrainer?: boolean }) {
  const t = useTranslations("training.plan");
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <NumberField name="capacity" label={t("capacity")} min={1} max={500} defaultValue="8" isRequired />
        <NumberField
          name="minimum"
          label={t("minimum")}
          description={t("minimumHint")}
          min={0}
          max={500}
          defaultValue="1"
        />
      </div>
      <TextField name="location" label={t("location")} maxLength={120} />
      <TextField name="link" label={t("link")} type="url" placeholder="https://" maxLength={500} />
      {withTrainer && <TextField name="trainer" label={t("trainer")} maxLength={80} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <DateField name="signUpUntil" label={t("signUpUntil")} />
        <DateField name="cancelUntil" label={t("cancelUntil")} description={t("cancelHint")} />
      </div>
    </>
  );
}
