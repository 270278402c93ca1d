"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { MoneyFields } from "../../_components/money-fields";
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
      <MoneyFields name="amount" label={t("amount")} {...{ amount, currency }} isRequired />
    </DisclosedForm>
  );
}
