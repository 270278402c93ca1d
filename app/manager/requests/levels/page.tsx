import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { listLevelRecords } from "@/lib/requests/levels/queries";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { parseSearchParams } from "@/lib/server/page";
import { LevelsHeader } from "../_components/levels-header";
import { AddLevel } from "./_components/add-level";
import { LevelTable } from "./_components/level-table";

const PATH = "/manager/requests/levels";
const Asked = z.object({ pool: z.uuid().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.levels"))("title") };
}

export default async function ServiceLevelsPage({ searchParams }: PageProps<"/manager/requests/levels">) {
  const ctx = await requireManager();
  const t = await getTranslations("requests.levels");
  const { filter } = await parseSearchParams(Asked, searchParams);
  const [pools, types] = await Promise.all([listPools(ctx), listRequestTypes(ctx, { withRetired: true })]);
  const pool = pools.find(({ id }) => id === filter.pool) ?? pools[0];
  if (!pool) return null;
  const levels = await listLevelRecords(ctx, pool.id);
  const names = namesIn(localeOf(await getLocale()), types);
  const shown = types.filter(({ isRetired }) => !isRetired);
  return (
    <Page width="list">
      <LivePage kinds={["pool"]} poolIds={[pool.id]} />
      <LevelsHeader current="levels" count={levels.length} pool={pools.length > 1 ? pool.id : undefined} />
      {pools.length > 1 && (
        <Tabs
          label={t("pool")}
          appearance="segmented"
          className="w-fit"
          tabs={pools.map(({ id, name }) => ({
            href: `${PATH}?pool=${id}`,
            label: name,
            isCurrent: id === pool.id,
          }))}
        />
      )}
      <p className="max-w-2xl text-base text-ink-2">{t("explain")}</p>
      {levels.length > 0 ? (
        <LevelTable levels={levels} names={names} />
      ) : (
        <EmptyState>{t("empty")}</EmptyState>
      )}
      <AddLevel
        key={pool.id}
        poolId={pool.id}
        types={shown.map(({ id }) => ({ value: id, label: names[id] ?? id }))}
      />
    </Page>
  );
}
