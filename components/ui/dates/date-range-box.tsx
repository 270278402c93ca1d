"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/forms/button";
import { useLoaded } from "@/components/ui/forms/use-loaded";
import { cx } from "@/components/ui/layout/cx";
import { CalendarButton } from "./calendar-button";
import { DateSegments } from "./date-segments";
import { invalidBoxStyle, segmentBoxStyle } from "./date-style";
import { dateOf } from "./date-value";
import { useSegmentWalk } from "./use-segment-walk";
import { weekNumberOf } from "./week-number";

type End = {
  id: string;
  label: string;
  value: string;
  aria: { "aria-describedby"?: string; "aria-invalid"?: true };
};

type DateRangeBoxProps = {
  label: string;
  from: End;
  to: End;
  foot?: ReactNode;
  onChange: (days: { from: string; to: string }) => void;
};

function loadCalendar() {
  return import("./calendar-popover").then(({ DaysPopover }) => DaysPopover);
}

/** Two days as figures, their weeks, and the way to a calendar for both. The last day never stays before the first. */
export function DateRangeBox({ label, from, to, foot, onChange }: DateRangeBoxProps) {
  const t = useTranslations("common");
  const labelId = useId();
  const box = useRef<HTMLDivElement>(null);
  useSegmentWalk(box);
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const DaysPopover = useLoaded(loadCalendar, isWanted);
  const start = dateOf(from.value);
  const end = dateOf(to.value);
  const isInvalid = from.aria["aria-invalid"] || to.aria["aria-invalid"];

  function beginOn(first: string) {
    const isLater = first !== "" && to.value !== "" && first > to.value;
    onChange({ from: first, to: isLater ? first : to.value });
  }

  return (
    <fieldset className="grid min-w-0 gap-1">
      <legend id={labelId} className="mb-1 text-sm font-medium text-ink">
        {label}
      </legend>
      <div ref={box} className={cx(segmentBoxStyle, "max-[359px]:text-sm!", isInvalid && invalidBoxStyle)}>
        <RangeEnd end={from} onChange={beginOn} />
        <span aria-hidden className="px-0.5 text-ink-3">
          –
        </span>
        <RangeEnd end={to} onChange={(last) => onChange({ from: from.value, to: last })} />
        <span className="tnum ml-auto pl-1 text-xs whitespace-nowrap text-ink-3 max-sm:hidden">
          {[start, end]
            .map((date) => date && t("date.weekShort", { week: weekNumberOf(date) }))
            .filter(isNew)
            .join("–")}
        </span>
        <span className="max-sm:ml-auto">
          <CalendarButton
            label={t("calendar.open", { label })}
            isOpen={isOpen}
            onNear={() => setWanted(true)}
            onOpen={() => setOpen(true)}
          />
        </span>
      </div>
      {isOpen && DaysPopover && (
        <DaysPopover
          label={label}
          value={start && end && start.compare(end) <= 0 ? { start, end } : null}
          triggerRef={box}
          onClose={() => setOpen(false)}
          onChange={(days) => onChange({ from: days.start.toString(), to: days.end.toString() })}
        >
          <div className="grid gap-3 pt-2">
            {foot}
            <Button className="w-fit justify-self-end" onPress={() => setOpen(false)}>
              {t("calendar.done")}
            </Button>
          </div>
        </DaysPopover>
      )}
    </fieldset>
  );
}

function RangeEnd({ end, onChange }: { end: End; onChange: (value: string) => void }) {
  return (
    <>
      <label id={`${end.id}-label`} htmlFor={end.id} className="sr-only">
        {end.label}
      </label>
      <DateSegments {...end.aria} id={end.id} value={end.value} onChange={onChange} isRequired />
    </>
  );
}

function isNew(words: string | null, place: number, all: (string | null)[]): boolean {
  return words !== null && all.indexOf(words) === place;
}
