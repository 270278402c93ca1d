"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import { makeOffer } from "../../../../actions";

const UNITS = ["year", "month", "hour"] as const;

export type OfferDefaults = Record<"ftePercent" | "startsOn" | "place" | "currency" | "payUnit", string>;
type MakeOfferProps = { applicationId: string; defaults: OfferDefaults };

/** The terms a candidate is offered, and until when. */
export function MakeOffer({ applicationId, defaults }: MakeOfferProps) {
  const t = useTranslations("hiring.offer");
  const unit = useTranslations("hiring.ad.unit");
  return (
    <Form
      action={makeOffer}
      values={{ ...defaults, trialMonths: "6" }}
      done={t("sent")}
      refusals={useRefusalWords()}
      keepsNothing
      className="max-w-xl"
    >
      <input type="hidden" name="applicationId" value={applicationId} />
      <FormDisclosure summary={t("make")}>
        <div className="grid grid-cols-2 gap-3">
          <DateField name="startsOn" label={t("startsOn")} isRequired />
          <NumberField name="ftePercent" label={t("fte")} min={1} max={100} isRequired />
        </div>
        <TextField name="place" label={t("place")} maxLength={80} isRequired />
        <NumberField
          name="trialMonths"
          label={t("trial")}
          description={t("trialHint")}
          min={0}
          max={12}
          isRequired
        />
        <div className="grid grid-cols-3 gap-3">
          <NumberField name="pay" label={t("pay")} min={1} max={100000000} isRequired />
          <TextField name="currency" label={t("currency")} maxLength={3} isRequired />
          <Select
            name="payUnit"
            label={t("payUnit")}
            options={UNITS.map((value) => ({ value, label: unit(value) }))}
            isRequired
          />
        </div>
        <p className="text-sm text-ink-2">{t("payHint")}</p>
        <TextArea name="words" label={t("words")} maxLength={4000} isRequired={false} />
        <DateField name="validUntil" label={t("validUntil")} description={t("validHint")} isRequired />
        <Button type="submit" variant="primary" className="w-fit">
          {t("send")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
