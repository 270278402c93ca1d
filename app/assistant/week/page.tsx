import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LivePage } from "@/components/live/live-page";
import { requireAssistant } from "@/lib/auth/guards";
import { getSicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import { countOwnOffers } from "@/lib/coverage/offers/queries";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import { isIsoWeek } from "@/lib/time/iso-week";
import { readNotices } from "../../_shared/notices/read-notices";
import { WeekPage } from "./_components/week-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("week");
  return { title: t("title") };
}

export default async function MyWeekPage({ searchParams }: PageProps<"/assistant/week">) {
  const ctx = await requireAssistant();
  const { week: asked } = await searchParams;
  const week = typeof asked === "string" && isIsoWeek(asked) ? asked : undefined;
  const [mine, notices, sickness, offers] = await Promise.all([
    getAssistantWeek(ctx, { week }),
    readNotices(ctx),
    getSicknessNow(ctx),
    countOwnOffers(ctx),
  ]);
  return (
    <>
      <LivePage kinds={["cover", "absence", "support", "request", "handover", "person"]} />
      <WeekPage
        mine={mine}
        news={notices.filter((notice) => !notice.isRead)}
        sickness={sickness}
        offers={offers}
      />
    </>
  );
}
