import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPresentPlacements } from "@/lib/matching/placements/queries";
import { listRebalances } from "@/lib/matching/proposals/queries";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { addDays } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { MatchingHeader } from "../_components/matching-header";
import { RebalanceList } from "./_components/rebalance-list";
import { StartRebalance } from "./_components/start-rebalance";

const Asked = z.object({ pool: z.uuid().optional() });
/** The Monday after next: time to tell everybody. */
const DAYS_AHEAD = 14;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.rebalance"))("title") };
}

export default async function RebalancePage({ searchParams }: PageProps<"/manager/matching/rebalance">) {
  const ctx = await requireManager();
  const t = await getTranslations("matching.rebalance");
  const { pool } = (await parseSearchParams(Asked, searchParams)).filter;
  const pools = await listPools(ctx);
  const poolId = pool ?? pools[0]?.id ?? "";
  const [present, rebalances] = await orNotFound(() =>
    Promise.all([listPresentPlacements(ctx, { poolId, page: 1 }), listRebalances(ctx, { poolId })]),
  );
  const zone = pools.find(({ id }) => id === poolId)?.timeZone ?? "UTC";
  const from = addDays(mondayOf(isoWeekOf(dayIn(zone, ctx.now))), DAYS_AHEAD);
  const choices = present.items
    .flatMap(({ executiveId, name, present: now }) =>
      now ? [{ value: executiveId, label: `${name} · ${now.name}` }] : [],
    )
    .sort((a, b) => a.label.localeCompare(b.label, ctx.actor.locale));
  return (
    <Page>
      <MatchingHeader current="rebalance" {...{ pools, poolId }} />
      <p className="text-sm text-ink-2">{t("intro")}</p>
      <StartRebalance key={poolId} poolId={poolId} from={from} executives={choices} />
      <Section title={t("earlier")}>
        {rebalances.length > 0 ? (
          <RebalanceList rebalances={rebalances} />
        ) : (
          <EmptyState>{t("none")}</EmptyState>
        )}
      </Section>
    </Page>
  );
}
