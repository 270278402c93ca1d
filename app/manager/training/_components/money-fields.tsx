import { useTranslations } from "next-intl";
import { NumberField, TextField } from "@/components/ui/forms/text-field";

type MoneyFieldsProps = {
  name: string;
  label: string;
  /** In the smallest unit of the currency. */
  amount?: number | null;
  currency?: string;
  isRequired?: boolean;
};

/** Money as people write it, in whole and hundredths, and its currency. */
export function MoneyFields({ name, label, amount, currency, isRequired = false }: MoneyFieldsProps) {
  const t = useTranslations("training");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
      <NumberField
        name={name}
        label={label}
        min={0}
        max={10_000_000}
        step="0.01"
        inputMode="decimal"
        defaultValue={amount == null ? "" : String(amount / 100)}
        isRequired={isRequired}
      />
      <TextField name="currency" label={t("currency")} maxLength={3} defaultValue={currency} isRequired />
    </div>
  );
}
