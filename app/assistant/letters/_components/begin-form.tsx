"use client";
import { useLocale, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Form, FormActions } from "@/components/ui/forms/form";
import type { Option } from "@/components/ui/forms/options";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { localeOf } from "@/lib/i18n/locales";
import { LETTER_LANGUAGES } from "@/lib/letters/rules-choices";
import { begin } from "../actions";

type BeginFormProps = { requests: Option[]; templates: Option[]; request: string | undefined };

/** For which request a letter is, and from which template; without one its language is asked. */
export function BeginForm({ requests, templates, request }: BeginFormProps) {
  const t = useTranslations("letters.form");
  const locale = localeOf(useLocale());
  return (
    <Form action={begin} refusals={useRefusalWords()}>
      <Select name="requestId" label={t("request")} options={requests} defaultValue={request} />
      <Select name="templateId" label={t("template")} placeholder={t("noTemplate")} options={templates} />
      {templates.length === 0 && (
        <RadioGroup
          name="language"
          label={t("language")}
          defaultValue={locale}
          options={LETTER_LANGUAGES.map((value) => ({ value, label: t(value) }))}
        />
      )}
      <FormActions>
        <PlainButton type="submit" variant="primary">
          {t("begin")}
        </PlainButton>
      </FormActions>
    </Form>
  );
}
