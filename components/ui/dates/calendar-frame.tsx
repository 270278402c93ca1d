"use client";
import type { CalendarDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import { CalendarHeading } from "react-aria-components/Calendar";
import { buttonStyle } from "@/components/ui/forms/button-style";
import type { CalendarDays } from "./calendar-days";
import { dateOf } from "./date-value";
import { useCalendarState } from "./use-calendar-state";

const arrowStyle = buttonStyle("ghost", "icon");

/** The month that is shown, between the ways to the one before and the one after. */
export function CalendarHead() {
  return (
    <div className="flex items-center justify-between pb-1">
      <Button slot="previous" className={arrowStyle}>
        <ChevronLeft aria-hidden />
      </Button>
      <CalendarHeading className="text-base font-semibold first-letter:uppercase" />
      <Button slot="next" className={arrowStyle}>
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}

type CalendarFootProps = {
  days: CalendarDays | null;
  onToday: (today: CalendarDate) => void;
};

/** The holidays of the month by name, and the way to today. */
export function CalendarFoot({ days, onToday }: CalendarFootProps) {
  const t = useTranslations("common.date");
  const { state } = useCalendarState();
  const today = dateOf(days?.today);
  const month = state?.visibleRange.start.toString().slice(0, 7);
  const holidays = Object.entries(days?.holidays ?? {}).filter(([on]) => on.startsWith(`${month}-`));
  return (
    <div className="flex items-end gap-2 pt-2">
      <ul className="grid min-w-0 flex-1 gap-0.5 self-center pl-1 text-xs text-ink-2">
        {holidays.map(([on, name]) => (
          <li key={on} className="flex gap-1.5">
            <span className="tnum w-4 shrink-0 text-right font-medium">{Number(on.slice(8))}</span>
            <span className="truncate first-letter:uppercase">{name}</span>
          </li>
        ))}
      </ul>
      {today && (
        <Button
          slot={null}
          className={buttonStyle("ghost")}
          onPress={() => (state?.isInvalid(today) ? state.setFocusedDate(today) : onToday(today))}
        >
          {t("today")}
        </Button>
      )}
    </div>
  );
}
