import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dutyNames } from "@/app/_shared/executives/duty-names";
import { ExecutiveSections } from "@/app/_shared/executives/executive-sections";
import { AsksSection } from "@/app/_shared/matching/asks-section";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { requireExecutiveProfile } from "@/lib/executives/queries-profile";
import { listOwnCovers } from "@/lib/handovers/queries";
import { listStyleNames, requireAsks } from "@/lib/matching/asks/queries";
import { listWishedAssistants } from "@/lib/matching/knowledge/queries";
import { OwnCovers } from "../_components/own-covers";
import { WishedAssistants } from "../_components/wished-assistants";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers.executive"))("title") };
}

export default async function MyProfilePage() {
  const ctx = await requireExecutive();
  const t = await getTranslations("handovers.executive");
  const executiveId = ctx.actor.executive.id;
  const [profile, covers, duties, asks, styles, wished] = await Promise.all([
    requireExecutiveProfile(ctx, executiveId),
    listOwnCovers(ctx),
    dutyNames(ctx),
    requireAsks(ctx, executiveId),
    listStyleNames(ctx),
    listWishedAssistants(ctx),
  ]);
  return (
    <Page width="text">
      <PageHeader title={t("title")}>
        <p className="max-w-prose text-base text-ink-2">{t("intro")}</p>
      </PageHeader>
      <OwnCovers covers={covers} />
      <ExecutiveSections profile={profile} duties={duties} />
      <AsksSection asks={asks} styles={styles} />
      <WishedAssistants assistants={wished} />
    </Page>
  );
}
