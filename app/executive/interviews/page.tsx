import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnInterviews } from "@/app/_shared/interviews/own-interviews";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireExecutive } from "@/lib/auth/guards";
import { listOwnInterviews } from "@/lib/hiring/interviews/queries";
import { listOwnPacks } from "@/lib/hiring/packs/queries";
import { OwnPacks } from "./_components/own-packs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.interview"))("own") };
}

export default async function OwnInterviewsPage() {
  const ctx = await requireExecutive();
  const t = await getTranslations("hiring.interview");
  const packs = await listOwnPacks(ctx);
  const interviews = <OwnInterviews interviews={await listOwnInterviews(ctx)} base="/executive/interviews" />;
  return (
    <Page width="text">
      <PageHeader title={t("own")} />
      <OwnPacks packs={packs} />
      {packs.length > 0 ? <Section title={t("title")}>{interviews}</Section> : interviews}
    </Page>
  );
}
