import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, Section } from "@/components/ui/layout/page";
import { PrintButton } from "@/components/ui/layout/print-button";
import { Tabs } from "@/components/ui/layout/tabs";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { getOwnDay } from "@/lib/pools/queries-today";
import { parseSearchParams } from "@/lib/server/page";
import { day, dayToDate } from "@/lib/time/day";
import { getYearPlan } from "@/lib/training/year/queries";
import { TrainingHeader } from "../_components/training-header";
import { BudgetForm } from "./_components/budget-form";
import { YearList } from "./_components/year-list";

const PATH = "/manager/training/year";
const Asked = z.object({
  pool: z.uuid().optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("view.year") };
}

/** A pool's year of training by month, and what is spent, committed and left of its budget. */
export default async function TrainingYearPage({ searchParams }: PageProps<"/manager/training/year">) {
  const ctx = await requireManager();
  const t = await getTranslations("training.year");
  const format = await getFormatter();
  const { filter } = await parseSearchParams(Asked, searchParams);
  const [pools, today] = await Promise.all([listPools(ctx), getOwnDay(ctx)]);
  const pool = pools.find(({ id }) => id === filter.pool) ?? pools[0];
  if (!pool) return null;
  const year = filter.year ?? Number(today.slice(0, 4));
  const plan = await getYearPlan(ctx, { poolId: pool.id, year });
  const money = (amount: number) =>
    format.number(amount / 100, { style: "currency", currency: plan.currency });
  const months = [...new Set(plan.sessions.map(({ firstOn }) => firstOn.slice(0, 7)))];
  const tab = (poolId: string, of: number) => `${PATH}?pool=${poolId}&year=${of}`;
  return (
    <Page width="text">
      <LivePage kinds={["training"]} poolIds={[pool.id]} />
      <TrainingHeader current="year" actions={<PrintButton />} />
      <div className="flex flex-wrap gap-3 print:hidden">
        {pools.length > 1 && (
          <Tabs
            label={t("pool")}
            appearance="segmented"
            className="w-fit"
            tabs={pools.map(({ id, name }) => ({
              href: tab(id, year),
              label: name,
              isCurrent: id === pool.id,
            }))}
          />
        )}
        <Tabs
          label={t("year")}
          appearance="segmented"
          className="w-fit"
          tabs={[year - 1, year, year + 1].map((one) => ({
            href: tab(pool.id, one),
            label: String(one),
            isCurrent: one === year,
          }))}
        />
      </div>
      <Section title={t("title", { pool: pool.name, year: String(year) })}>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
          {(
            [
              ["budget", plan.budget?.amount ?? null],
              ["spent", plan.spent],
              ["committed", plan.committed],
              ["left", plan.left],
            ] as const
          ).map(([key, amount]) => (
            <div key={key} className="grid">
              <dt className="text-sm text-ink-2">{t(key)}</dt>
              <dd
                className={`tnum font-semibold ${key === "left" && (amount ?? 0) < 0 ? "text-gap-ink" : ""}`}
              >
                {amount === null ? t("unknown") : money(amount)}
              </dd>
            </div>
          ))}
        </dl>
        {plan.others > 0 && <p className="text-sm text-ink-2">{t("others", { count: plan.others })}</p>}
        <BudgetForm
          key={`${pool.id} ${year}`}
          poolId={pool.id}
          year={year}
          amount={plan.budget?.amount ?? null}
          currency={plan.currency}
        />
      </Section>
      {months.length === 0 && <EmptyState>{t("none")}</EmptyState>}
      {months.map((month) => (
        <Section
          key={month}
          title={format.dateTime(dayToDate(day(`${month}-01`)), {
            month: "long",
            year: "numeric",
            timeZone: "UTC",
          })}
        >
          <YearList sessions={plan.sessions.filter(({ firstOn }) => firstOn.startsWith(month))} />
        </Section>
      ))}
    </Page>
  );
}
