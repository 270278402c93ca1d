"use client";
import type { CalendarDate } from "@internationalized/date";
import type { ReactNode, RefObject } from "react";
import { Calendar } from "react-aria-components/Calendar";
import { RangeCalendar } from "react-aria-components/RangeCalendar";
import { DropPopover } from "@/components/ui/overlays/drop-popover";
import { useCalendarDays } from "./calendar-days";
import { CalendarFoot, CalendarHead } from "./calendar-frame";
import { CalendarMonth } from "./calendar-month";
import { dateOf } from "./date-value";

type FrameProps = {
  label: string;
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
  min?: string | number;
  max?: string | number;
};

type DayPopoverProps = FrameProps & { value: CalendarDate | null; onChange: (date: CalendarDate) => void };

/** A calendar to choose one day in. */
export function DayPopover({ value, onChange, min, max, ...frame }: DayPopoverProps) {
  const days = useCalendarDays();
  return (
    <Frame {...frame}>
      <Calendar
        autoFocus
        aria-label={frame.label}
        firstDayOfWeek="mon"
        value={value}
        defaultFocusedValue={value ?? dateOf(days?.today)}
        minValue={dateOf(String(min ?? ""))}
        maxValue={dateOf(String(max ?? ""))}
        onChange={onChange}
      >
        <CalendarHead />
        <CalendarMonth days={days} />
        <CalendarFoot days={days} onToday={onChange} />
      </Calendar>
    </Frame>
  );
}

export type Days = { start: CalendarDate; end: CalendarDate };

type DaysPopoverProps = FrameProps & {
  value: Days | null;
  onChange: (days: Days) => void;
  /** What stands beneath the month: what part of the days is meant, and what they mean. */
  children?: ReactNode;
};

/** A calendar to choose a first and a last day in; stays open for what else is said of them. */
export function DaysPopover({ value, onChange, min, max, children, ...frame }: DaysPopoverProps) {
  const days = useCalendarDays();
  return (
    <Frame {...frame}>
      <RangeCalendar
        autoFocus
        aria-label={frame.label}
        firstDayOfWeek="mon"
        value={value}
        defaultFocusedValue={value?.start ?? dateOf(days?.today)}
        minValue={dateOf(String(min ?? ""))}
        maxValue={dateOf(String(max ?? ""))}
        onChange={onChange}
      >
        <CalendarHead />
        <CalendarMonth days={days} />
        <CalendarFoot days={days} onToday={(today) => onChange({ start: today, end: today })} />
      </RangeCalendar>
      {children}
    </Frame>
  );
}

function Frame({ label, triggerRef, onClose, children }: FrameProps & { children: ReactNode }) {
  return (
    <DropPopover
      {...{ label, triggerRef, onClose }}
      className="w-fit max-w-[calc(100vw-1rem)] overflow-auto rounded-xl p-3 touch:p-2"
    >
      {children}
    </DropPopover>
  );
}
