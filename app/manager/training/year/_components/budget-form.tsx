"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { NumberField, TextField } from "@/components/ui/forms/text-field";
import { saveBudget } from "../../actions";

type BudgetFormProps = { poolId: string; year: number; amount: number | null; currency: string };

/** What training of the pool may cost in the year. */
export function BudgetForm({ poolId, year, amount, currency }: BudgetFormProps) {
  const t = useTranslations("training.year");
  return (
    <DisclosedForm
      action={saveBudget}
      summary={t("setBudget")}
      submit={t("save")}
      done={t("saved")}
      fields={{ poolId, year }}
    >
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
        <NumberField
          name="amount"
          label={t("amount")}
          min={0}
          max={2_000_000_000}
          defaultValue={String(amount ?? "")}
          isRequired
        />
        <TextField name="currency" label={t("currency")} maxLength={3} defaultValue={currency} isRequired />
      </div>
    </DisclosedForm>
  );
}
