"use client";
import { useTranslations } from "next-intl";
import { VersionFields } from "@/app/_shared/forms/version-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form, FormActions } from "@/components/ui/forms/form";
import type { FormValues } from "@/components/ui/forms/form-context";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Select } from "@/components/ui/forms/select";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import { LEAVE_APPROVALS, LEAVE_MEASURES, LEAVE_UNITS } from "@/lib/absences/settings/schema-leave";
import { changeType, makeType } from "../actions";

type TypeFormProps = { values: FormValues; isNew: boolean };

/** A type of leave: its names, how it is decided, and what it takes. */
export function TypeForm({ values, isNew }: TypeFormProps) {
  const t = useTranslations("absences.types");
  const common = useTranslations("common.action");
  return (
    <Form
      action={isNew ? makeType : changeType}
      values={values}
      refusals={useRefusalWords()}
      className="max-w-md"
    >
      {isNew ? (
        <>
          <TextField name="id" label={t("key")} description={t("keyHint")} autoComplete="off" isRequired />
          <Select
            name="measure"
            label={t("measure")}
            options={LEAVE_MEASURES.map((value) => ({ value, label: t(`measureOf.${value}`) }))}
          />
        </>
      ) : (
        <VersionFields values={values} />
      )}
      <TextField name="nameEn" label={t("nameEn")} isRequired />
      <TextField name="nameSv" label={t("nameSv")} isRequired />
      <Select
        name="approval"
        label={t("approval")}
        description={t("visibility")}
        options={LEAVE_APPROVALS.map((value) => ({ value, label: t(`approvalOf.${value}`) }))}
      />
      <Select
        name="unit"
        label={t("unit")}
        options={LEAVE_UNITS.map((value) => ({ value, label: t(`unitOf.${value}`) }))}
      />
      <div>
        <Checkbox name="isPaid" label={t("isPaid")} />
        <Checkbox name="countsAgainstAllowance" label={t("counts")} />
        <Checkbox name="canGoNegative" label={t("negative")} />
        <Checkbox name="interruptsLeave" label={t("interrupts")} />
        {!isNew && <Checkbox name="isRetired" label={t("retired")} />}
      </div>
      <NumberField
        name="yearlyLimit"
        label={t("limit")}
        description={t("limitHint")}
        min={0}
        step="any"
        isRequired={false}
      />
      <NumberField name="noticeDays" label={t("notice")} min={0} max={366} />
      <FormActions>
        <Button type="submit" variant="primary">
          {isNew ? t("create") : t("save")}
        </Button>
        <LinkButton href="/manager/absences/settings">{common("cancel")}</LinkButton>
      </FormActions>
    </Form>
  );
}
