import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WeekSteps } from "@/app/_shared/week/week-step";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { PrintButton } from "@/components/ui/layout/print-button";
import { requireManager } from "@/lib/auth/guards";
import { getBrief } from "@/lib/insight/brief/queries";
import { BriefInput } from "@/lib/insight/brief/schema";
import { parseSearchParams } from "@/lib/server/page";
import { type IsoWeek, weekNumber } from "@/lib/time/iso-week";
import { BriefBlocks } from "./_components/brief-blocks";
import { BriefDays } from "./_components/brief-days";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("brief"))("title") };
}

export default async function BriefPage({ searchParams }: PageProps<"/manager/brief">) {
  const ctx = await requireManager();
  const t = await getTranslations("brief");
  const dates = await getTranslations("common.date");
  const { filter } = await parseSearchParams(BriefInput, searchParams);
  const { week, from, to, blocks } = await getBrief(ctx, filter);
  return (
    <Page width="text">
      <LivePage kinds={["cover", "absence", "request", "handover", "schedule", "training"]} />
      <PageHeader
        title={dates("week", { week: weekNumber(week as IsoWeek) })}
        meta={<BriefDays from={from} to={to} />}
        tabs={<WeekSteps week={week as IsoWeek} hrefOf={(other) => `/manager/brief?week=${other}`} />}
        actions={<PrintButton />}
      />
      {blocks.length > 0 ? <BriefBlocks blocks={blocks} /> : <EmptyState>{t("empty")}</EmptyState>}
    </Page>
  );
}
