import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listStandIns } from "@/lib/coverage/candidates/queries-stand-ins";
import { StandInsAddress } from "@/lib/coverage/candidates/schema-stand-ins";
import { namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { day, dayToDate } from "@/lib/time/day";
import { DependenceList } from "./_components/dependence-list";
import { ExecutiveTable } from "./_components/executive-table";
import { StandInsFilter } from "./_components/stand-ins-filter";
import { standInsAddress } from "./stand-ins-address";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("standIns");
  return { title: t("title") };
}

export default async function StandInsPage({ searchParams }: PageProps<"/manager/coverage/stand-ins">) {
  const ctx = await requireManager();
  const t = await getTranslations("standIns");
  const format = await getFormatter();
  const { filter, address } = await parseSearchParams(StandInsAddress, searchParams);
  const [pools, duties] = await Promise.all([listPools(ctx), listDuties(ctx)]);
  const poolId = filter.poolId ?? pools[0]?.id;
  if (!poolId) return <EmptyState>{t("empty")}</EmptyState>;
  const view = await orNotFound(() => listStandIns(ctx, { ...filter, poolId }));
  const dutyNames = namesIn(ctx.actor.locale, duties);
  const date = format.dateTime(dayToDate(day(view.on)), { dateStyle: "full", timeZone: "UTC" });
  const { without, withOne } = view;
  return (
    <Page>
      <PageHeader title={t("title")}>
        <p className="max-w-prose text-sm text-pretty text-ink-2">{t("intro", { date })}</p>
        <p className="max-w-prose font-medium text-pretty">{t("summary", { without, withOne })}</p>
      </PageHeader>
      <StandInsFilter asked={{ ...address, poolId }} pools={pools} dutyNames={dutyNames} />
      <Section title={t("executives")} meta={view.total}>
        {view.executives.length === 0 ? (
          <EmptyState
            action={<LinkButton href={standInsAddress({ poolId })}>{t("filter.clear")}</LinkButton>}
          >
            {t("empty")}
          </EmptyState>
        ) : (
          <ExecutiveTable executives={view.executives} dutyNames={dutyNames} />
        )}
        {(filter.page > 1 || view.nextPage) && (
          <div className="flex flex-wrap gap-2">
            {filter.page > 1 && <LinkButton href={standInsAddress(address)}>{t("first")}</LinkButton>}
            {view.nextPage && (
              <LinkButton href={standInsAddress(address, { page: String(view.nextPage) })}>
                {t("next")}
              </LinkButton>
            )}
          </div>
        )}
      </Section>
      <Section title={t("dependences")}>
        <DependenceList dependences={view.dependences} />
      </Section>
    </Page>
  );
}
