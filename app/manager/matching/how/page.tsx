import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { HowItWorks } from "@/components/matching/how-it-works";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { requireFitWeights } from "@/lib/matching/weights/queries";
import { orNotFound, parseSearchParams } from "@/lib/server/page";

const Asked = z.object({ pool: z.uuid().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.how"))("title") };
}

export default async function HowMatchingWorks({ searchParams }: PageProps<"/manager/matching/how">) {
  const ctx = await requireManager();
  const t = await getTranslations("matching");
  const { pool } = (await parseSearchParams(Asked, searchParams)).filter;
  const poolId = pool ?? ctx.actor.managedPoolIds[0] ?? "";
  const weights = await orNotFound(() => requireFitWeights(ctx, poolId));
  return (
    <Page width="text">
      <PageHeader title={t("how.title")} back={{ href: "/manager/matching", label: t("title") }} />
      <HowItWorks weights={weights} />
    </Page>
  );
}
