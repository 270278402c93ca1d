import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskSections } from "@/app/_shared/executives/desk-sections";
import { dutyNames } from "@/app/_shared/executives/duty-names";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { requireDeskProfile } from "@/lib/executives/queries-profile";
import { listOwnCovers } from "@/lib/handovers/queries";
import { OwnCovers } from "../_components/own-covers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("handovers.desk"))("title") };
}

export default async function MyProfilePage() {
  const ctx = await requireExecutive();
  const t = await getTranslations("handovers.desk");
  const [profile, covers, duties] = await Promise.all([
    requireDeskProfile(ctx, ctx.actor.executive.id),
    listOwnCovers(ctx),
    dutyNames(ctx),
  ]);
  return (
    <Page width="text">
      <PageHeader title={t("title")}>
        <p className="max-w-prose text-base text-ink-2">{t("intro")}</p>
      </PageHeader>
      <OwnCovers covers={covers} />
      <DeskSections profile={profile} duties={duties} />
    </Page>
  );
}
