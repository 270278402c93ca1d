"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/dates/date-field";
import { CheckboxGroup, type Choice } from "@/components/ui/forms/checkbox";
import { Select } from "@/components/ui/forms/select";
import { NumberField } from "@/components/ui/forms/text-field";
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

/** Which of the executive's duties support is for: all of them where none is ticked. */
export function DutyFields({ duties }: { duties: Choice[] }) {
  const t = useTranslations("people.support");
  if (duties.length === 0) return null;
  return (
    <CheckboxGroup
      name="dutyIds[]"
      label={t("duties")}
      description={t("dutiesHint")}
      columns={2}
      options={duties}
    />
  );
}
