import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { requireManager } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { getSchedulePolicy, listDemand, listTemplates, listWorkRoles } from "@/lib/schedules/setup/queries";
import { parseSearchParams } from "@/lib/server/page";
import { Needs } from "./_components/needs";
import { Roles } from "./_components/roles";
import { RulesForm } from "./_components/rules-form";
import { ScheduleFiles } from "./_components/schedule-files";
import { Templates } from "./_components/templates";

const PATH = "/manager/schedule/set-up";
const Asked = z.object({ pool: z.uuid().optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule.setup"))("title") };
}

export default async function ScheduleSetUpPage({ searchParams }: PageProps<"/manager/schedule/set-up">) {
  const ctx = await requireManager();
  const t = await getTranslations("schedule");
  const { filter } = await parseSearchParams(Asked, searchParams);
  const pools = await listPools(ctx);
  const pool = pools.find(({ id }) => id === filter.pool) ?? pools[0];
  if (!pool) return null;
  const [roles, duties, demand, templates, policy] = await Promise.all([
    listWorkRoles(ctx),
    listDuties(ctx),
    listDemand(ctx, pool.id),
    listTemplates(ctx, pool.id),
    getSchedulePolicy(ctx, pool.id),
  ]);
  const names = namesIn(ctx.actor.locale, roles);
  const options = roles
    .filter(({ isRetired }) => !isRetired)
    .map(({ id }) => ({ value: id, label: names[id] ?? "" }));
  return (
    <Page width="text">
      <PageHeader
        title={t("setup.title")}
        back={{ href: `/manager/schedule?pool=${pool.id}`, label: t("title") }}
      />
      <Section title={t("setup.roles.title")}>
        <Roles roles={roles} names={names} dutyNames={namesIn(ctx.actor.locale, duties)} />
      </Section>
      {pools.length > 1 && (
        <Tabs
          label={t("pool")}
          appearance="segmented"
          tabs={pools.map(({ id, name }) => ({
            href: `${PATH}?pool=${id}`,
            label: name,
            isCurrent: id === pool.id,
          }))}
        />
      )}
      <Section key={`${pool.id} needs`} title={t("setup.needs.title")}>
        <Needs poolId={pool.id} demand={demand} names={names} roles={options} />
      </Section>
      <Section key={`${pool.id} templates`} title={t("setup.templates.title")}>
        <Templates poolId={pool.id} templates={templates} names={names} roles={options} />
      </Section>
      <Section key={`${pool.id} rules`} title={t("setup.rules.title")}>
        <RulesForm policy={policy} />
      </Section>
      <Section key={`${pool.id} files`} title={t("files.title")}>
        <ScheduleFiles poolId={pool.id} />
      </Section>
    </Page>
  );
}
