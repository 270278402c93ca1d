"use client";
import { useTranslations } from "next-intl";
import { namesOf, type PeopleChoices } from "@/app/_shared/forms/people-choices";
import { VersionFields } from "@/app/_shared/forms/version-fields";
import { LanguageRows, SkillRows } from "@/components/assistants/person-rows";
import { WeekEditor } from "@/components/assistants/week-editor";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions, type FormProps } from "@/components/ui/forms/form";
import type { FormValues } from "@/components/ui/forms/form-context";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Select } from "@/components/ui/forms/select";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import { Section } from "@/components/ui/layout/page";
import { SENIORITIES } from "@/lib/assistants/schema";
import type { FormState } from "@/lib/server/form-action";

type AssistantFormProps = {
  action: FormProps<FormState<{ id: string }>>["action"];
  values: FormValues;
  choices: PeopleChoices;
  isNew: boolean;
  cancelHref: string;
};

/** All there is to say of an assistant, on one page. */
export function AssistantForm({ action, values, choices, isNew, cancelHref }: AssistantFormProps) {
  const t = useTranslations("people.assistants");
  const common = useTranslations("common.action");
  const refusals = useRefusalWords(namesOf(choices.duties));
  return (
    <Form action={action} values={values} refusals={refusals}>
      {!isNew && <VersionFields values={values} />}
      <PersonFields pools={choices.pools} isNew={isNew} />
      <Section title={t("workingHours")}>
        <WeekEditor name="hours" label={t("workingHours")} isLabelHidden description={t("hoursHint")} />
        {!isNew && (
          <DateField
            name="hoursFrom"
            label={t("hoursFrom")}
            description={t("hoursFromHint")}
            isRequired={false}
          />
        )}
      </Section>
      <Section title={t("skills")}>
        <SkillRows label={t("skills")} description={t("skillsHint")} options={choices.duties} />
      </Section>
      <Section title={t("languages")}>
        <LanguageRows label={t("languages")} description={t("languagesHint")} options={choices.languages} />
      </Section>
      <FormActions>
        <Button type="submit" variant="primary">
          {isNew ? t("create") : t("save")}
        </Button>
        <LinkButton href={cancelHref}>{common("cancel")}</LinkButton>
      </FormActions>
    </Form>
  );
}

function PersonFields({ pools, isNew }: { pools: PeopleChoices["pools"]; isNew: boolean }) {
  const t = useTranslations("people");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField name="name" label={t("fields.name")} autoComplete="off" isRequired />
      <TextField
        name="email"
        type="email"
        label={t("fields.email")}
        description={isNew ? t("fields.emailHint") : undefined}
        autoComplete="off"
        isRequired
      />
      <Select name="poolId" label={t("fields.pool")} options={pools} isRequired />
      <Select
        name="seniority"
        label={t("fields.seniority")}
        options={SENIORITIES.map((value) => ({ value, label: t(`seniority.${value}`) }))}
      />
      <NumberField name="ftePercent" label={t("fields.fte")} min={1} max={100} />
      <TextField name="phone" type="tel" label={t("fields.phone")} autoComplete="off" isRequired={false} />
      <TextField name="site" label={t("fields.site")} isRequired={false} />
      <DateField name="hiredOn" label={t("fields.hiredOn")} isRequired={false} />
      <DateField name="leavesOn" label={t("fields.leavesOn")} isRequired={false} />
    </div>
  );
}
