import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Page } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { localeOf } from "@/lib/i18n/locales";
import { previewFitWeights } from "@/lib/matching/placements/queries";
import { requireFitWeights } from "@/lib/matching/weights/queries";
import { FIT_PARTS } from "@/lib/matching/weights/rules";
import { FitWeightsInput } from "@/lib/matching/weights/schema";
import { listPools } from "@/lib/pools/queries";
import { orNotFound, parseSearchParams } from "@/lib/server/page";
import { MatchingHeader } from "../_components/matching-header";
import { WeightEffect } from "../_components/weight-effect";
import { WeightFields } from "../_components/weight-fields";

const Asked = z.object({ pool: z.uuid().optional(), ...FitWeightsInput.partial().shape });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.view"))("weights") };
}

export default async function WeightsPage({ searchParams }: PageProps<"/manager/matching/weights">) {
  const ctx = await requireManager();
  const t = await getTranslations("matching.weights");
  const { pool, ...draft } = (await parseSearchParams(Asked, searchParams)).filter;
  const pools = await listPools(ctx);
  const poolId = pool ?? pools[0]?.id ?? "";
  const current = await orNotFound(() => requireFitWeights(ctx, poolId));
  const asked = FitWeightsInput.safeParse(draft);
  const preview = asked.success
    ? await previewFitWeights(ctx, { poolId, ...asked.data }, localeOf(await getLocale()))
    : null;
  const weights = asked.success ? asked.data : current;
  const isChanged = FIT_PARTS.some((part) => weights[part] !== current[part]);
  return (
    <Page>
      <MatchingHeader current="weights" {...{ pools, poolId }} />
      <p className="text-sm text-ink-2">
        {t("explain", { pool: pools.find(({ id }) => id === poolId)?.name ?? "" })}
      </p>
      <WeightFields key={JSON.stringify(weights)} weights={weights} poolId={poolId} />
      {preview && asked.success && (
        <WeightEffect
          preview={preview}
          weights={asked.data}
          poolId={poolId}
          version={current.version}
          isChanged={isChanged}
        />
      )}
    </Page>
  );
}
