import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/forms/button";
import { SearchField } from "@/components/ui/forms/search-field";
import { DateField } from "@/components/ui/forms/text-field";
import { Tabs } from "@/components/ui/layout/tabs";
import { type AbsencesAsked, absencesAddress } from "../absences-address";

type AbsenceFilterProps = { asked: AbsencesAsked; pools: readonly { id: string; name: string }[] };

const STATUSES = ["approved", "declined", "cancelled", "withdrawn"] as const;

/** Whose absences are listed, in which state and from when; all of it stands in the address. */
export function AbsenceFilter({ asked, pools }: AbsenceFilterProps) {
  const t = useTranslations("absences");
  const tab = (change: AbsencesAsked, label: string, isCurrent: boolean) => ({
    href: absencesAddress(asked, change),
    label,
    isCurrent,
  });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <SearchField
          label={t("search")}
          action="/manager/absences"
          query={asked.q}
          keep={{ poolId: asked.poolId, status: asked.status, from: asked.from }}
        />
        {pools.length > 1 && (
          <Tabs
            label={t("pool")}
            appearance="segmented"
            tabs={[
              tab({ poolId: undefined }, t("allPools"), !asked.poolId),
              ...pools.map(({ id, name }) => tab({ poolId: id }, name, asked.poolId === id)),
            ]}
          />
        )}
        {asked.status && <FromDay asked={asked} />}
      </div>
      <Tabs
        label={t("tabs.label")}
        tabs={[
          tab({ status: undefined, from: undefined }, t("tabs.overview"), !asked.status),
          ...STATUSES.map((status) => tab({ status }, t(`tabs.${status}`), asked.status === status)),
        ]}
      />
    </div>
  );
}

function FromDay({ asked }: { asked: AbsencesAsked }) {
  const t = useTranslations("absences");
  const kept = Object.entries({ q: asked.q, poolId: asked.poolId, status: asked.status });
  return (
    <Form action="/manager/absences" className="flex items-end gap-2">
      {kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <DateField key={asked.from} name="from" label={t("from")} defaultValue={asked.from} />
      <Button type="submit">{t("show")}</Button>
    </Form>
  );
}
