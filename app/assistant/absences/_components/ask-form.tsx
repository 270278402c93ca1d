"use client";
import { useTranslations } from "next-intl";
import { LiveOutlook } from "@/components/absences/live-outlook";
import { StretchFields } from "@/components/absences/stretch-fields";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useAmountWords } from "@/components/time/use-amount-words";
import { Button } from "@/components/ui/forms/button";
import { Form, FormActions } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import type { BalanceView } from "@/lib/absences/balances/schema";
import { ask, preview } from "../actions";

type AskFormProps = {
  types: { value: string; label: string }[];
  balances: readonly BalanceView[];
  today: string;
  from?: string;
  to?: string;
};

/** Asks for leave, or reports sickness; says what it takes before it is sent. */
export function AskForm({ types, balances, today, from, to }: AskFormProps) {
  const t = useTranslations("absences");
  const words = useAmountWords();
  const options = types.map((type) => {
    const balance = balances.find((one) => one.type === type.value);
    if (!balance) return type;
    return { ...type, hint: t("balance.left", { left: words(balance.remaining, balance.measure) }) };
  });
  return (
    <Form action={ask} refusals={useRefusalWords()} done={t("sent")} resetWhenDone>
      <LiveOutlook preview={preview}>
        <Select
          name="type"
          label={t("field.type")}
          description={t("reportedHint")}
          options={options}
          defaultValue={types[0]?.value}
          isRequired
        />
        <StretchFields today={today} from={from} to={to} />
      </LiveOutlook>
      <TextField
        name="note"
        label={t("field.note")}
        description={t("field.ownNoteHint")}
        maxLength={500}
        isRequired={false}
      />
      <FormActions>
        <Button type="submit" variant="primary">
          {t("submit.ask")}
        </Button>
      </FormActions>
    </Form>
  );
}
