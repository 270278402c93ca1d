import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";
import { Select } from "@/components/ui/forms/select";
import { addWeeks, weekNumber } from "@/lib/time/iso-week";
import type { WhatIfAddress } from "../what-if-address";
import { KeptFields } from "./kept-fields";

type HorizonFormProps = {
  address: WhatIfAddress & { poolId: string; week: NonNullable<WhatIfAddress["week"]> };
  pools: { id: string; name: string }[];
};

const WEEKS_TO_CHOOSE = 26;

/** Which pool, from which week, and for how long; the changes are kept while the pool is. */
export function HorizonForm({ address, pools }: HorizonFormProps) {
  const t = useTranslations("whatIf.horizon");
  const weeks = Array.from({ length: WEEKS_TO_CHOOSE }, (_, i) => addWeeks(address.week, i - 2));
  return (
    <Form action="/manager/what-if" className="flex flex-wrap items-end gap-3">
      <KeptFields address={address} only="change" />
      {pools.length > 1 ? (
        <Select
          key={address.poolId}
          name="pool"
          label={t("pool")}
          defaultValue={address.poolId}
          options={pools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <input type="hidden" name="pool" value={address.poolId} />
      )}
      <Select
        key={address.week}
        name="week"
        label={t("from")}
        defaultValue={address.week}
        options={weeks.map((week) => ({
          value: week,
          label: t("week", { week: weekNumber(week), year: week.slice(0, 4) }),
        }))}
      />
      <Select
        key={address.weeks}
        name="weeks"
        label={t("length")}
        defaultValue={String(address.weeks)}
        options={[1, 2, 3, 4, 5, 6].map((count) => ({
          value: String(count),
          label: t("weeks", { count }),
        }))}
      />
      <Button type="submit">{t("show")}</Button>
    </Form>
  );
}
