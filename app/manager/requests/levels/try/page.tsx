import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listExecutives } from "@/lib/executives/queries";
import { listPools } from "@/lib/pools/queries";
import { drawTry } from "@/lib/requests/levels/service";
import { dayIn } from "@/lib/time/zone";
import { LevelsHeader } from "../../_components/levels-header";
import { TryForm } from "../_components/try-form";
import { TryResult } from "../_components/try-result";
import { readTryAddress, tryInputOf } from "../try-address";

const MOST_EXECUTIVES = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requests.levels"))("try") };
}

export default async function TryLevelPage({ searchParams }: PageProps<"/manager/requests/levels/try">) {
  const ctx = await requireManager();
  const t = await getTranslations("requests.levels");
  const [pools, executives] = await Promise.all([
    listPools(ctx),
    listExecutives(ctx, { show: "current", limit: MOST_EXECUTIVES }),
  ]);
  const [first] = executives.items;
  const [pool] = pools;
  if (!first || !pool) {
    return (
      <Page width="list">
        <LevelsHeader current="try" pool={undefined} />
        <EmptyState>{t("noExecutives")}</EmptyState>
      </Page>
    );
  }
  const begun = { executiveId: first.id, on: dayIn(pool.timeZone, ctx.now) };
  const address = readTryAddress(await searchParams, begun);
  const asked = executives.items.find(({ id }) => id === address.executiveId) ?? first;
  const timeZone = pools.find(({ id }) => id === asked.poolId)?.timeZone ?? pool.timeZone;
  const drawn = await drawTry(ctx, tryInputOf({ ...address, executiveId: asked.id }, timeZone));
  return (
    <Page width="list" className="md:gap-0">
      <LevelsHeader current="try" pool={undefined} />
      <div className="-mx-(--edge) grid md:grid-cols-[20rem_minmax(0,1fr)]">
        <TryForm
          address={{ ...address, executiveId: asked.id }}
          executives={executives.items.map(({ id, name, title }) => ({
            value: id,
            label: name,
            hint: title,
          }))}
        />
        <TryResult drawn={drawn} name={asked.name} timeZone={timeZone} />
      </div>
    </Page>
  );
}
