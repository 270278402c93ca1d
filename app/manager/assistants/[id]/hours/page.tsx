import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { weekValues } from "@/app/_shared/forms/week-values";
import { Page, PageHeader } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { requireWorkingPattern } from "@/lib/assistants/queries-pattern";
import { requireManager } from "@/lib/auth/guards";
import { getPoolDay } from "@/lib/pools/queries-today";
import { idOf, orNotFound } from "@/lib/server/page";
import { addDays, day } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { PatternForm } from "../../_components/pattern-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people.pattern"))("title") };
}

const MOST_WEEKS = 4;

export default async function HoursPage({
  params,
  searchParams,
}: PageProps<"/manager/assistants/[id]/hours">) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const asked = Number((await searchParams).weeks);
  const t = await getTranslations("people.pattern");
  const assistant = await orNotFound(() => requireAssistantRecord(ctx, id));
  const nextMonday = addDays(mondayOf(isoWeekOf(await getPoolDay(ctx, assistant.poolId))), 7);
  const from = day(assistant.upcomingHours.at(-1)?.from ?? nextMonday);
  const pattern = await requireWorkingPattern(ctx, id, from);
  const count = asked >= 1 && asked <= MOST_WEEKS ? asked : pattern.weeks.length;
  // The first week of the form is the one that its first day lies in.
  const inOrder = pattern.weeks.map((_, i) => pattern.weeks[(pattern.week - 1 + i) % pattern.weeks.length]);
  const weeks = Array.from({ length: count }, (_, i) => inOrder[i] ?? inOrder[0] ?? []);
  const values = weeks.map((hours, i) =>
    weekValues(
      `weeks.${i}`,
      hours.map(({ place, ...one }) => ({ ...one, ...(place === "remote" && { place }) })),
    ),
  );
  const href = `/manager/assistants/${id}`;
  return (
    <Page width="text">
      <PageHeader title={t("title")} back={{ href, label: assistant.name }}>
        <p className="pt-3 text-base text-ink-2">{t("hint")}</p>
      </PageHeader>
      <Tabs
        label={t("count")}
        appearance="segmented"
        tabs={[1, 2, 3, 4].map((n) => ({
          href: `${href}/hours?weeks=${n}`,
          label: t("weeks", { count: n }),
          isCurrent: n === count,
        }))}
      />
      <PatternForm
        key={count}
        id={id}
        count={count}
        values={{ from, ...Object.assign({}, ...values) }}
        cancelHref={href}
      />
    </Page>
  );
}
