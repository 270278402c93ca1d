"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form, FormActions } from "@/components/ui/forms/form";
import { FormRows } from "@/components/ui/forms/form-rows";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import { Section } from "@/components/ui/layout/page";
import { AD_SECTIONS } from "@/lib/hiring/ads/rules";
import { PAY_UNITS } from "@/lib/hiring/ads/schema";
import { LOCALES } from "@/lib/i18n/locales";
import { writeAd } from "../../../actions";

type AdFormProps = { requisitionId: string; values: Record<string, string> };

/** The words of an ad in both languages, what is asked, and its terms. */
export function AdForm({ requisitionId, values }: AdFormProps) {
  const t = useTranslations("hiring.ad");
  const sections = useTranslations("careers.section");
  return (
    <Form
      key={values.version}
      action={writeAd}
      values={values}
      done={t("saved")}
      refusals={useRefusalWords()}
    >
      <input type="hidden" name="requisitionId" value={requisitionId} />
      <input type="hidden" name="version" value={values.version} />
      <div className="grid gap-6 lg:grid-cols-2">
        {LOCALES.map((locale) => (
          <Section key={locale} title={t(`in.${locale}`)}>
            <TextField name={`${locale}.title`} label={t(`title.${locale}`)} maxLength={80} />
            {AD_SECTIONS.map((section) => (
              <TextArea
                key={section}
                name={`${locale}.${section}`}
                label={t(`part.${locale}`, { section: sections(section) })}
                description={section === "bring" || section === "offer" ? t("listHint") : undefined}
                maxLength={4000}
              />
            ))}
          </Section>
        ))}
      </div>
      <Terms />
      <Section title={t("questions")}>
        <FormRows
          name="questions"
          label={t("questionsAsked")}
          description={t("questionsHint")}
          addLabel={t("addQuestion")}
          removeLabel={(row) => t("removeQuestion", { row })}
          row={(prefix, row) => (
            <div className="grid gap-2 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
              <TextField name={`${prefix}.en`} label={t("questionEn", { row })} maxLength={200} />
              <TextField name={`${prefix}.sv`} label={t("questionSv", { row })} maxLength={200} />
              <Checkbox name={`${prefix}.isRequired`} label={t("isRequired", { row })} />
            </div>
          )}
        />
      </Section>
      <FormActions>
        <Button type="submit" variant="primary">
          {t("save")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** Where, until when and for what pay. */
function Terms() {
  const t = useTranslations("hiring.ad");
  return (
    <Section title={t("terms")}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <TextField name="employer" label={t("employer")} maxLength={80} isRequired />
        <TextField name="place" label={t("place")} maxLength={80} isRequired />
        <TextField
          name="country"
          label={t("country")}
          maxLength={2}
          description={t("countryHint")}
          isRequired
        />
        <DateField name="opensOn" label={t("opensOn")} isRequired={false} />
        <DateField name="closesOn" label={t("closesOn")} description={t("closesOnHint")} isRequired />
        <NumberField name="payFrom" label={t("payFrom")} min={1} />
        <NumberField name="payTo" label={t("payTo")} min={1} />
        <TextField name="currency" label={t("currency")} maxLength={3} isRequired />
        <Select
          name="payUnit"
          label={t("payUnit")}
          options={PAY_UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
          isRequired
        />
        <TextField
          name="payReason"
          label={t("payReason")}
          description={t("payReasonHint")}
          maxLength={200}
          className="sm:col-span-2"
        />
      </div>
    </Section>
  );
}
