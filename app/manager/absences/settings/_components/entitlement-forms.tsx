"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useAmountWords } from "@/components/time/use-amount-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Select } from "@/components/ui/forms/select";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import type { EntitlementView } from "@/lib/absences/balances/schema";
import type { LeaveTypeView } from "@/lib/absences/settings/schema-leave";
import { LEAVE_ACCRUALS } from "@/lib/absences/settings/schema-leave";
import { saveEntitlement } from "../actions";

type EntitlementFormsProps = {
  poolId: string;
  year: number;
  types: readonly LeaveTypeView[];
  names: Record<string, string>;
  entitlements: readonly EntitlementView[];
};

/** What a full-time year in a pool gives of each type that is counted. */
export function EntitlementForms({ types, entitlements, names, ...shared }: EntitlementFormsProps) {
  return (
    <ul className="grid gap-1">
      {types.map((type) => (
        <li key={type.id}>
          <EntitlementForm
            {...shared}
            type={type}
            name={names[type.id] ?? type.id}
            entitlement={entitlements.find((one) => one.type === type.id) ?? null}
          />
        </li>
      ))}
    </ul>
  );
}

type EntitlementFormProps = {
  poolId: string;
  year: number;
  type: LeaveTypeView;
  name: string;
  entitlement: EntitlementView | null;
};

function EntitlementForm({ poolId, year, type, name, entitlement }: EntitlementFormProps) {
  const t = useTranslations("absences.entitlement");
  const words = useAmountWords();
  const carry = entitlement && entitlement.carryOverMost > 0;
  const summary = entitlement
    ? [
        t("of", { type: name, amount: words(entitlement.amount, type.measure) }),
        ...(carry ? [t("carry", { amount: words(entitlement.carryOverMost, type.measure) })] : []),
      ].join(", ")
    : t("unset", { type: name });
  const values = {
    amount: String(entitlement?.amount ?? ""),
    accrual: entitlement?.accrual ?? "upfront",
    carryOverMost: String(entitlement?.carryOverMost ?? 0),
    carryOverUntil: entitlement?.carryOverUntil ?? "",
    firstYear: String(entitlement?.firstYear ?? year),
  };
  return (
    <Form action={saveEntitlement} values={values} done={t("saved")} refusals={useRefusalWords()}>
      <input type="hidden" name="poolId" value={poolId} />
      <input type="hidden" name="type" value={type.id} />
      {entitlement && <input type="hidden" name="version" value={entitlement.version} />}
      <FormDisclosure summary={summary}>
        <div className="grid gap-4 sm:grid-cols-2">
          <NumberField
            name="amount"
            label={t("amount")}
            description={t("amountHint")}
            min={0}
            step="any"
            isRequired
          />
          <Select
            name="accrual"
            label={t("accrual")}
            options={LEAVE_ACCRUALS.map((value) => ({ value, label: t(`accrualOf.${value}`) }))}
          />
          <NumberField name="carryOverMost" label={t("carryOverMost")} min={0} step="any" />
          <TextField
            name="carryOverUntil"
            label={t("carryOverUntil")}
            description={t("carryOverHint")}
            placeholder="03-31"
            isRequired={false}
          />
          <NumberField
            name="firstYear"
            label={t("firstYear")}
            description={t("firstYearHint")}
            min={2000}
            max={2100}
          />
        </div>
        <Button type="submit" className="w-fit">
          {t("save")}
        </Button>
      </FormDisclosure>
    </Form>
  );
}
