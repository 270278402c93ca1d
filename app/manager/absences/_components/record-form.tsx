"use client";
import { useTranslations } from "next-intl";
import { AssistantSelect } from "@/app/_shared/forms/assistant-select";
import type { AssistantChoices } from "@/app/_shared/forms/people-choices";
import { LiveOutlook } from "@/components/absences/live-outlook";
import { StretchFields } from "@/components/absences/stretch-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { LinkButton } from "@/components/ui/forms/link-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { preview, record } from "../actions";

type Option = { value: string; label: string };
type RecordFormProps = { assistants: AssistantChoices; types: Option[]; today: string };

/** Enters an absence for somebody of the pool. */
export function RecordForm({ assistants, types, today }: RecordFormProps) {
  const t = useTranslations("absences");
  const common = useTranslations("common");
  const only = assistants.q && assistants.choices.length === 1 ? assistants.choices[0] : undefined;
  return (
    <Form action={record} refusals={useRefusalWords()}>
      <LiveOutlook preview={preview}>
        <AssistantSelect
          name="assistantId"
          label={t("field.assistant")}
          assistants={assistants}
          placeholder={common("form.choose")}
          {...(only && { defaultValue: only.value })}
        />
        <Select
          name="type"
          label={t("field.type")}
          options={types}
          defaultValue={types[0]?.value}
          isRequired
        />
        <StretchFields today={today} />
      </LiveOutlook>
      <RadioGroup
        name="status"
        label={t("field.status")}
        description={t("enteredHint")}
        appearance="segmented"
        defaultValue="approved"
        options={(["approved", "requested"] as const).map((value) => ({
          value,
          label: t(`entered.${value}`),
        }))}
      />
      <TextField
        name="note"
        label={t("field.note")}
        description={t("field.noteHint")}
        maxLength={500}
        isRequired={false}
      />
      <FormActions>
        <Button type="submit" variant="primary">
          {t("submit.record")}
        </Button>
        <LinkButton href="/manager/absences">{common("action.cancel")}</LinkButton>
      </FormActions>
    </Form>
  );
}
