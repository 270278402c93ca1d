import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { KeepPage } from "@/components/ui/offline/keep-page";
import { requireAssistant } from "@/lib/auth/guards";
import { getSicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import { listOwnOffers } from "@/lib/coverage/offers/queries";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { listHandoversInForce } from "@/lib/handovers/queries";
import { namesIn } from "@/lib/i18n/locales";
import { listComingMeetings } from "@/lib/meetings/queries-coming";
import { countAssignedRequests } from "@/lib/requests/queries";
import { getOwnScheduleNews } from "@/lib/schedules/publishing/queries";
import { listWorkRoles } from "@/lib/schedules/setup/queries";
import { listOwnShiftRequests } from "@/lib/schedules/swaps/queries";
import { isIsoWeek } from "@/lib/time/iso-week";
import { readNotices } from "../../_shared/notices/read-notices";
import { askedOf } from "../_components/shift-requests/own-requests";
import { WeekPage } from "./_components/week-page";

const WEEKS_AHEAD = 2;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("week");
  return { title: t("title") };
}

export default async function MyWeekPage({ searchParams }: PageProps<"/assistant/week">) {
  const ctx = await requireAssistant();
  const { week: asked } = await searchParams;
  const week = typeof asked === "string" && isIsoWeek(asked) ? { week: asked } : { weeks: WEEKS_AHEAD };
  const [mine, notices, sickness, offers, requests, handovers, { receipts, asked: askedCount }, meetings] =
    await Promise.all([
      getAssistantWeek(ctx, week),
      readNotices(ctx),
      getSicknessNow(ctx),
      listOwnOffers(ctx),
      countAssignedRequests(ctx),
      listHandoversInForce(ctx),
      getOwnScheduleNews(ctx),
      listComingMeetings(ctx),
    ]);
  const askedShifts = askedCount > 0 ? askedOf(await listOwnShiftRequests(ctx), ctx.actor.assistant.id) : [];
  const roles = receipts.length + askedShifts.length > 0 ? await listWorkRoles(ctx) : [];
  const roleNames = namesIn(ctx.actor.locale, roles);
  // What was published has a card of its own.
  const news = notices.filter((notice) => !notice.isRead && notice.icon !== "schedule");
  return (
    <>
      <LivePage kinds={["cover", "absence", "support", "request", "handover", "person", "schedule"]} />
      {!("week" in week) && <KeepPage words={await offlineWords()} readAt={ctx.now.toISOString()} />}
      <WeekPage
        {...{ mine, news, sickness, offers, requests, handovers, receipts, roleNames, askedShifts, meetings }}
      />
    </>
  );
}

async function offlineWords() {
  const t = await getTranslations("week.offline");
  return { title: t("title"), body: t("body"), link: t("link") };
}
