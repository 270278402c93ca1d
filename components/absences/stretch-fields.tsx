"use client";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { DateField } from "@/components/ui/text-field";

/** First and last day away, and whether they begin or end at noon. */
export function StretchFields({ today }: { today: string }) {
  const t = useTranslations("absences");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <DateField name="from" label={t("field.from")} defaultValue={today} isRequired />
      <Select
        name="fromPart"
        label={t("field.fromPart")}
        defaultValue="am"
        options={(["am", "pm"] as const).map((value) => ({ value, label: t(`begins.${value}`) }))}
      />
      <DateField name="to" label={t("field.to")} defaultValue={today} isRequired />
      <Select
        name="toPart"
        label={t("field.toPart")}
        defaultValue="pm"
        options={(["pm", "am"] as const).map((value) => ({ value, label: t(`ends.${value}`) }))}
      />
    </div>
  );
}
