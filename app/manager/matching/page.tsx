import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPresentPlacements } from "@/lib/matching/placements/queries";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { MatchingHeader } from "./_components/matching-header";
import { PresentTable } from "./_components/present-table";

const Asked = z.object({
  pool: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(100).default(1),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching"))("title") };
}

export default async function MatchingPage({ searchParams }: PageProps<"/manager/matching">) {
  const ctx = await requireManager();
  const t = await getTranslations("matching");
  const { pool, page } = (await parseSearchParams(Asked, searchParams)).filter;
  const pools = await listPools(ctx);
  const poolId = pool ?? pools[0]?.id ?? "";
  const present = await orNotFound(() => listPresentPlacements(ctx, { poolId, page }));
  return (
    <Page width="full">
      <MatchingHeader current="fit" {...{ pools, poolId }} />
      <p className="text-sm text-ink-2">
        {t("present.facts", { count: present.total })} {t("present.explain")}
      </p>
      {present.items.length > 0 ? (
        <PresentTable rows={present.items} />
      ) : (
        <EmptyState>{t("present.none")}</EmptyState>
      )}
      {present.nextPage && (
        <MoreLink
          href={`/manager/matching?pool=${poolId}&page=${present.nextPage}`}
          label={t("present.more")}
        />
      )}
    </Page>
  );
}
