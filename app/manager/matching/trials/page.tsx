import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listTrials } from "@/lib/matching/trials/queries";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { MatchingHeader } from "../_components/matching-header";
import { TrialList } from "./_components/trial-list";

const Asked = z.object({ pool: z.uuid().optional() });
const GOING = ["proposed", "agreed", "active"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.trial"))("title") };
}

export default async function TrialsPage({ searchParams }: PageProps<"/manager/matching/trials">) {
  const ctx = await requireManager();
  const t = await getTranslations("matching.trial");
  const { pool } = (await parseSearchParams(Asked, searchParams)).filter;
  const pools = await listPools(ctx);
  const poolId = pool ?? pools[0]?.id ?? "";
  const trials = await orNotFound(() => listTrials(ctx, { poolId }));
  const over = trials.filter(({ phase }) => !GOING.includes(phase));
  const going = trials.filter(({ phase }) => GOING.includes(phase));
  return (
    <Page>
      <MatchingHeader current="trials" {...{ pools, poolId }} />
      <p className="max-w-prose text-sm text-ink-2">{t("intro")}</p>
      {going.length > 0 ? <TrialList trials={going} /> : <EmptyState>{t("none")}</EmptyState>}
      {over.length > 0 && (
        <Section title={t("earlier")}>
          <TrialList trials={over} />
        </Section>
      )}
    </Page>
  );
}
