import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/forms/link-button";
import { addDays, dayToDate } from "@/lib/time/day";
import { addWeeks, type IsoWeek, mondayOf, weekNumber } from "@/lib/time/iso-week";

type WeekBarProps = { week: IsoWeek; thisWeek: IsoWeek; hrefOf: (week: IsoWeek) => string; lastDay?: number };

/** The week a page shows, and the way to the ones around it: "Week 34 · 17–21 August 2026". */
export function WeekBar({ week, thisWeek, hrefOf, lastDay = 4 }: WeekBarProps) {
  const t = useTranslations("common.date");
  const format = useFormatter();
  const monday = mondayOf(week);
  const range = format.dateTimeRange(dayToDate(monday), dayToDate(addDays(monday, lastDay)), {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <div className="flex items-center gap-1">
        <LinkButton
          href={hrefOf(addWeeks(week, -1))}
          variant="ghost"
          size="icon"
          aria-label={t("previousWeek")}
          icon={<ChevronLeft aria-hidden />}
        />
        <LinkButton href={hrefOf(thisWeek)} aria-current={week === thisWeek ? "date" : undefined}>
          {t("today")}
        </LinkButton>
        <LinkButton
          href={hrefOf(addWeeks(week, 1))}
          variant="ghost"
          size="icon"
          aria-label={t("nextWeek")}
          icon={<ChevronRight aria-hidden />}
        />
      </div>
      <p className="tnum flex flex-wrap items-baseline gap-x-2">
        <span className="text-xl font-semibold tracking-tight">{t("week", { week: weekNumber(week) })}</span>
        <span className="text-sm text-ink-2">{range}</span>
      </p>
    </div>
  );
}
