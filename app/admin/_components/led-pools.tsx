"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { CheckboxGroup } from "@/components/ui/forms/checkbox";
import { Form, FormActions } from "@/components/ui/forms/form";
import type { PoolLed } from "@/lib/pools/schema-managers";
import { leadPools } from "../actions";

type LedPoolsProps = { userId: string; name: string; pools: readonly PoolLed[] };

/** Which pools a person manages, given and taken. */
export function LedPools({ userId, name, pools }: LedPoolsProps) {
  const t = useTranslations("accounts.led");
  const refusals = useRefusalWords();
  if (pools.length === 0) return <p className="text-base text-ink-2">{t("none")}</p>;
  return (
    <Form action={leadPools} refusals={refusals} done={t("saved", { name })}>
      <input type="hidden" name="userId" value={userId} />
      <CheckboxGroup
        name="poolIds[]"
        label={t("title")}
        isLabelHidden
        description={t("hint", { name })}
        columns={2}
        options={pools.map((pool) => ({ value: pool.id, label: pool.name }))}
        defaultValue={pools.filter(({ isLed }) => isLed).map(({ id }) => id)}
      />
      <FormActions>
        <Button type="submit">{t("save")}</Button>
      </FormActions>
    </Form>
  );
}
