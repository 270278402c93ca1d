"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/dates/date-field";
import { TimeField } from "@/components/ui/dates/time-field";
import { FormRows } from "@/components/ui/forms/form-rows";

/** The dates of a session, a day with its hours in each row; a new one may do without. */
export function DateRows({ isOptional = false }: { isOptional?: boolean }) {
  const t = useTranslations("training.plan");
  return (
    <FormRows
      name="dates"
      label={t("dates")}
      {...(isOptional && { description: t("datesHint") })}
      addLabel={t("addDate")}
      removeLabel={(row) => t("removeDate", { row })}
      row={(prefix, row) => (
        <div className="flex flex-wrap gap-3">
          <DateField name={`${prefix}.on`} label={t("on", { row })} />
          <TimeField name={`${prefix}.startMinute`} label={t("from", { row })} />
          <TimeField name={`${prefix}.endMinute`} label={t("to", { row })} />
        </div>
      )}
    />
  );
}
