import type { Metadata } from "next";
import Form from "next/form";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { BalanceCards } from "@/components/absences/balance-cards";
import { DateField } from "@/components/ui/dates/date-field";
import { Button } from "@/components/ui/forms/button";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { listBalances } from "@/lib/absences/balances/queries";
import { listAdjustments } from "@/lib/absences/balances/service";
import { listPossibleDeciders } from "@/lib/absences/deciders/queries-possible";
import { getAssistantPolicy } from "@/lib/absences/deciders/service";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { requireManager } from "@/lib/auth/guards";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { getPoolDay } from "@/lib/pools/queries-today";
import { idOf, orNotFound, parseSearchParams } from "@/lib/server/page";
import { DayInput } from "@/lib/time/inputs";
import { AssistantPolicyForm } from "../../settings/_components/policy-form";
import { AdjustForm, AllowanceForm } from "../_components/adjust-forms";
import { AdjustmentList } from "../_components/adjustment-list";

const Asked = z.object({ on: DayInput.optional() });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("absences"))("balances") };
}

export default async function PersonBalancesPage({
  params,
  searchParams,
}: PageProps<"/manager/absences/balances/[assistantId]">) {
  const ctx = await requireManager();
  const assistantId = idOf((await params).assistantId);
  const { name, poolId } = await orNotFound(() => requireAssistantRecord(ctx, assistantId));
  const t = await getTranslations("absences");
  const { filter } = await parseSearchParams(Asked, searchParams);
  const today = await getPoolDay(ctx, poolId);
  const on = filter.on ?? today;
  const types = await listLeaveTypes(ctx);
  const names = namesIn(localeOf(await getLocale()), types);
  const counted = types
    .filter((type) => type.countsAgainstAllowance && !type.isRetired)
    .map(({ id }) => ({ value: id, label: names[id] ?? id }));
  const deciders = (await listPossibleDeciders(ctx)).map((one) => ({ value: one.id, label: one.name }));
  return (
    <Page width="text">
      <PageHeader
        title={t("balancesOf", { name })}
        back={{ href: "/manager/absences/balances", label: t("balances") }}
      />
      <Form action={`/manager/absences/balances/${assistantId}`} className="flex flex-wrap items-end gap-2">
        <DateField key={on} name="on" label={t("balance.day")} defaultValue={on} />
        <Button type="submit">{t("balance.show")}</Button>
      </Form>
      <BalanceCards balances={await listBalances(ctx, { assistantId, on })} typeNames={names} />
      <Section title={t("adjustment.title")}>
        <AdjustmentList adjustments={await listAdjustments(ctx, assistantId)} typeNames={names} />
        <AdjustForm assistantId={assistantId} name={name} types={counted} today={today} />
        <AllowanceForm assistantId={assistantId} types={counted} year={Number(on.slice(0, 4))} />
      </Section>
      <Section title={t("policy.title")}>
        <AssistantPolicyForm policy={await getAssistantPolicy(ctx, assistantId)} deciders={deciders} />
      </Section>
    </Page>
  );
}
