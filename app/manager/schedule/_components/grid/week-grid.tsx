"use client";
import { useTranslations } from "next-intl";
import { type CSSProperties, type MouseEvent, type RefObject, useState } from "react";
import { type ShownDay, WeekDayHead } from "@/app/_shared/week/week-day-head";
import { type GridItem, type GridShift, holesOf } from "@/app/manager/schedule/schedule-data";
import { cx } from "@/components/ui/layout/cx";
import { useWindow } from "@/components/ui/layout/use-window";
import type { DemandPiece } from "@/lib/schedules/week/rules-demand";
import type { OpenedPlace } from "../schedule-context";
import { RoleStrips } from "./role-strips";
import type { ScheduleKeys } from "./use-schedule-keys";
import { useShiftDrag } from "./use-shift-drag";
import { WeekRow } from "./week-row";
import "./schedule.css";

const HEIGHTS = { row: 40, drafts: 32, others: 28 } as const;
const ROWS_AT_ONCE = 24;
const FOOT = 8;

/** How tall each item is, in pixels. */
export function heightOf(item: GridItem): number {
  return item.kind === "row" ? HEIGHTS.row : HEIGHTS[item.section];
}

type WeekGridProps = {
  box: RefObject<HTMLDivElement | null>;
  items: readonly GridItem[];
  tops: readonly number[];
  days: readonly ShownDay[];
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

function HeadRow({ days, pieces }: { days: readonly ShownDay[]; pieces: readonly DemandPiece[] }) {
  const t = useTranslations("schedule");
  const holes = holesOf(pieces);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: its cells are not for the keyboard
    <div role="row" aria-rowindex={1} className="week-head schedule-head">
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="columnheader" tabIndex={-1} className="schedule-corner">
        <span>{t("people")}</span>
        <span>{t("hoursOfContract")}</span>
      </div>
      {days.map((day) => (
        <WeekDayHead
          key={day.on}
          day={day}
          short={holes.filter(({ on }) => on === day.on).length}
          shortWords={(count) => t("holes", { count })}
        />
      ))}
    </div>
  );
}

type SectionHeadProps = { section: "drafts" | "others"; count: number; top: number };

function SectionHead({ section, count, top }: SectionHeadProps) {
  const t = useTranslations("schedule.section");
  return (
    <div
      role="none"
      className={cx("week-section schedule-section", section === "drafts" && "schedule-section-drafts")}
      style={{ top }}
    >
      <span>
        {t(section)} <span className="tnum font-normal">{count}</span>
      </span>
    </div>
  );
}
