import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PoolSwitch } from "@/app/_shared/week/pool-switch";
import { LivePage } from "@/components/live/live-page";
import { FilterBar, ListDetail } from "@/components/ui/layout/list-detail";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { parseSearchParams } from "@/lib/server/page";
import { RequestPanel } from "./_components/request-panel";
import { RequestSections } from "./_components/request-sections";
import { SwapsAddress } from "./form-input";
import { readSwaps } from "./read-swaps";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule.swaps"))("title") };
}

export default async function SwapsPage({ searchParams }: PageProps<"/manager/schedule/requests">) {
  const ctx = await requireManager();
  const t = await getTranslations("schedule.swaps");
  const { filter } = await parseSearchParams(SwapsAddress, searchParams);
  const pools = await listPools(ctx);
  const pool = pools.find(({ id }) => id === filter.pool);
  const poolIds = pool ? [pool.id] : pools.map(({ id }) => id);
  const shown = await readSwaps(ctx, poolIds, filter);
  const open = shown.requests.find(({ id }) => id === filter.open);
  const hrefOf = (id: string | null) =>
    id ? `/manager/schedule/requests?pool=${id}` : "/manager/schedule/requests";
  return (
    <Page width="full">
      <LivePage kinds={["schedule", "absence"]} />
      <PageHeader title={t("title")} />
      {pools.length > 1 && (
        <FilterBar>
          <PoolSwitch
            label={t("pool")}
            pools={[{ id: "", name: t("allPools") }, ...pools.map(({ id, name }) => ({ id, name }))]}
            current={pool?.id ?? ""}
            hrefOf={hrefOf}
          />
        </FilterBar>
      )}
      <ListDetail
        detail={
          open && (
            <RequestPanel
              key={`${open.id} ${open.version}`}
              shown={shown}
              request={open}
              closeHref={hrefOf(pool?.id ?? null)}
            />
          )
        }
      >
        <RequestSections shown={shown} open={filter.open} />
      </ListDetail>
    </Page>
  );
}
