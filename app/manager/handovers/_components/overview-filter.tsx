import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/layout/tabs";
import { CONCERNS, type Concern } from "@/lib/handovers/schema";
import { type HandoversAsked, handoversAddress } from "./handovers-address";

type OverviewFilterProps = {
  asked: HandoversAsked;
  counts: Record<Concern, number>;
  pools: readonly { id: string; name: string }[];
};

/** Which handovers are shown: by concern, and of which pool; all of it stands in the address. */
export function OverviewFilter({ asked, counts, pools }: OverviewFilterProps) {
  const t = useTranslations("handovers");
  const concern = (value: Concern) => ({
    href: handoversAddress(asked, { concern: value }),
    label: t(`concern.${value}`),
    count: counts[value],
    isCurrent: asked.concern === value,
  });
  const pool = (id: string | undefined, label: string) => ({
    href: handoversAddress(asked, { poolId: id }),
    label,
    isCurrent: asked.poolId === id,
  });
  return (
    <div className="grid gap-3">
      {pools.length > 1 && (
        <Tabs
          label={t("overview.pool")}
          appearance="segmented"
          tabs={[pool(undefined, t("overview.allPools")), ...pools.map(({ id, name }) => pool(id, name))]}
        />
      )}
      <Tabs
        label={t("overview.filter")}
        tabs={[
          {
            href: handoversAddress(asked, { concern: undefined }),
            label: t("overview.all"),
            isCurrent: !asked.concern,
          },
          ...CONCERNS.map(concern),
        ]}
      />
    </div>
  );
}
