import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPoolHandovers } from "@/lib/handovers/queries";
import { ListHandoversInput } from "@/lib/handovers/schema";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { handoversAddress } from "../_components/handovers-address";
import { OverviewFilter } from "../_components/overview-filter";
import { OverviewTable } from "../_components/overview-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers"))("title") };
}

export default async function HandoversPage({ searchParams }: PageProps<"/manager/handovers">) {
  const ctx = await requireManager();
  const t = await getTranslations("handovers.overview");
  const { filter, address } = await parseSearchParams(ListHandoversInput, searchParams);
  const [{ items, nextCursor, counts }, pools] = await Promise.all([
    orNotFound(() => listPoolHandovers(ctx, filter)),
    listPools(ctx),
  ]);
  return (
    <Page>
      <LivePage kinds={["handover", "cover"]} />
      <PageHeader title={t("title")} />
      <OverviewFilter asked={address} counts={counts} pools={pools} />
      {items.length > 0 ? (
        <OverviewTable handovers={items} />
      ) : (
        <EmptyState>{t(filter.concern ? "emptyConcern" : "empty")}</EmptyState>
      )}
      {nextCursor && <MoreLink href={handoversAddress(address, { cursor: nextCursor })} label={t("next")} />}
      {filter.cursor && <MoreLink href={handoversAddress(address)} label={t("first")} />}
    </Page>
  );
}
