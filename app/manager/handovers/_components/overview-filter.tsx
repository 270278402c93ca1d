import { useTranslations } from "next-intl";
import { useRangeWords } from "@/components/time/use-range-words";
import { FilterMenu } from "@/components/ui/layout/filter-menu";
import { FilterBar } from "@/components/ui/layout/list-detail";
import { Tabs } from "@/components/ui/layout/tabs";
import { CONCERNS, type Concern, type HandoverSummary } from "@/lib/handovers/schema";
import { type HandoversAsked, handoversAddress } from "./handovers-address";
import { MarkAccess } from "./mark-access";

type OverviewTabsProps = { asked: HandoversAsked; counts: Record<Concern, number> };

/** All handovers, or those that lack one thing; it stands in the address. */
export function OverviewTabs({ asked, counts }: OverviewTabsProps) {
  const t = useTranslations("handovers");
  return (
    <Tabs
      label={t("overview.filter")}
      tabs={[
        {
          href: handoversAddress(asked, { concern: undefined }),
          label: t("overview.all"),
          isCurrent: !asked.concern,
        },
        ...CONCERNS.map((concern) => ({
          href: handoversAddress(asked, { concern }),
          label: t(`concern.${concern}`),
          count: counts[concern],
          isCurrent: asked.concern === concern,
        })),
      ]}
    />
  );
}

type OverviewFilterProps = {
  asked: HandoversAsked;
  pools: readonly { id: string; name: string }[];
  handovers: readonly HandoverSummary[];
};

/** Of which pool, and what can be done for many at once. */
export function OverviewFilter({ asked, pools, handovers }: OverviewFilterProps) {
  const t = useTranslations("handovers.overview");
  const rangeWords = useRangeWords();
  const pool = (id: string | undefined, label: string) => ({
    href: handoversAddress(asked, { poolId: id }),
    label,
    isCurrent: asked.poolId === id,
  });
  const lacking = (concern: Concern) =>
    handovers
      .filter(({ concerns }) => concerns.includes(concern))
      .map((one) => ({
        id: one.id,
        label: one.executiveName,
        detail: [rangeWords(one), one.coverName].filter(Boolean).join(" · "),
      }));
  const [notGiven, notWithdrawn] = [lacking("not_granted"), lacking("not_withdrawn")];
  if (pools.length < 2 && notGiven.length + notWithdrawn.length === 0) return null;
  return (
    <FilterBar>
      {pools.length > 1 && (
        <FilterMenu
          label={t("pool")}
          all={pool(undefined, t("allPools"))}
          choices={pools.map(({ id, name }) => pool(id, name))}
        />
      )}
      <span className="ml-auto flex flex-wrap">
        {notGiven.length > 0 && <MarkAccess step="grant" rows={notGiven} />}
        {notWithdrawn.length > 0 && <MarkAccess step="withdraw" rows={notWithdrawn} />}
      </span>
    </FilterBar>
  );
}
