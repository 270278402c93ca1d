"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Form, FormActions } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { MEETING_LENGTHS } from "@/lib/meetings/rules-choices";
import { addDays, type Day } from "@/lib/time/day";
import { arrange } from "../actions";

const USUAL_DAYS = 7;

/** What a meeting is about, how long it takes, between which days, and who else takes part. */
export function ArrangeForm({ requestId, title, today }: { requestId: string; title: string; today: Day }) {
  const t = useTranslations("meetings");
  return (
    <Form action={arrange} refusals={useRefusalWords()}>
      <input type="hidden" name="requestId" value={requestId} />
      <TextField
        name="title"
        label={t("form.title")}
        description={t("form.titleHint")}
        defaultValue={title}
        maxLength={120}
        isRequired
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="minutes"
          label={t("form.length")}
          defaultValue="60"
          options={MEETING_LENGTHS.map((minutes) => ({
            value: String(minutes),
            label: t("length", { minutes }),
          }))}
        />
        <TextField name="place" label={t("form.place")} maxLength={200} />
        <DateField name="from" label={t("form.from")} defaultValue={addDays(today, 1)} isRequired />
        <DateField name="to" label={t("form.to")} defaultValue={addDays(today, USUAL_DAYS)} isRequired />
      </div>
      <TextArea
        name="people"
        label={t("form.people")}
        description={t("form.peopleHint")}
        placeholder="Petra Sund <petra@bank.example>"
        rows={4}
        maxLength={6000}
      />
      <FormActions>
        <PlainButton type="submit" variant="primary">
          {t("form.submit")}
        </PlainButton>
      </FormActions>
    </Form>
  );
}
