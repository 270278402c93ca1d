"use client";
import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type CSSProperties, type MouseEvent, type RefObject, useState } from "react";
import { type GridDay, type GridItem, type GridShift, holesOf } from "@/app/manager/schedule/schedule-data";
import { cx } from "@/components/ui/layout/cx";
import { useWindow } from "@/components/ui/layout/use-window";
import type { DemandPiece } from "@/lib/schedules/week/rules-demand";
import { dayToDate } from "@/lib/time/day";
import type { OpenedPlace } from "../schedule-context";
import { RoleStrips } from "./role-strips";
import type { ScheduleKeys } from "./use-schedule-keys";
import { useShiftDrag } from "./use-shift-drag";
import { WeekRow } from "./week-row";
import "./schedule.css";

const HEIGHTS = { row: 40, drafts: 32, others: 28 } as const;
const ROWS_AT_ONCE = 24;
const FOOT = 8;

/** The top of each item, and the bottom of the last. */
export function topsOf(items: readonly GridItem[]): number[] {
  const tops = [0];
  for (const item of items)
    tops.push((tops.at(-1) ?? 0) + (item.kind === "row" ? HEIGHTS.row : HEIGHTS[item.section]));
  return tops;
}

type WeekGridProps = {
  box: RefObject<HTMLDivElement | null>;
  items: readonly GridItem[];
  tops: readonly number[];
  days: readonly GridDay[];
  rows: ReadonlyMap<string, readonly GridShift[]>;
  pieces: readonly DemandPiece[];
  keys: ScheduleKeys;
  openShiftId: string | null;
  onOpen: (opened: OpenedPlace) => void;
};

/** The week on a wide screen: people down, days across, one tab stop; what roles need and have below. */
export function WeekGrid(props: WeekGridProps) {
  const { box, items, tops, days, rows, pieces, keys, onOpen } = props;
  const t = useTranslations("schedule");
  const { first, end } = useWindow(box, tops, ROWS_AT_ONCE);
  const [over, setOver] = useState<string | null>(null);
  const drag = useShiftDrag({ rows, setOver, onMove: keys.moveTo });
  const shown = items
    .map((_, i) => i)
    .filter((i) => (i >= first && i < end) || isRow(items[i], keys.active?.rowId));
  const style = { "--days": days.length } as CSSProperties;

  function press(event: MouseEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    const stop = target.closest<HTMLElement>("[data-stop]");
    const rowId = stop?.closest<HTMLElement>("[data-row]")?.dataset.row;
    if (stop && rowId) keys.open(rowId, stop, onOpen);
  }

  return (
    <div
      ref={box}
      className="schedule-box hidden min-h-0 flex-1 overflow-auto board:flex print:overflow-visible"
      style={style}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: rows are drawn as they come in sight */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the cells are buttons; this hears the press of any of them */}
      <div
        role="grid"
        aria-label={t("title")}
        aria-rowcount={items.filter(({ kind }) => kind === "row").length + 1}
        aria-colcount={days.length + 1}
        aria-describedby="schedule-help"
        className="schedule"
        onClick={press}
        onFocus={(event) => keys.onFocus(event.target as HTMLElement)}
        {...drag}
      >
        <HeadRow days={days} pieces={pieces} />
        <div role="none" className="relative" style={{ height: (tops.at(-1) ?? 0) + FOOT }}>
          {shown.map((i) => {
            const item = items[i];
            if (!item) return null;
            if (item.kind === "heading")
              return (
                <SectionHead
                  key={item.section}
                  section={item.section}
                  count={item.count}
                  top={tops[i] ?? 0}
                />
              );
            return (
              <WeekRow
                key={item.id}
                item={item}
                top={tops[i] ?? 0}
                rowIndex={i + 1}
                days={days}
                shifts={rows.get(item.id) ?? []}
                activeStop={keys.active?.rowId === item.id ? keys.active.stop : null}
                moving={keys.moving}
                openShiftId={props.openShiftId}
                over={over?.startsWith(item.id) ? over : null}
              />
            );
          })}
        </div>
      </div>
      <RoleStrips days={days} pieces={pieces} onHole={keys.goToHole} />
      <p id="schedule-help" className="sr-only">
        {t("help")}
      </p>
    </div>
  );
}

function isRow(item: GridItem | undefined, rowId: string | undefined): boolean {
  return item?.kind === "row" && item.id === rowId;
}

function HeadRow({ days, pieces }: { days: readonly GridDay[]; pieces: readonly DemandPiece[] }) {
  const t = useTranslations("schedule");
  const format = useFormatter();
  const holes = holesOf(pieces);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: its cells are not for the keyboard
    <div role="row" aria-rowindex={1} className="schedule-head">
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="columnheader" tabIndex={-1} className="schedule-corner">
        <span>{t("people")}</span>
        <span>{t("hoursOfContract")}</span>
      </div>
      {days.map((day) => {
        const missing = holes.filter(({ on }) => on === day.on).length;
        const date = dayToDate(day.on);
        return (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            key={day.on}
            role="columnheader"
            tabIndex={-1}
            aria-current={day.isToday ? "date" : undefined}
            className={cx(
              "schedule-day",
              day.isPast && "schedule-day-past",
              day.isToday && "schedule-day-today",
            )}
          >
            <span className="first-letter:uppercase">
              {format.dateTime(date, { weekday: "short", timeZone: "UTC" })}
            </span>
            <b>{format.dateTime(date, { day: "numeric", timeZone: "UTC" })}</b>
            {day.isToday && <span className="truncate">{t("today")}</span>}
            {day.dayOff && <span className="truncate font-normal text-ink-3">{day.dayOff}</span>}
            {missing > 0 && (
              <span className="schedule-missing">
                <TriangleAlert aria-hidden className="size-3" strokeWidth={2.25} />
                <span aria-hidden>{missing}</span>
                <span className="sr-only">{t("holes", { count: missing })}</span>
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

type SectionHeadProps = { section: "drafts" | "others"; count: number; top: number };

function SectionHead({ section, count, top }: SectionHeadProps) {
  const t = useTranslations("schedule.section");
  return (
    <div
      role="none"
      className={cx("schedule-section", section === "drafts" && "schedule-section-drafts")}
      style={{ top }}
    >
      <span>
        {t(section)} <span className="tnum font-normal">{count}</span>
      </span>
    </div>
  );
}
