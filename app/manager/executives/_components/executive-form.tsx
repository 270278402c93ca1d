"use client";
import { useTranslations } from "next-intl";
import { namesOf, type PeopleChoices } from "@/app/_shared/forms/people-choices";
import { VersionFields } from "@/app/_shared/forms/version-fields";
import { LanguageRows } from "@/components/assistants/person-rows";
import { WeekEditor } from "@/components/assistants/week-editor";
import { DutyRows } from "@/components/executives/duty-rows";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form, FormActions, type FormProps } from "@/components/ui/forms/form";
import type { FormValues } from "@/components/ui/forms/form-context";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { Section } from "@/components/ui/layout/page";
import type { FormState } from "@/lib/server/form-action";

type ExecutiveFormProps = {
  action: FormProps<FormState<{ id: string }>>["action"];
  values: FormValues;
  choices: PeopleChoices;
  isNew: boolean;
  cancelHref: string;
};

/** All there is to say of an executive, on one page. */
export function ExecutiveForm({ action, values, choices, isNew, cancelHref }: ExecutiveFormProps) {
  const t = useTranslations("people.executives");
  const common = useTranslations("common.action");
  const refusals = useRefusalWords(namesOf(choices.duties));
  return (
    <Form action={action} values={values} refusals={refusals}>
      {!isNew && <VersionFields values={values} />}
      <PersonFields pools={choices.pools} isNew={isNew} />
      <Section title={t("supportHours")}>
        <WeekEditor
          name="supportHours"
          label={t("supportHours")}
          isLabelHidden
          description={t("supportHoursHint")}
        />
        {!isNew && (
          <DateField
            name="supportHoursFrom"
            label={t("hoursFrom")}
            description={t("hoursFromHint")}
            isRequired={false}
          />
        )}
      </Section>
      <Section title={t("duties")}>
        <DutyRows label={t("duties")} description={t("dutiesHint")} duties={choices.duties} />
      </Section>
      <Section title={t("languages")}>
        <LanguageRows
          label={t("languages")}
          description={t("languagesHint")}
          options={choices.languages}
          anyLevel={t("anyLevel")}
        />
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

const TIERS = ["1", "2", "3", "4", "5"];

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
        name="tier"
        label={t("fields.tier")}
        description={t("executives.tierHint")}
        options={TIERS.map((value) => ({ value, label: value }))}
      />
      <TextField name="title" label={t("fields.title")} isRequired={false} />
      <TextField name="department" label={t("fields.department")} isRequired={false} />
      <TextField name="phone" type="tel" label={t("fields.phone")} autoComplete="off" isRequired={false} />
      <TextField name="site" label={t("fields.site")} isRequired={false} />
      <DateField name="leavesOn" label={t("fields.leavesOn")} isRequired={false} />
      <div className="sm:col-span-2">
        <input type="hidden" name="onsite" value="off" />
        <Checkbox name="onsite" label={t("fields.onsite")} />
      </div>
    </div>
  );
}
