import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkloadFigures } from "@/components/coverage/workload-figures";
import { DayText } from "@/components/ui/layout/day-text";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { getOwnWorkload } from "@/lib/coverage/candidates/queries-workload";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board.workload");
  return { title: t("mine") };
}

export default async function OwnCoverPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("board.workload");
  const { from, to, own, average } = await getOwnWorkload(ctx);
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
    </Page>
  );
}
