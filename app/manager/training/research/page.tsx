import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, Section } from "@/components/ui/layout/page";
import { requireManager } from "@/lib/auth/guards";
import { listPools } from "@/lib/pools/queries";
import { listOptions } from "@/lib/training/options/queries";
import { OPTION_STATUSES } from "@/lib/training/options/rules";
import { TrainingHeader } from "../_components/training-header";
import { OptionLine } from "./_components/option-line";
import { SuggestForm } from "./_components/suggest-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("view.research") };
}

/** What could be learnt, by how far it has come, each with what it is compared by. */
export default async function ResearchPage() {
  const ctx = await requireManager();
  const t = await getTranslations("training.research");
  const [options, pools] = await Promise.all([listOptions(ctx, {}), listPools(ctx)]);
  return (
    <Page width="text">
      <LivePage kinds={["training"]} />
      <TrainingHeader current="research" />
      {options.length === 0 && <EmptyState>{t("none")}</EmptyState>}
      {OPTION_STATUSES.map((status) => {
        const here = options.filter((option) => option.status === status);
        return (
          here.length > 0 && (
            <Section key={status} title={t("count", { status: t(`status.${status}`), count: here.length })}>
              <ul>
                {here.map((option) => (
                  <OptionLine key={`${option.id} ${option.version}`} option={option} />
                ))}
              </ul>
            </Section>
          )
        );
      })}
      <SuggestForm pools={pools.map(({ id, name }) => ({ value: id, label: name }))} />
    </Page>
  );
}
