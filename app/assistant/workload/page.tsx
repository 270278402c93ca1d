import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkloadFigures } from "@/components/coverage/workload-figures";
import { DayText } from "@/components/ui/layout/day-text";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { getOwnWorkload } from "@/lib/coverage/candidates/queries-workload";
import { getOwnTurns, type OwnTurns } from "@/lib/schedules/fills/queries-turns";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board.workload");
  return { title: t("mine") };
}

export default async function OwnCoverPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("board.workload");
  const [{ from, to, own, average }, turns] = await Promise.all([getOwnWorkload(ctx), getOwnTurns(ctx)]);
  return (
    <Page width="text">
      <PageHeader
        title={t("mine")}
        meta={
          <>
            <DayText day={from} /> – <DayText day={to} />
          </>
        }
      />
      <p className="text-base text-ink-2">{t("hint")}</p>
      {own.halfDays === 0 && average.halfDays === 0 ? (
        <EmptyState>{t("empty")}</EmptyState>
      ) : (
        <WorkloadFigures own={own} average={average} />
      )}
      {turns && <Turns turns={turns} />}
    </Page>
  );
}

async function Turns({ turns: { own, byShare } }: { turns: OwnTurns }) {
  const t = await getTranslations("schedule.turns");
  return (
    <Section title={t("title")}>
      <p>{t("own", { count: own })}</p>
      <p className="text-sm text-ink-2">{t("byShare", { count: Math.round(byShare * 10) / 10 })}</p>
    </Section>
  );
}
