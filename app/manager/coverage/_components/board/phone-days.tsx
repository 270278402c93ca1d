"use client";
import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import { useDayWords } from "@/components/time/use-day-words";
import { cx } from "@/components/ui/layout/cx";
import { dayToDate } from "@/lib/time/day";

type PhoneDaysProps = {
  days: readonly ShownDay[];
  open: readonly number[];
  chosen: number;
  choose: (on: string) => void;
};

/** The days shown, each with how much is open; one of them is looked at. */
export function PhoneDays({ days, open, chosen, choose }: PhoneDaysProps) {
  const t = useTranslations("board");
  const dates = useTranslations("common.date");
  const format = useFormatter();
  const dayWords = useDayWords();
  return (
    <div
      role="radiogroup"
      aria-label={t("days")}
      className="flex gap-1 overflow-x-auto px-2 pb-2 [scrollbar-width:none]"
    >
      {days.map((day, i) => {
        const date = dayToDate(day.on);
        const gaps = open[i] ?? 0;
        const isChosen = i === chosen;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button that looks like a day of a calendar
          <button
            key={day.on}
            type="button"
            role="radio"
            aria-checked={isChosen}
            aria-label={`${dayWords(day.on, "long")}, ${t("gaps", { count: gaps })}`}
            onClick={() => choose(day.on)}
            className={cx(
              "grid h-[72px] min-w-13 flex-1 grid-rows-[18px_24px_18px] content-center justify-items-center rounded-lg text-[13px] leading-[18px] text-ink-2",
              day.isPast && "text-ink-3",
              isChosen && "bg-accent-soft font-semibold text-accent-text ring-[1.5px] ring-accent ring-inset",
            )}
          >
            <span className="first-letter:uppercase">
              {day.isToday ? dates("today") : format.dateTime(date, { weekday: "short", timeZone: "UTC" })}
            </span>
            <span className={cx("tnum text-lg leading-6", !day.isPast && "font-semibold text-ink")}>
              {format.dateTime(date, { day: "numeric", timeZone: "UTC" })}
            </span>
            {gaps > 0 ? (
              <span aria-hidden className="flex items-center gap-1 font-semibold text-gap-ink">
                <TriangleAlert className="size-3.5" />
                {gaps}
              </span>
            ) : (
              <span aria-hidden className="h-0.5 w-4 self-center rounded-full bg-line" />
            )}
          </button>
        );
      })}
    </div>
  );
}
