"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/dates/date-field";
import { TextArea } from "@/components/ui/forms/text-area";
import { NumberField, TextField } from "@/components/ui/forms/text-field";

/** How many are asked for, from when and why. */
export function AskedFields() {
  const t = useTranslations("hiring.ask");
  return (
    <>
      <TextField name="title" label={t("title")} description={t("titleHint")} maxLength={80} isRequired />
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField name="places" label={t("places")} min={1} max={50} defaultValue="1" isRequired />
        <NumberField name="ftePercent" label={t("fte")} min={1} max={100} defaultValue="100" isRequired />
        <DateField name="wantedOn" label={t("wantedOn")} isRequired={false} />
      </div>
      <TextArea name="reason" label={t("reason")} maxLength={1000} isRequired={false} />
    </>
  );
}
