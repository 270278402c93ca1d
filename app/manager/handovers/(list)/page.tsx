import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HandoverRows } from "@/components/handovers/handover-rows";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { ListDetail } from "@/components/ui/layout/list-detail";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPoolHandovers } from "@/lib/handovers/queries";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { HandoverActs } from "../_components/handover-acts";
import { HandoverArea } from "../_components/handover-area";
import { HandoverPanel } from "../_components/handover-panel";
import { HandoversAddress, handoversAddress } from "../_components/handovers-address";
import { OverviewFilter, OverviewTabs } from "../_components/overview-filter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers"))("title") };
}

export default async function HandoversPage({ searchParams }: PageProps<"/manager/handovers">) {
  const ctx = await requireManager();
  const t = await getTranslations("handovers.overview");
  const { filter, address } = await parseSearchParams(HandoversAddress, searchParams);
  const { open, ...listed } = filter;
  const [{ items, nextCursor, counts }, pools] = await Promise.all([
    orNotFound(() => listPoolHandovers(ctx, listed)),
    listPools(ctx),
  ]);
  const ids = items.map(({ id }) => id);
  return (
    <Page width="full">
      <LivePage kinds={["handover", "cover"]} />
      <PageHeader title={t("title")} tabs={<OverviewTabs asked={address} counts={counts} />} />
      <OverviewFilter asked={address} pools={pools} handovers={items} />
      <ListDetail detail={open && <HandoverPanel key={open} ctx={ctx} id={open} ids={ids} asked={address} />}>
        {items.length > 0 ? (
          <HandoverArea handovers={items.map(({ id, executiveId }) => ({ id, executiveId }))} open={open}>
            <HandoverRows
              handovers={items}
              path="/manager/handovers"
              show="cover"
              open={open}
              actsOf={(handover) => <HandoverActs handover={handover} />}
            />
          </HandoverArea>
        ) : (
          <EmptyState className="mx-(--edge) mt-6">{t(filter.concern ? "emptyConcern" : "empty")}</EmptyState>
        )}
        <div className="grid gap-2 px-(--edge) empty:hidden">
          {nextCursor && (
            <MoreLink href={handoversAddress(address, { cursor: nextCursor })} label={t("next")} />
          )}
          {filter.cursor && <MoreLink href={handoversAddress(address)} label={t("first")} />}
        </div>
      </ListDetail>
    </Page>
  );
}
