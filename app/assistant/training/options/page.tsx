import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { requireAssistant } from "@/lib/auth/guards";
import { listOptions } from "@/lib/training/options/queries";
import { OPTION_STATUSES } from "@/lib/training/options/rules";
import { OptionFacts } from "./_components/option-facts";
import { SuggestOption } from "./_components/suggest-option";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("ownOptions.title") };
}

/** What the pool could learn, as its assistants read it: what was decided and why, and a suggestion of one's own. */
export default async function OwnOptionsPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("training");
  const mentoring = await getTranslations("mentoring");
  const { poolId } = ctx.actor.assistant;
  const options = await listOptions(ctx, { poolId });
  return (
    <Page width="text">
      <LivePage kinds={["training"]} />
      <PageHeader
        title={t("ownOptions.title")}
        tabs={
          <Tabs
            label={mentoring("views")}
            tabs={[
              { href: "/assistant/training", label: mentoring("myTraining"), isCurrent: false },
              { href: "/assistant/training/options", label: t("ownOptions.title"), isCurrent: true },
              { href: "/assistant/mentoring", label: mentoring("title"), isCurrent: false },
            ]}
          />
        }
      />
      <p className="text-sm text-ink-2">{t("ownOptions.explain")}</p>
      <SuggestOption poolId={poolId} />
      {options.length === 0 && <EmptyState>{t("ownOptions.none")}</EmptyState>}
      {OPTION_STATUSES.map((status) => {
        const here = options.filter((option) => option.status === status);
        return (
          here.length > 0 && (
            <Section
              key={status}
              title={t("research.count", { status: t(`research.status.${status}`), count: here.length })}
            >
              <ul>
                {here.map((option) => (
                  <OptionFacts key={option.id} option={option} />
                ))}
              </ul>
            </Section>
          )
        );
      })}
    </Page>
  );
}
