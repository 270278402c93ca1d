import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import { Tabs } from "@/components/ui/layout/tabs";
import { STAND_INS, type StandInsAsked, standInsAddress } from "../stand-ins-address";

type StandInsFilterProps = {
  asked: StandInsAsked;
  pools: readonly { id: string; name: string }[];
  dutyNames: Record<string, string>;
};

/** Of which pool, whom, for which duty and with how few: all of it in the address. */
export function StandInsFilter({ asked, pools, dutyNames }: StandInsFilterProps) {
  const t = useTranslations("standIns");
  const kept = Object.entries({ poolId: asked.poolId, on: asked.on });
  return (
    <div className="grid gap-3">
      {pools.length > 1 && (
        <Tabs
          label={t("pool")}
          appearance="segmented"
          tabs={pools.map(({ id, name }) => ({
            href: standInsAddress(asked, { poolId: id }),
            label: name,
            isCurrent: asked.poolId === id,
          }))}
        />
      )}
      <Form
        key={JSON.stringify(asked)}
        action={STAND_INS}
        role="search"
        className="grid items-end gap-2 sm:grid-cols-2 md:flex md:flex-wrap"
      >
        {kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
        <TextField name="q" label={t("filter.name")} defaultValue={asked.q} className="md:w-48" />
        <Select
          name="dutyId"
          label={t("filter.duty")}
          placeholder={t("filter.allDuties")}
          defaultValue={asked.dutyId ?? ""}
          options={Object.entries(dutyNames).map(([value, label]) => ({ value, label }))}
          className="md:w-48"
        />
        <Select
          name="atMost"
          label={t("filter.atMost")}
          placeholder={t("filter.any")}
          defaultValue={asked.atMost ?? ""}
          options={[
            { value: "0", label: t("filter.nobody") },
            { value: "1", label: t("filter.one") },
            { value: "2", label: t("filter.two") },
          ]}
          className="md:w-44"
        />
        <div className="flex items-end gap-2">
          <Button type="submit">{t("filter.show")}</Button>
          {(asked.q || asked.dutyId || asked.atMost) && (
            <LinkButton variant="ghost" href={standInsAddress({ poolId: asked.poolId, on: asked.on })}>
              {t("filter.clear")}
            </LinkButton>
          )}
        </div>
      </Form>
    </div>
  );
}
