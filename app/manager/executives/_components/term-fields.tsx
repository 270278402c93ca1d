"use client";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/forms/select";
import { DateField, NumberField } from "@/components/ui/forms/text-field";
import { SUPPORT_ROLES } from "@/lib/support/schema";

/** Role, order and dates of support. */
export function TermFields() {
  const t = useTranslations("people");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        name="role"
        label={t("support.role")}
        options={SUPPORT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <NumberField name="rank" label={t("support.rank")} min={1} max={99} />
      <DateField name="from" label={t("support.from")} isRequired />
      <DateField name="to" label={t("support.to")} description={t("support.toHint")} isRequired={false} />
    </div>
  );
}
