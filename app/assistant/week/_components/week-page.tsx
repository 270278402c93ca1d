import { CheckCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { WeekBar } from "@/components/coverage/week-bar";
import { NoticeLink, useNoticeWords } from "@/components/notices/notice-list";
import type { NoticeView } from "@/components/notices/notice-view";
import { Button } from "@/components/ui/forms/button";
import { Notice } from "@/components/ui/layout/notice";
import { Page } from "@/components/ui/layout/page";
import type { SicknessNow } from "@/lib/coverage/leave-cover/queries-sickness";
import type { AssistantWeek } from "@/lib/coverage/serving/queries-week";
import { weekdayOf } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { markRead } from "../../../notices-actions";
import { DayCard } from "./day-card";
import { TodayBand } from "./today-band";

type WeekPageProps = {
  mine: AssistantWeek;
  news: NoticeView[];
  sickness: SicknessNow;
  offers: number;
};

/** An assistant's week at a glance: what is new, then each day with hours, own executives and cover. */
export function WeekPage({ mine, news, sickness, offers }: WeekPageProps) {
  const t = useTranslations("week");
  const days = mine.days.filter(
    (day) =>
      weekdayOf(day.on) <= 5 || day.hours !== null || day.parts.some((part) => part.executives.length > 0),
  );
  return (
    <Page width="list">
      <h1 className="sr-only">{t("title")}</h1>
      <WeekBar
        week={mine.week}
        thisWeek={isoWeekOf(mine.today)}
        hrefOf={(week) => `/assistant/week?week=${week}`}
        lastDay={days.length > 5 ? 6 : 4}
      />
      <p className="text-sm text-ink-2">{t("total", totalsOf(mine))}</p>
      <TodayBand sickness={sickness} offers={offers} />
      {news.length > 0 && <News news={news} />}
      <ol className="grid gap-3 lg:grid-cols-5 lg:items-start lg:gap-4">
        {days.map((day) => (
          <DayCard key={day.on} day={day} isToday={day.on === mine.today} dutyNames={mine.dutyNames} />
        ))}
      </ol>
    </Page>
  );
}

function totalsOf(mine: AssistantWeek): { own: number; cover: number } {
  const executives = mine.days.flatMap((day) => day.parts.flatMap((part) => part.executives));
  const count = (kind: "own" | "cover") =>
    new Set(executives.filter((d) => d.kind === kind).map((d) => d.executiveId)).size;
  return { own: count("own"), cover: count("cover") };
}

const MOST_NEWS = 3;

function News({ news }: { news: NoticeView[] }) {
  const t = useTranslations("week.news");
  const wordsOf = useNoticeWords();
  return (
    <section aria-labelledby="news">
      <Notice
        actions={
          <form action={markRead}>
            <Button type="submit" icon={<CheckCheck aria-hidden />}>
              {t("seen")}
            </Button>
          </form>
        }
      >
        <h2 id="news" className="font-semibold">
          {t("title")}
        </h2>
        <ul className="mt-1 grid gap-0.5">
          {news.slice(0, MOST_NEWS).map((notice) => (
            <li key={notice.id}>
              <NoticeLink notice={notice} area="assistant">
                {wordsOf(notice)}
              </NoticeLink>
            </li>
          ))}
        </ul>
        {news.length > MOST_NEWS && (
          <Link href="/assistant/notices" className="mt-1 block w-fit underline touch:py-3">
            {t("more", { count: news.length - MOST_NEWS })}
          </Link>
        )}
      </Notice>
    </section>
  );
}
