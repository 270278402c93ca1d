import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OutlookFacts } from "@/components/absences/outlook-facts";
import { LivePage } from "@/components/live/live-page";
import { Page, Section } from "@/components/ui/layout/page";
import { requireAbsenceOutlook } from "@/lib/absences/balances/queries-outlook";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import { requireManager } from "@/lib/auth/guards";
import { requireAbsenceCard } from "@/lib/coverage/leave-cover/queries";
import { getRunningTaps } from "@/lib/coverage/leave-cover/queries-sickness";
import { AbsenceCardInput } from "@/lib/coverage/leave-cover/schema";
import { localeOf, namesIn } from "@/lib/i18n/locales";
import { idOf, orNotFound } from "@/lib/server/page";
import { CardHeader } from "../_components/card/card-header";
import { AcceptedGaps, AlsoAwayList } from "../_components/card/card-lists";
import { CardSummary } from "../_components/card/card-summary";
import { Decision } from "../_components/card/decision";
import { ExecutiveList } from "../_components/card/executive-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cover"))("decide.open") };
}

export default async function AbsenceCardPage({ params, searchParams }: PageProps<"/manager/absences/[id]">) {
  const ctx = await requireManager();
  const id = idOf((await params).id);
  const asked = AbsenceCardInput.safeParse({ id, picks: [(await searchParams).pick ?? []].flat() });
  const picks = asked.success ? asked.data.picks : [];
  const [card, leaveTypes] = await Promise.all([
    orNotFound(() => requireAbsenceCard(ctx, { id, picks })),
    listLeaveTypes(ctx),
  ]);
  const { absence } = card;
  const t = await getTranslations("cover");
  const isWaiting = absence.status === "requested" || absence.status === "provisionally_approved";
  const outlook = isWaiting ? await requireAbsenceOutlook(ctx, id) : null;
  const typeNames = namesIn(localeOf(await getLocale()), leaveTypes);
  const isOwn = absence.assistantId === ctx.actor.assistant?.id;
  return (
    <Page width="text">
      <LivePage kinds={["absence", "cover", "support", "leave"]} />
      <CardHeader absence={absence} typeName={typeNames[absence.type] ?? absence.type} />
      <CardSummary card={card} />
      <ExecutiveList card={card} picks={picks} />
      <Decision card={card} isOwn={isOwn} taps={isOwn ? [] : await getRunningTaps(ctx, absence)} />
      {outlook && (
        <Section title={t("takes")}>
          <OutlookFacts outlook={outlook} />
        </Section>
      )}
      <AcceptedGaps card={card} />
      {!outlook && <AlsoAwayList away={card.alsoAway} />}
    </Page>
  );
}
