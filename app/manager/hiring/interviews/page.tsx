import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnInterviews } from "@/app/_shared/interviews/own-interviews";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listOwnInterviews } from "@/lib/hiring/interviews/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.interview"))("own") };
}

export default async function OwnInterviewsPage() {
  const ctx = await requireManager();
  const t = await getTranslations("hiring.interview");
  return (
    <Page width="text">
      <PageHeader title={t("own")} back={{ href: "/manager/hiring", label: t("hiring") }} />
      <OwnInterviews interviews={await listOwnInterviews(ctx)} base="/manager/hiring/interviews" />
    </Page>
  );
}
