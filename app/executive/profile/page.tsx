import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { dutyNames } from "@/app/_shared/executives/duty-names";
import { ExecutiveSections } from "@/app/_shared/executives/executive-sections";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { requireExecutiveProfile } from "@/lib/executives/queries-profile";
import { listOwnCovers } from "@/lib/handovers/queries";
import { OwnCovers } from "../_components/own-covers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers.executive"))("title") };
}

export default async function MyProfilePage() {
  const ctx = await requireExecutive();
  const t = await getTranslations("handovers.executive");
  const [profile, covers, duties] = await Promise.all([
    requireExecutiveProfile(ctx, ctx.actor.executive.id),
    listOwnCovers(ctx),
    dutyNames(ctx),
  ]);
  return (
    <Page width="text">
      <PageHeader title={t("title")}>
        <p className="max-w-prose text-base text-ink-2">{t("intro")}</p>
      </PageHeader>
      <OwnCovers covers={covers} />
      <ExecutiveSections profile={profile} duties={duties} />
    </Page>
  );
}
