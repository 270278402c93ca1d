import { ArrowLeftRight, CalendarHeart, CalendarPlus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WeekBar } from "@/app/_shared/week/week-bar";
import { WeekTitle } from "@/app/_shared/week/week-title";
import { LivePage } from "@/components/live/live-page";
import { LinkButton } from "@/components/ui/forms/link-button";
import { requireAssistant } from "@/lib/auth/guards";
import { getOwnDay } from "@/lib/pools/queries-today";
import { listPoolShifts } from "@/lib/schedules/week/queries-own";
import { addDays, daysFrom, weekdayOf } from "@/lib/time/day";
import { isIsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { PoolDays } from "./_components/pool-days";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule.poolWeek");
  return { title: t("title") };
}

export default async function PoolSchedulePage({ searchParams }: PageProps<"/assistant/schedule">) {
  const ctx = await requireAssistant();
  const [{ week: asked }, today] = await Promise.all([searchParams, getOwnDay(ctx)]);
  const thisWeek = isoWeekOf(today);
  const week = typeof asked === "string" && isIsoWeek(asked) ? asked : thisWeek;
  const monday = mondayOf(week);
  const sunday = addDays(monday, 6);
  const shifts = await listPoolShifts(ctx, monday, sunday);
  const busy = new Set(shifts.map(({ on }) => on));
  const days = daysFrom(monday, sunday).filter((on) => weekdayOf(on) <= 5 || busy.has(on));
  const t = await getTranslations("schedule.poolWeek");
  const wishes = await getTranslations("schedule.wishes");
  const mine = await getTranslations("schedule.mine");
  return (
    <>
      <LivePage kinds={["schedule", "absence"]} />
      <WeekBar
        path="/assistant/schedule"
        week={week}
        thisWeek={thisWeek}
        title={<WeekTitle week={week} lastDay={days.at(-1) ?? sunday} />}
      />
      {shifts.length === 0 ? (
        <p className="px-4 py-6 text-base text-ink-2 md:px-6">{t("none")}</p>
      ) : (
        <PoolDays days={days} shifts={shifts} today={today} ownId={ctx.actor.assistant.id} />
      )}
      <p className="flex flex-wrap px-3 py-3 md:px-5">
        <LinkButton href="/assistant/feeds" variant="ghost" icon={<CalendarPlus aria-hidden />}>
          {t("feeds")}
        </LinkButton>
        <LinkButton href="/assistant/schedule/requests" variant="ghost" icon={<ArrowLeftRight aria-hidden />}>
          {mine("title")}
        </LinkButton>
        <LinkButton href="/assistant/schedule/wishes" variant="ghost" icon={<CalendarHeart aria-hidden />}>
          {wishes("open")}
        </LinkButton>
      </p>
    </>
  );
}
