"use client";
import { useTranslations } from "next-intl";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Select } from "@/components/ui/forms/select";
import { DateField, TextField } from "@/components/ui/forms/text-field";

type StretchFieldsProps = { today: string; from?: string; to?: string };

/** First and last day away, and whether they begin or end at noon; or hours of one day. */
export function StretchFields({ today, from = today, to = from }: StretchFieldsProps) {
  const t = useTranslations("absences");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="from" label={t("field.from")} defaultValue={from} isRequired />
        <Select
          name="fromPart"
          label={t("field.fromPart")}
          defaultValue="am"
          options={(["am", "pm"] as const).map((value) => ({ value, label: t(`begins.${value}`) }))}
        />
        <DateField name="to" label={t("field.to")} defaultValue={to} isRequired />
        <Select
          name="toPart"
          label={t("field.toPart")}
          defaultValue="pm"
          options={(["pm", "am"] as const).map((value) => ({ value, label: t(`ends.${value}`) }))}
        />
      </div>
      <FormDisclosure summary={t("byHour")}>
        <p className="text-sm text-ink-2">{t("hoursHint")}</p>
        <div className="grid grid-cols-2 gap-4">
          <TextField name="startMinute" type="time" label={t("startMinute")} isRequired={false} />
          <TextField name="endMinute" type="time" label={t("endMinute")} isRequired={false} />
        </div>
      </FormDisclosure>
    </>
  );
}
