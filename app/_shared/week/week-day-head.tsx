import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { type Day, dayToDate } from "@/lib/time/day";
import "./week-grid.css";

/** A day that a grid or a list of a week shows. */
export type ShownDay = { on: Day; isToday: boolean; isPast: boolean; dayOff: string | null };

type WeekDayHeadProps = {
  day: ShownDay;
  /** How many columns of the grid the day has. */
  span?: number;
  /** How much is missing on it, and how that is said. */
  short: number;
  shortWords: (count: number) => string;
  isNarrow?: boolean;
};

/** The head of a day in the grid of a week: which it is, and how much is missing on it. */
export function WeekDayHead({ day, span, short, shortWords, isNarrow = false }: WeekDayHeadProps) {
  const t = useTranslations("common.date");
  const format = useFormatter();
  const date = dayToDate(day.on);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the grid's rows are drawn as they come in sight
    <div
      role="columnheader"
      tabIndex={-1}
      aria-current={day.isToday ? "date" : undefined}
      aria-colspan={span}
      className={cx(
        "week-day",
        isNarrow && "week-day-narrow",
        day.isPast && "week-day-past",
        day.isToday && "week-day-today",
      )}
    >
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="first-letter:uppercase">
          {format.dateTime(date, { weekday: isNarrow ? "narrow" : "short", timeZone: "UTC" })}
        </span>
        <b>{format.dateTime(date, { day: "numeric", timeZone: "UTC" })}</b>
        {day.isToday && !isNarrow && <span className="min-w-0 truncate">{t("today")}</span>}
        {day.dayOff && !isNarrow && (
          <span className="min-w-0 truncate font-normal text-ink-3">{day.dayOff}</span>
        )}
      </span>
      {short > 0 && (
        <span className="week-day-short">
          <TriangleAlert aria-hidden className={isNarrow ? "size-2.5" : "size-3"} strokeWidth={2.25} />
          <span aria-hidden className="tnum">
            {short}
          </span>
          <span className="sr-only">{shortWords(short)}</span>
        </span>
      )}
    </div>
  );
}
