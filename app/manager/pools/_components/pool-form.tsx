"use client";
import { useTranslations } from "next-intl";
import type { Choice } from "@/app/_shared/forms/people-choices";
import { VersionFields } from "@/app/_shared/forms/version-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { CheckboxGroup } from "@/components/ui/forms/checkbox";
import { Form, FormActions, type FormProps } from "@/components/ui/forms/form";
import type { FormValues } from "@/components/ui/forms/form-context";
import { LinkButton } from "@/components/ui/forms/link-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { HOLIDAY_TYPES, MENU_PLACES } from "@/lib/pools/schema";
import type { FormState } from "@/lib/server/form-action";

type PoolFormProps = {
  action: FormProps<FormState<{ id: string }>>["action"];
  values: FormValues;
  timeZones: Choice[];
  regions: Choice[];
  borrowers?: Choice[];
  isNew: boolean;
};

/** A pool's name, time zone, days off, the pools that may borrow its assistants, and what its menu leaves out. */
export function PoolForm({ action, values, timeZones, regions, borrowers = [], isNew }: PoolFormProps) {
  const t = useTranslations("people.pools");
  const common = useTranslations("common.action");
  return (
    <Form action={action} values={values} refusals={useRefusalWords()} className="max-w-md">
      {!isNew && <VersionFields values={values} />}
      <TextField name="name" label={t("name")} autoComplete="off" isRequired />
      <Select name="timeZone" label={t("timeZone")} options={timeZones} />
      <Select name="holidayRegion" label={t("holidayRegion")} options={regions} />
      <CheckboxGroup
        name="holidayTypes[]"
        label={t("holidayTypes")}
        description={t("holidayTypesHint")}
        options={HOLIDAY_TYPES.map((value) => ({ value, label: t(`holidayType.${value}`) }))}
      />
      {borrowers.length > 0 && (
        <CheckboxGroup
          name="lendsTo[]"
          label={t("lendsTo")}
          description={t("lendsToHint")}
          options={borrowers}
        />
      )}
      {!isNew && (
        <RadioGroup
          name="confirmsAccepted"
          label={t("confirmsAccepted")}
          options={(["yes", "no"] as const).map((value) => ({ value, label: t(`confirms.${value}`) }))}
        />
      )}
      {!isNew && (
        <CheckboxGroup
          name="hiddenPlaces[]"
          label={t("hiddenPlaces")}
          description={t("hiddenPlacesHint")}
          columns={2}
          options={MENU_PLACES.map((value) => ({ value, label: t(`menuPlace.${value}`) }))}
        />
      )}
      <FormActions>
        <Button type="submit" variant="primary">
          {isNew ? t("create") : t("save")}
        </Button>
        <LinkButton href="/manager/pools">{common("cancel")}</LinkButton>
      </FormActions>
    </Form>
  );
}
