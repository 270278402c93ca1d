"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useLoaded } from "@/components/ui/forms/use-loaded";
import { cx } from "@/components/ui/layout/cx";
import { CalendarButton } from "./calendar-button";
import { DateSegments } from "./date-segments";
import { invalidBoxStyle, segmentBoxStyle } from "./date-style";
import { dateOf } from "./date-value";
import type { BoxProps } from "./segment-field";
import { weekNumberOf } from "./week-number";

function loadCalendar() {
  return import("./calendar-popover").then(({ DayPopover }) => DayPopover);
}

/** A day as figures, its week, and the way to a calendar. */
export function DateBox({ label, min, max, className, ...segments }: BoxProps) {
  const t = useTranslations("common");
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const DayPopover = useLoaded(loadCalendar, isWanted);
  const date = dateOf(segments.value);
  return (
    <div ref={box} className={cx(segmentBoxStyle, segments["aria-invalid"] && invalidBoxStyle, className)}>
      <DateSegments {...segments} />
      {/* Where there is no room for it, the week goes to a second line, out of sight. */}
      <span className="tnum ml-auto flex h-4 min-w-0 flex-wrap overflow-hidden pl-1 text-xs leading-4 whitespace-nowrap text-ink-3">
        <span className="w-px" />
        {date && <span>{t("date.weekShort", { week: weekNumberOf(date) })}</span>}
      </span>
      <CalendarButton
        label={t("calendar.open", { label })}
        isOpen={isOpen}
        isDisabled={segments.isDisabled}
        onNear={() => setWanted(true)}
        onOpen={() => setOpen(true)}
      />
      {isOpen && DayPopover && (
        <DayPopover
          {...{ label, min, max }}
          value={date}
          triggerRef={box}
          onClose={() => setOpen(false)}
          onChange={(day) => {
            setOpen(false);
            segments.onChange(day.toString());
          }}
        />
      )}
    </div>
  );
}
