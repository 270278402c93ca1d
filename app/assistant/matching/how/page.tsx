import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HowItWorks } from "@/components/matching/how-it-works";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { readFitWeights } from "@/lib/matching/weights/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.how"))("title") };
}

export default async function HowMatchingWorksPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("matching");
  const weights = await readFitWeights(ctx.db, ctx.actor.assistant.poolId);
  return (
    <Page width="text">
      <PageHeader title={t("how.title")} back={{ href: "/assistant/matching", label: t("me.title") }} />
      <HowItWorks weights={weights} />
    </Page>
  );
}
