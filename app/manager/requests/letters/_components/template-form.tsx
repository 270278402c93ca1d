"use client";
import { useTranslations } from "next-intl";
import { InsertFields } from "@/components/letters/insert-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form, FormActions } from "@/components/ui/forms/form";
import type { Option } from "@/components/ui/forms/options";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import { LETTER_LANGUAGES } from "@/lib/letters/rules-choices";
import type { LetterTemplateView } from "@/lib/letters/templates/schema";
import { add, change } from "../actions";

type TemplateFormProps = { pools?: Option[]; template?: LetterTemplateView };

/** The words of a template and its fields; pool and language are settled when it is added. */
export function TemplateForm({ pools = [], template }: TemplateFormProps) {
  const t = useTranslations("letters");
  const refusals = useRefusalWords();
  const words = (
    <>
      <TextField name="name" label={t("templates.name")} maxLength={80} isRequired />
      <TextField name="subject" label={t("edit.subject")} maxLength={200} isRequired />
      <TextArea
        name="body"
        label={t("edit.body")}
        description={t("edit.bodyHint")}
        maxLength={20_000}
        rows={14}
        isRequired
      />
      <InsertFields language={template?.language} />
    </>
  );
  const saving = (
    <FormActions>
      <PlainButton type="submit" variant="primary">
        {t("templates.save")}
      </PlainButton>
    </FormActions>
  );
  if (!template)
    return (
      <Form action={add} refusals={refusals}>
        <Select name="poolId" label={t("templates.pool")} options={pools} />
        <RadioGroup
          name="language"
          label={t("templates.language")}
          defaultValue="en"
          options={LETTER_LANGUAGES.map((value) => ({ value, label: t(`form.${value}`) }))}
        />
        {words}
        {saving}
      </Form>
    );
  const { id, version, name, subject, body, isRetired } = template;
  return (
    <Form action={change} refusals={refusals} values={{ name, subject, body }}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {words}
      <Checkbox
        name="isRetired"
        label={t("templates.retire")}
        description={t("templates.retireHint")}
        defaultChecked={isRetired}
      />
      {saving}
    </Form>
  );
}
