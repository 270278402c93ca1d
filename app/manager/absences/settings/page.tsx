import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { LinkButton } from "@/components/ui/forms/link-button";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { Tabs } from "@/components/ui/layout/tabs";
import { listEntitlements } from "@/lib/absences/balances/service";
import { listPossibleDeciders } from "@/lib/absences/deciders/queries-possible";
import { getPoolPolicy, listDeputies } from "@/lib/absences/deciders/service";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { listBlackouts, listGroups } from "@/lib/absences/settings/service";
import { maySetLeaveTypes } from "@/lib/absences/settings/service-leave-types";
import { listAssistants } from "@/lib/assistants/queries";
import { requireManager } from "@/lib/auth/guards";
import { daysOffIn } from "@/lib/days-off";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { listPools } from "@/lib/pools/queries";
import { parseSearchParams } from "@/lib/server/page";
import { day } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { Blackouts } from "./_components/blackouts";
import { Deputies } from "./_components/deputies";
import { EntitlementForms } from "./_components/entitlement-forms";
import { Groups } from "./_components/groups";
import { Holidays } from "./_components/holidays";
import { PoolPolicyForm } from "./_components/policy-form";
import { TypeTable } from "./_components/type-table";

const PATH = "/manager/absences/settings";
const Asked = z.object({
  pool: z.uuid().optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("absences"))("settings") };
}

export default async function LeaveSettingsPage({ searchParams }: PageProps<"/manager/absences/settings">) {
  const ctx = await requireManager();
  const t = await getTranslations("absences");
  const settings = await getTranslations("settings");
  const locale = localeOf(await getLocale());
  const { filter } = await parseSearchParams(Asked, searchParams);
  const pools = await listPools(ctx);
  const pool = pools.find((one) => one.id === filter.pool) ?? pools[0];
  if (!pool) return null;
  const poolId = pool.id;
  const today = dayIn(pool.timeZone, ctx.now);
  const year = filter.year ?? Number(today.slice(0, 4));
  const types = await listLeaveTypes(ctx);
  const maySetTypes = await maySetLeaveTypes(ctx);
  const names = namesIn(locale, types);
  const people = await listAssistants(ctx, { poolId, show: "current", limit: 100 });
  const deciders = (await listPossibleDeciders(ctx)).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page width="text">
      <PageHeader title={t("settings")} back={{ href: "/manager/settings", label: settings("title") }} />
      <Section
        title={t("types.title")}
        actions={maySetTypes && <LinkButton href={`${PATH}/types/new`}>{t("types.add")}</LinkButton>}
      >
        {!maySetTypes && <p className="text-base text-ink-2">{t("types.forAdministrators")}</p>}
        <TypeTable types={types} names={names} isEditable={maySetTypes} />
      </Section>
      {pools.length > 1 && (
        <Tabs
          label={t("pool")}
          appearance="segmented"
          tabs={pools.map(({ id, name }) => ({
            href: `${PATH}?pool=${id}`,
            label: name,
            isCurrent: id === poolId,
          }))}
        />
      )}
      <Section key={`${poolId} year`} title={t("entitlement.title")}>
        <p className="text-base text-ink-2">{t("entitlement.hint")}</p>
        <EntitlementForms
          poolId={poolId}
          year={Number(today.slice(0, 4))}
          types={types.filter((type) => type.countsAgainstAllowance && !type.isRetired)}
          names={names}
          entitlements={await listEntitlements(ctx, { poolId })}
        />
      </Section>
      <Section key={`${poolId} policy`} title={t("policy.title")}>
        <PoolPolicyForm policy={await getPoolPolicy(ctx, { poolId })} deciders={deciders} />
      </Section>
      <Section title={t("deputy.title")}>
        <Deputies
          deputies={await listDeputies(ctx)}
          deciders={deciders}
          own={ctx.actor.userId}
          isAdministrator={ctx.actor.isAdministrator}
          today={today}
        />
      </Section>
      <Section key={`${poolId} blackouts`} title={t("blackout.title")}>
        <Blackouts poolId={poolId} blackouts={await listBlackouts(ctx, { poolId })} today={today} />
      </Section>
      <Section key={`${poolId} groups`} title={t("group.title")}>
        <Groups
          poolId={poolId}
          groups={await listGroups(ctx, { poolId })}
          people={people.items.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Section>
      <Section title={t("holidays.title", { year: String(year) })}>
        <Holidays
          pool={pool}
          year={year}
          days={daysOffIn(pool, day(`${year}-01-01`), day(`${year}-12-31`), locale)}
          addressOf={(other) => `${PATH}?pool=${poolId}&year=${other}`}
        />
      </Section>
    </Page>
  );
}
