import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BalanceCards } from "@/components/absences/balance-cards";
import { LivePage } from "@/components/live/live-page";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { MoreLink } from "@/components/ui/layout/more-link";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { listOwnBalances } from "@/lib/absences/balances/queries";
import { listOwnAbsences } from "@/lib/absences/requests/queries";
import { ListOwnAbsencesInput } from "@/lib/absences/requests/schema";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { requireAssistant } from "@/lib/auth/guards";
import { getLeavePreview } from "@/lib/coverage/what-if/queries-leave-preview";
import { namesIn } from "@/lib/i18n/locales";
import { getOwnDay, getOwnWorkingDay } from "@/lib/pools/queries-today";
import { isDay } from "@/lib/time/day";
import { AskForm } from "./_components/ask-form";
import { LeavePreview } from "./_components/leave-preview";
import { OwnAbsence } from "./_components/own-absence";

const PER_PAGE = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("absences");
  return { title: t("mine") };
}

export default async function MyAbsencesPage({ searchParams }: PageProps<"/assistant/absences">) {
  const ctx = await requireAssistant();
  const t = await getTranslations("absences");
  const params = await searchParams;
  const { cursor, from, to } = params;
  const asked = ListOwnAbsencesInput.safeParse({ limit: PER_PAGE, ...(cursor && { cursor }) });
  const own = await listOwnAbsences(
    ctx,
    asked.success ? asked.data : ListOwnAbsencesInput.parse({ limit: PER_PAGE }),
  );
  const types = await listLeaveTypes(ctx);
  const names = namesIn(ctx.actor.locale, types);
  const preview = await getLeavePreview(ctx);
  const today = await getOwnDay(ctx);
  const options = types
    .filter((type) => !type.isRetired)
    .map(({ id }) => ({ value: id, label: names[id] ?? id }));
  const balances = await listOwnBalances(ctx);
  return (
    <Page width="text">
      <LivePage kinds={["absence", "leave", "cover"]} />
      <PageHeader title={t("mine")} />
      <Section title={t("balances")}>
        <BalanceCards balances={balances} typeNames={names} />
      </Section>
      <LeavePreview preview={preview} address={params} />
      <Section title={t("ask")}>
        <AskForm
          key={`${from} ${to}`}
          types={options}
          balances={balances}
          today={await getOwnWorkingDay(ctx)}
          from={dayAsked(from)}
          to={dayAsked(to)}
        />
      </Section>
      <Section title={t("mine")}>
        {own.items.length === 0 ? (
          <EmptyState>{t("empty.own")}</EmptyState>
        ) : (
          <ul>
            {own.items.map((absence) => (
              <OwnAbsence
                key={absence.id}
                absence={absence}
                typeName={names[absence.type] ?? absence.type}
                isReported={types.find((type) => type.id === absence.type)?.isReported ?? false}
                today={today}
              />
            ))}
          </ul>
        )}
        {own.nextCursor && (
          <MoreLink href={`/assistant/absences?cursor=${own.nextCursor}`} label={t("next")} />
        )}
      </Section>
    </Page>
  );
}

/** A day of the address; anything else is left to the form's own beginning. */
function dayAsked(text: string | string[] | undefined): string | undefined {
  return typeof text === "string" && isDay(text) ? text : undefined;
}
