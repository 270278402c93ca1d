import { useTranslations } from "next-intl";
import { useDaysWords } from "@/components/time/use-days-words";
import type { Day } from "@/lib/time/day";
import { type IsoWeek, mondayOf, weekNumber } from "@/lib/time/iso-week";

/** "Week 49 30 Nov – 4 Dec", the page's title. */
export function WeekTitle({ week, lastDay }: { week: IsoWeek; lastDay: Day }) {
  const t = useTranslations("common.date");
  const range = useDaysWords()(mondayOf(week), lastDay);
  return (
    <h1 className="mr-1 flex items-baseline gap-2 whitespace-nowrap">
      <span className="text-xl font-semibold tracking-tight">{t("week", { week: weekNumber(week) })}</span>
      <span className="hidden text-sm text-ink-2 board:inline">{range}</span>
    </h1>
  );
}
