"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { RecurrenceFields } from "@/app/_shared/forms/recurrence-fields";
import { DateField } from "@/components/ui/dates/date-field";
import { TimeField } from "@/components/ui/dates/time-field";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { addDate, addRecurring } from "./actions";

/** The names of the duties by their keys. */
export type DutyNames = Record<string, string>;

/** Adds what recurs on weekdays or on a day of each month. */
export function AddRecurringForm({ executiveId, duties }: { executiveId: string; duties: DutyNames }) {
  const t = useTranslations("handovers.executive");
  return (
    <DisclosedForm
      action={addRecurring}
      fields={{ executiveId }}
      summary={t("addRecurring")}
      submit={t("recurringSubmit")}
      done={t("recurringAdded")}
      adds
    >
      <TextField name="text" label={t("what")} maxLength={300} isRequired />
      <Select
        name="dutyId"
        label={t("duty")}
        options={Object.entries(duties).map(([value, label]) => ({ value, label }))}
        placeholder={t("anyDuty")}
        isRequired={false}
      />
      <RecurrenceFields />
      <TimeField name="time" label={t("time")} isRequired={false} />
    </DisclosedForm>
  );
}

/** Adds a day to know of. */
export function AddDateForm({ executiveId, today }: { executiveId: string; today: string }) {
  const t = useTranslations("handovers.executive");
  return (
    <DisclosedForm
      action={addDate}
      fields={{ executiveId }}
      summary={t("addDate")}
      submit={t("dateSubmit")}
      done={t("recurringAdded")}
      adds
    >
      <DateField name="on" label={t("on")} min={today} isRequired />
      <TextField name="text" label={t("dateText")} maxLength={300} isRequired />
    </DisclosedForm>
  );
}
