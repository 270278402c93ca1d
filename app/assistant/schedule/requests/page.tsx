import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { EmptyState } from "@/components/ui/layout/empty-state";
import { Page, PageHeader, Section } from "@/components/ui/layout/page";
import { requireAssistant } from "@/lib/auth/guards";
import { namesIn } from "@/lib/i18n/locales";
import { getOwnDay } from "@/lib/pools/queries-today";
import { listWorkRoles } from "@/lib/schedules/setup/queries";
import { listOwnShiftRequests } from "@/lib/schedules/swaps/queries";
import { listOpenShifts } from "@/lib/schedules/swaps/queries-takers";
import { addDays } from "@/lib/time/day";
import { AskedRow } from "../../_components/shift-requests/asked-row";
import { OpenShiftRow } from "../../_components/shift-requests/open-shift-row";
import { OwnRequestRow } from "../../_components/shift-requests/own-request-row";
import { askedOf, offeredShifts, ownOf } from "../../_components/shift-requests/own-requests";

const DAYS_AHEAD = 28;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("schedule.mine"))("title") };
}

export default async function OwnShiftRequestsPage() {
  const ctx = await requireAssistant();
  const t = await getTranslations("schedule.mine");
  const title = await getTranslations("schedule");
  const today = await getOwnDay(ctx);
  const [requests, open, roles] = await Promise.all([
    listOwnShiftRequests(ctx),
    listOpenShifts(ctx, today, addDays(today, DAYS_AHEAD)),
    listWorkRoles(ctx),
  ]);
  const names = namesIn(ctx.actor.locale, roles);
  const me = ctx.actor.assistant.id;
  const [asked, own, offered] = [askedOf(requests, me), ownOf(requests, me), offeredShifts(requests, me)];
  const isEmpty = asked.length + own.length + open.length === 0;
  return (
    <Page width="text">
      <LivePage kinds={["schedule", "absence"]} />
      <PageHeader title={t("title")} back={{ href: "/assistant/schedule", label: title("title") }} />
      {isEmpty && (
        <EmptyState action={<LinkButton href="/assistant/week">{t("toWeek")}</LinkButton>}>
          {t("none")}
        </EmptyState>
      )}
      {asked.length > 0 && (
        <Section title={t("asked")} meta={asked.length}>
          <ul className="-mx-4 -mt-3 md:-mx-6">
            {asked.map((request, i) => (
              <AskedRow key={request.id} request={request} roles={names} isMain={i === 0} />
            ))}
          </ul>
        </Section>
      )}
      {open.length > 0 && (
        <Section title={t("open")} meta={open.length}>
          <ul>
            {open.map((shift) => (
              <OpenShiftRow key={shift.id} shift={shift} roles={names} offered={offered.get(shift.id)} />
            ))}
          </ul>
        </Section>
      )}
      {own.length > 0 && (
        <Section title={t("own")} meta={own.length}>
          <ul>
            {own.map((request) => (
              <OwnRequestRow key={request.id} request={request} roles={names} me={me} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
