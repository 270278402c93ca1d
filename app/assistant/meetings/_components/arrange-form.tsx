"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form, FormActions } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { TextArea } from "@/components/ui/forms/text-area";
import { addDays, type Day } from "@/lib/time/day";
import { arrange } from "../actions";
import { MeetingFields } from "./meeting-fields";

const USUAL_DAYS = 7;
const USUAL_MINUTES = 60;

/** What a meeting is about, how long it takes, between which days, and who else takes part. */
export function ArrangeForm({ requestId, title, today }: { requestId: string; title: string; today: Day }) {
  const t = useTranslations("meetings");
  return (
    <Form action={arrange} refusals={useRefusalWords()}>
      <input type="hidden" name="requestId" value={requestId} />
      <MeetingFields
        {...{
          title,
          place: "",
          minutes: USUAL_MINUTES,
          from: addDays(today, 1),
          to: addDays(today, USUAL_DAYS),
        }}
      />
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
