"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { RecurrenceFields } from "@/app/_shared/forms/recurrence-fields";
import { DateField } from "@/components/ui/dates/date-field";
import { Checkbox } from "@/components/ui/forms/checkbox";
import type { Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { DAY_OFF_RULES } from "@/lib/requests/recurring/rules";
import type { RecurringView } from "@/lib/requests/recurring/schema";
import { PRIORITIES } from "@/lib/requests/rules-choices";
import { add, change } from "./recurring-actions";

type FormProps = { types: Option[]; today: string };

/** Lets another request recur; `requester` says for whom, where that is a choice. */
export function AddRecurring({ requester, ...fields }: FormProps & { requester?: ReactNode }) {
  const t = useTranslations("requests.recurring");
  return (
    <DisclosedForm action={add} summary={t("add")} submit={t("add")} done={t("added")} fields={{}} adds>
      {requester}
      <RecurringFields {...fields} />
    </DisclosedForm>
  );
}

/** Changes or pauses one. */
export function ChangeRecurring({ recurring, ...fields }: FormProps & { recurring: RecurringView }) {
  const t = useTranslations("requests.recurring");
  const { id, version, summary, isPaused } = recurring;
  return (
    <DisclosedForm
      action={change}
      summary={t("change")}
      label={t("changeOf", { summary })}
      submit={t("save")}
      done={t("saved")}
      fields={{ id, version }}
    >
      <RecurringFields {...fields} recurring={recurring} />
      <Checkbox name="isPaused" label={t("pause")} defaultChecked={isPaused} />
    </DisclosedForm>
  );
}

function RecurringFields({ types, today, recurring }: FormProps & { recurring?: RecurringView }) {
  const t = useTranslations("requests.recurring");
  const words = useTranslations("requests");
  return (
    <>
      <TextField
        name="summary"
        label={t("what")}
        maxLength={160}
        defaultValue={recurring?.summary}
        isRequired
      />
      <TextArea
        name="details"
        label={t("details")}
        maxLength={4000}
        rows={2}
        defaultValue={recurring?.details}
        isRequired={false}
      />
      <RecurrenceFields recurrence={recurring} />
      <Select
        name="onDayOff"
        label={t("onDayOff")}
        defaultValue={recurring?.onDayOff ?? "skip"}
        options={DAY_OFF_RULES.map((value) => ({ value, label: t(`rule.${value}`) }))}
        isRequired
      />
      <Select
        name="typeId"
        label={words("form.type")}
        defaultValue={recurring?.typeId ?? ""}
        options={types}
        placeholder={t("anyType")}
        isRequired={false}
      />
      <Select
        name="priority"
        label={words("form.priority")}
        defaultValue={recurring?.priority ?? "normal"}
        options={PRIORITIES.map((value) => ({ value, label: words(`priority.${value}`) }))}
        isRequired
      />
      <DateField name="from" label={t("from")} defaultValue={recurring?.from ?? today} isRequired />
      <DateField name="to" label={t("to")} defaultValue={recurring?.to ?? ""} isRequired={false} />
    </>
  );
}
