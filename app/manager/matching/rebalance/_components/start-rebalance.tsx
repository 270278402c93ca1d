"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { CheckboxGroup } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { NumberField } from "@/components/ui/forms/text-field";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { workOutRebalance } from "../actions";

type StartRebalanceProps = { poolId: string; from: string; executives: { value: string; label: string }[] };

/** What is asked: from when, with how many changes at most, and who keeps their assistant. */
export function StartRebalance({ poolId, from, executives }: StartRebalanceProps) {
  const t = useTranslations("matching.rebalance");
  return (
    <Form
      action={workOutRebalance}
      values={{ from, mostChanges: "10" }}
      refusals={useRefusalWords()}
      className="max-w-2xl"
    >
      <input type="hidden" name="poolId" value={poolId} />
      <div className="flex flex-wrap gap-4">
        <DateField name="from" label={t("from")} isRequired />
        <NumberField name="mostChanges" label={t("most")} min={0} max={20} isRequired />
      </div>
      {executives.length > 0 && (
        <Disclosure summary={t("fixed")}>
          <CheckboxGroup
            name="fixedIds[]"
            label={t("fixed")}
            isLabelHidden
            description={t("fixedHint")}
            columns={2}
            options={executives}
          />
        </Disclosure>
      )}
      <Button type="submit" variant="primary" className="w-fit">
        {t("start")}
      </Button>
    </Form>
  );
}
