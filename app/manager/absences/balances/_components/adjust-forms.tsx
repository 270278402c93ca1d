"use client";
import { useTranslations } from "next-intl";
import { AddForm } from "@/app/_shared/forms/add-form";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Select } from "@/components/ui/forms/select";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import { saveAdjustment, saveAllowance } from "../../settings/actions";

type Option = { value: string; label: string };
type AdjustFormProps = { assistantId: string; name: string; types: Option[]; today: string };

/** Gives or takes away leave, or enters overtime earned, with a reason. */
export function AdjustForm({ assistantId, name, types, today }: AdjustFormProps) {
  const t = useTranslations("absences.adjustment");
  return (
    <AddForm action={saveAdjustment} label={t("add")} done={t("added")}>
      <input type="hidden" name="assistantId" value={assistantId} />
      <Select name="type" label={t("type")} options={types} isRequired />
      <NumberField
        name="amount"
        inputMode="decimal"
        label={t("amount")}
        description={t("amountHint")}
        step="any"
        isRequired
      />
      <DateField name="on" label={t("on")} defaultValue={today} />
      <TextField
        name="reason"
        label={t("reason")}
        description={t("reasonHint", { name })}
        maxLength={300}
        isRequired
      />
    </AddForm>
  );
}

type AllowanceFormProps = { assistantId: string; types: Option[]; year: number };

/** What one person has in a year, where it is not what the pool gives. */
export function AllowanceForm({ assistantId, types, year }: AllowanceFormProps) {
  const t = useTranslations("absences.allowance");
  const type = useTranslations("absences.adjustment")("type");
  return (
    <Form
      action={saveAllowance}
      values={{ year: String(year) }}
      done={t("saved")}
      refusals={useRefusalWords()}
      className="max-w-md"
    >
      <input type="hidden" name="assistantId" value={assistantId} />
      <FormDisclosure summary={t("title")}>
        <Select name="type" label={type} options={types} isRequired />
        <NumberField name="year" label={t("year")} min={2000} max={2100} isRequired />
        <NumberField
          name="amount"
          label={t("amount")}
          description={t("amountHint")}
          min={0}
          step="any"
          isRequired={false}
        />
        <NumberField
          name="carriedOver"
          label={t("carriedOver")}
          description={t("carriedOverHint")}
          min={0}
          step="any"
          isRequired={false}
        />
        <Button type="submit" className="w-fit">
          {t("save")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
