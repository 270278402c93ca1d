"use client";
import { TreePalm, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import type { ShownDay } from "@/app/_shared/week/week-day-head";
import { type GridItem, type GridShift, placeOf } from "@/app/manager/schedule/schedule-data";
import { ChangedTag } from "@/components/live/just-changed";
import { useRecentChange } from "@/components/live/live-context";
import { useDayWords } from "@/components/time/use-day-words";
import { cx } from "@/components/ui/layout/cx";
import { hoursAmountText } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";
import { useFindingWords } from "../use-finding-words";
import { ShiftBar } from "./shift-bar";
import type { MovingShift } from "./use-schedule-keys";

type WeekRowProps = {
  item: Extract<GridItem, { kind: "row" }>;
  top: number;
  rowIndex: number;
  days: readonly ShownDay[];
  shifts: readonly GridShift[];
  /** The stop of this row that the keyboard is at. */
  activeStop: string | null;
  moving: MovingShift | null;
  openShiftId: string | null;
  /** The day of this row that a shift is dragged over. */
  over: string | null;
};

/** One person's week: their hours, and a bar for each shift, to scale. */
export const WeekRow = memo(function WeekRow(props: WeekRowProps) {
  const { item, top, rowIndex, days, activeStop, moving, openShiftId, over } = props;
  const shifts = moving ? props.shifts.filter(({ id }) => id !== moving.shift.id) : props.shifts;
  const ghost = moving?.rowId === item.id ? moving : null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn as they come in sight
    // biome-ignore lint/a11y/useFocusableInteractive: the cells of a row have the focus
    <div
      role="row"
      aria-rowindex={rowIndex}
      data-row={item.id}
      className="week-row schedule-row"
      style={{ top }}
    >
      <RowName item={item} shifts={props.shifts} />
      {days.map((day) => {
        const ofDay = shifts.filter(({ on }) => on === day.on);
        return (
          <DayCell
            key={day.on}
            day={day}
            item={item}
            isEmpty={ofDay.length === 0 && ghost?.on !== day.on}
            isActive={activeStop === day.on}
            isOver={over === `${item.id} ${day.on}`}
          >
            {ofDay.map((shift) => (
              <ShiftBar
                key={shift.id}
                shift={shift}
                day={day}
                isActive={activeStop === shift.id}
                isOpen={openShiftId === shift.id}
                isMoving={false}
              />
            ))}
            {ghost?.on === day.on && (
              <ShiftBar
                shift={{ ...ghost.shift, ...ghost.hours, on: ghost.on }}
                day={day}
                isActive
                isOpen={false}
                isMoving
              />
            )}
          </DayCell>
        );
      })}
      <RowChange id={item.id} />
    </div>
  );
});

type DayCellProps = {
  day: ShownDay;
  item: WeekRowProps["item"];
  isEmpty: boolean;
  isActive: boolean;
  isOver: boolean;
  children: React.ReactNode;
};

function DayCell({ day, item, isEmpty, isActive, isOver, children }: DayCellProps) {
  const t = useTranslations("schedule");
  const dayWords = useDayWords();
  const away = item.person?.away.filter(({ on }) => on === day.on) ?? [];
  const name = item.person?.name ?? t("open");
  return (
    <div
      role="none"
      data-day={day.on}
      className={cx(
        "schedule-cell",
        day.isPast && "schedule-cell-past",
        day.isToday && "schedule-cell-today",
        isOver && "schedule-cell-over",
      )}
    >
      {isEmpty && (
        // biome-ignore lint/a11y/useSemanticElements: see the row
        <button
          type="button"
          role="gridcell"
          data-stop={day.on}
          tabIndex={isActive ? 0 : -1}
          aria-haspopup="dialog"
          aria-label={`${name}, ${dayWords(day.on)}, ${away.length > 0 ? t("away") : t("noShift")}`}
          className="schedule-empty"
        >
          {away.length > 0 && (
            <span className="schedule-away" style={{ left: `${placeOf(away[0] ?? AWAY).left}%` }}>
              <TreePalm aria-hidden className="size-3.5" />
              {t("away")}
            </span>
          )}
        </button>
      )}
      {children}
    </div>
  );
}

const AWAY = { startMinute: 480, endMinute: 1020 };

function RowName({ item, shifts }: Pick<WeekRowProps, "item" | "shifts">) {
  const t = useTranslations("schedule");
  const format = useFormatter();
  const { findingsOf, roles } = useSchedule();
  const words = useFindingWords(roles);
  const { person } = item;
  const found = shifts.flatMap(({ id }) => findingsOf(id));
  const [worst, ...more] = found.filter(
    ({ kind, reason }) => kind === "refused" || (kind === "override" && !reason),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the row
    <div role="rowheader" tabIndex={-1} className="week-name schedule-name">
      <span className="flex items-baseline gap-2">
        <strong>{person?.name ?? t("open")}</strong>
        {person && (
          <span className="schedule-hours">
            <b>{hoursAmountText(person.planned)}</b> / {hoursAmountText(person.contract)}
            <span className="sr-only"> {t("hoursOfContract")}</span>
          </span>
        )}
      </span>
      {worst ? (
        <span className="schedule-finding">
          <TriangleAlert aria-hidden className="size-3" />
          <span className="truncate">
            {words.short(worst)}
            {more.length > 0 && ` +${more.length}`}
          </span>
        </span>
      ) : (
        <span className="schedule-share">
          {person ? format.number(person.share / 100, { style: "percent" }) : t("openHint")}
        </span>
      )}
    </div>
  );
}

/** That another person has just changed the row, and who. */
function RowChange({ id }: { id: string }) {
  const change = useRecentChange(id);
  if (!change) return null;
  return (
    <span className="week-tag">
      <span key={change.at} aria-hidden className="pointer-events-none absolute inset-0 flash" />
      <ChangedTag change={change} />
    </span>
  );
}
