import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { cx } from "@/components/ui/layout/cx";
import { DayText } from "@/components/ui/layout/day-text";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listWorkloads } from "@/lib/coverage/candidates/queries-workload";
import { listPools } from "@/lib/pools/queries";
import { WorkloadTable } from "../_components/workload-table";

const PER_PAGE = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board.workload");
  return { title: t("title") };
}

export default async function WorkloadPage({ searchParams }: PageProps<"/manager/workload">) {
  const ctx = await requireManager();
  const t = await getTranslations("board.workload");
  const asked = await searchParams;
  const pools = await listPools(ctx);
  const pool = pools.find(({ id }) => id === asked.pool) ?? pools[0];
  const shown = Math.max(1, Math.floor(Number(asked.show)) || 1) * PER_PAGE;
  const workloads = pool && (await listWorkloads(ctx, { poolId: pool.id }));
  return (
    <Page>
      <PageHeader
        title={t("title")}
        meta={
          workloads && (
            <>
              <DayText day={workloads.from} /> – <DayText day={workloads.to} />
            </>
          )
        }
      />
      {pools.length > 1 && (
        <nav aria-label={t("pool")} className="flex w-fit flex-wrap rounded-md bg-sunken p-0.5">
          {pools.map(({ id, name }) => (
            <LinkButton
              key={id}
              href={`/manager/workload?pool=${id}`}
              variant="ghost"
              aria-current={id === pool?.id ? "page" : undefined}
              className={cx("h-7 px-2.5", id === pool?.id && "bg-surface text-ink shadow-xs")}
            >
              {name}
            </LinkButton>
          ))}
        </nav>
      )}
      <p className="max-w-2xl text-sm text-ink-2">{t("managerHint")}</p>
      {workloads && workloads.people.length > 0 ? (
        <>
          <WorkloadTable people={workloads.people.slice(0, shown)} />
          {workloads.people.length > shown && (
            <MoreLink
              href={`/manager/workload?pool=${pool.id}&show=${shown / PER_PAGE + 1}`}
              shown={shown}
              total={workloads.people.length}
            />
          )}
        </>
      ) : (
        <EmptyState>{t("empty")}</EmptyState>
      )}
    </Page>
  );
}
