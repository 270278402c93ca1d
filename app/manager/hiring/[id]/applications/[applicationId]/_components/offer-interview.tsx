"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { FormRows } from "@/components/ui/forms/form-rows";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { INTERVIEW_MINUTES } from "@/lib/hiring/interviews/rules";
import { findPanel, offerTimes } from "../../../../actions";

export type PanelOption = { value: string; label: string };
type OfferInterviewProps = {
  applicationId: string;
  requisitionId: string;
  panel: PanelOption[];
  today: string;
  until: string;
};

/** Offers an interview: who is on the panel, how long and on which days; the candidate chooses the time. */
export function OfferInterview({ applicationId, requisitionId, panel, today, until }: OfferInterviewProps) {
  const t = useTranslations("hiring.interview");
  const values = {
    ...{ title: t("defaultTitle"), minutes: "45", from: today, to: until },
    ...Object.fromEntries(panel.map(({ value }, i) => [`userIds.${i}.id`, value])),
  };
  return (
    <Form
      action={offerTimes}
      values={values}
      done={t("offered")}
      refusals={useRefusalWords()}
      className="max-w-xl"
    >
      <input type="hidden" name="applicationId" value={applicationId} />
      <FormDisclosure summary={t("offer")}>
        <p className="text-sm text-ink-2">{t("explain")}</p>
        <TextField name="title" label={t("name")} maxLength={80} isRequired />
        <TextField name="place" label={t("place")} description={t("placeHint")} maxLength={120} isRequired />
        <Select
          name="minutes"
          label={t("minutes")}
          options={INTERVIEW_MINUTES.map((count) => ({
            value: String(count),
            label: t("minutesOf", { count }),
          }))}
          isRequired
        />
        <FormRows
          name="userIds"
          label={t("panel")}
          description={t("panelHint")}
          addLabel={t("addPerson")}
          removeLabel={(row) => t("removePerson", { row })}
          row={(prefix, row) => (
            <Select
              name={`${prefix}.id`}
              label={t("person", { row })}
              placeholder={t("choosePerson")}
              options={panel}
              find={(q) => findPanel({ requisitionId, q })}
            />
          )}
        />
        <div className="grid grid-cols-2 gap-3">
          <DateField name="from" label={t("from")} isRequired />
          <DateField name="to" label={t("to")} isRequired />
        </div>
        <Checkbox name="allowsGaps" label={t("allowsGaps")} description={t("allowsGapsHint")} />
        <Button type="submit" variant="primary" className="w-fit">
          {t("send")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
