"use client";
import { CalendarDate, getDayOfWeek, getWeeksInMonth } from "@internationalized/date";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { CalendarCell, CalendarGrid } from "react-aria-components/Calendar";
import { cx } from "@/components/ui/layout/cx";
import type { CalendarDays } from "./calendar-days";
import { useCalendarState } from "./use-calendar-state";
import { weekNumberOf } from "./week-number";

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];
const MONDAY = Date.UTC(2026, 7, 17);

/** A month as a grid, each week with its ISO number. */
export function CalendarMonth({ days }: { days: CalendarDays | null }) {
  const { state, isRange } = useCalendarState();
  const locale = useLocale();
  const t = useTranslations("common.calendar");
  if (!state) return null;
  const first = state.visibleRange.start;
  const weeks = [...Array(getWeeksInMonth(first, locale, "mon")).keys()];
  return (
    <CalendarGrid className="tnum border-collapse text-center">
      <Weekdays />
      <tbody>
        {weeks.map((week) => {
          const dates = state.getDatesInWeek(week).filter((date) => date instanceof CalendarDate);
          const monday = dates[0];
          return (
            <tr key={week}>
              <th
                scope="row"
                className="w-8 border-r border-line pr-1 text-xs font-normal text-ink-3 touch:w-6"
              >
                <span className="sr-only">{t("week")} </span>
                {monday && weekNumberOf(monday)}
              </th>
              {dates.map((date) => (
                <DayCell key={date.toString()} date={date} days={days} isRange={isRange} />
              ))}
            </tr>
          );
        })}
      </tbody>
    </CalendarGrid>
  );
}

function Weekdays() {
  const t = useTranslations("common.calendar");
  const format = useFormatter();
  const nameOf = (weekday: number) =>
    format
      .dateTime(new Date(MONDAY + weekday * 86_400_000), { weekday: "short", timeZone: "UTC" })
      .slice(0, 2);
  return (
    <thead aria-hidden>
      <tr className="h-7 text-xs text-ink-3">
        <th className="font-normal">{t("weekLetter")}</th>
        {WEEKDAYS.map((weekday) => (
          <th key={weekday} className="font-normal first-letter:uppercase">
            {nameOf(weekday)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type DayCellProps = { date: CalendarDate; days: CalendarDays | null; isRange: boolean };

function DayCell({ date, days, isRange }: DayCellProps) {
  const on = date.toString();
  const isWeekend = getDayOfWeek(date, "sv-SE", "mon") > 4;
  return (
    <CalendarCell
      date={date}
      className={({
        isSelected,
        isSelectionStart,
        isSelectionEnd,
        isOutsideMonth,
        isDisabled,
        isFocusVisible,
      }) => {
        const isEnd = isSelected && (!isRange || isSelectionStart || isSelectionEnd);
        return cx(
          "grid size-9 cursor-default place-items-center rounded-md text-base outline-none touch:h-11 touch:w-[min(2.75rem,calc((100vw-4rem)/7))]",
          "hover:bg-sunken",
          (isWeekend || isOutsideMonth) && "text-ink-3",
          isDisabled && !isOutsideMonth && "text-ink-3 line-through",
          on === days?.today && "font-semibold ring-[1.5px] ring-accent ring-inset",
          days?.holidays[on] && "underline decoration-gap-bar decoration-2 underline-offset-4",
          isSelected && "bg-accent-soft text-ink hover:bg-accent-soft",
          isSelected && isRange && "rounded-none",
          isSelected && isSelectionStart && "rounded-l-md",
          isSelected && isSelectionEnd && "rounded-r-md",
          isEnd && "bg-accent font-semibold text-accent-ink hover:bg-accent",
          isFocusVisible && "outline-2 -outline-offset-2 outline-accent",
          isFocusVisible && isEnd && "outline-offset-1",
        );
      }}
    >
      {({ formattedDate }) => formattedDate}
    </CalendarCell>
  );
}
