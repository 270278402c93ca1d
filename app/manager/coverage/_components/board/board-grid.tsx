"use client";
import { useTranslations } from "next-intl";
import type { CSSProperties, MouseEvent, ReactNode, RefObject } from "react";
import { type ShownDay, WeekDayHead } from "@/app/_shared/week/week-day-head";
import type { Position } from "@/app/manager/coverage/_components/keys/use-board-keys";
import { type BoardItem, LINES_AT_ONCE } from "@/app/manager/coverage/board-lines";
import { cx } from "@/components/ui/layout/cx";
import { useWindow } from "@/components/ui/layout/use-window";
import { type Day, weekdayOf } from "@/lib/time/day";
import type { Moving, Opened } from "./board-context";
import { BoardRow } from "./board-row";
import "./board.css";

const HEIGHTS = { line: 44, needs: 32, others: 28 } as const;
const FOOT = 16;

/** The width of a half-day, and the least width of a day, by how many days are shown. */
function sizesOf(days: number): { unit: number; least: number } {
  if (days <= 7) return { unit: 76, least: 112 };
  return days <= 14 ? { unit: 40, least: 72 } : { unit: 20, least: 36 };
}

/** How tall each item is, in pixels. */
export function heightOf(item: BoardItem): number {
  return HEIGHTS[item.kind === "line" ? "line" : item.section];
}

type BoardGridProps = {
  box: RefObject<HTMLDivElement | null>;
  items: readonly BoardItem[];
  tops: readonly number[];
  days: readonly ShownDay[];
  open: readonly number[];
  summary: string;
  /** How many lines there are in all, where all are shown: some are still on their way. */
  others: number | null;
  /** How the lines are ordered, and the way to change it. */
  orderMenu: ReactNode;
  active: Position | null;
  opened: Opened | null;
  moving: Moving | null;
  hints: ReadonlyMap<string, string>;
  /** Who else has a line open, by the line. */
  watchers: ReadonlyMap<string, string>;
  onOpen: (lineId: string, at: number, trigger: HTMLElement) => void;
};

/** The board on a wide screen: executives down, days across, one tab stop. */
export function BoardGrid(props: BoardGridProps) {
  const { box, items, tops, days, active, opened, moving, hints, onOpen } = props;
  const t = useTranslations("board");
  const { first, end } = useWindow(box, tops, LINES_AT_ONCE);
  const { unit, least } = sizesOf(days.length);
  const shown = items
    .map((_, i) => i)
    .filter((i) => (i >= first && i < end) || isLine(items[i], active?.lineId));
  const style = {
    "--board-count": days.length,
    "--board-least": `${days.length * least}px`,
  } as CSSProperties;

  function press(event: MouseEvent<HTMLElement>) {
    const bar = (event.target as HTMLElement).closest<HTMLElement>("[data-at]");
    const lineId = bar?.closest<HTMLElement>("[data-line]")?.dataset.line;
    if (!bar || !lineId || moving) return;
    onOpen(lineId, pressedAt(bar, event.clientX), bar);
  }

  return (
    <div ref={box} className="hidden min-h-0 flex-1 overflow-auto board:block print:overflow-visible">
      {/* biome-ignore lint/a11y/useSemanticElements: rows are drawn as they come in sight */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the cells are buttons; this hears the press of any of them */}
      <div
        role="grid"
        aria-label={t("title")}
        aria-rowcount={items.filter((item) => item.kind === "line").length + 1}
        aria-colcount={2 * days.length + 1}
        aria-describedby="board-help"
        className="board"
        style={style}
        onClick={press}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its cells are not for the keyboard */}
        <div role="row" aria-rowindex={1} className="week-head board-head">
          {/* biome-ignore lint/a11y/useSemanticElements: see above */}
          <div
            role="columnheader"
            tabIndex={-1}
            className="sticky left-0 z-1 flex items-center bg-surface pl-4 text-xs text-ink-2"
          >
            {props.orderMenu}
          </div>
          <div role="none" className="board-days">
            {days.map((day, i) => (
              <WeekDayHead
                key={day.on}
                day={day}
                span={2}
                short={props.open[i] ?? 0}
                shortWords={(count) => t("gaps", { count })}
                isNarrow={days.length > 7}
              />
            ))}
          </div>
        </div>
        <div role="none" className="relative" style={{ height: (tops.at(-1) ?? 0) + FOOT }}>
          <div aria-hidden className="board-grounds">
            {days.map((day, i) => (
              <span
                key={day.on}
                className={cx(
                  day.isPast && "board-ground-past",
                  day.isToday && "board-ground-today",
                  i > 0 && isMonday(day.on) && "board-ground-week",
                )}
              />
            ))}
          </div>
          {shown.map((i) => {
            const item = items[i];
            const top = tops[i] ?? 0;
            if (!item) return null;
            if (item.kind === "heading")
              return (
                <SectionHead
                  key={item.section}
                  section={item.section}
                  count={countOf(item, items, props.others)}
                  top={top}
                  summary={props.summary}
                />
              );
            const { id } = item.line;
            return (
              <BoardRow
                key={id}
                item={item}
                rowIndex={i + 1}
                top={top}
                unit={unit}
                activeAt={active?.lineId === id ? active.at : null}
                openAt={opened?.isOpen && opened.layout === "grid" && opened.lineId === id ? opened.at : null}
                moving={moving}
                watcher={props.watchers.get(id)}
                hints={hints.size > 0 && item.section === "needs" ? hints : undefined}
              />
            );
          })}
          {active?.isHalf && <HalfMark active={active} items={items} tops={tops} count={2 * days.length} />}
        </div>
      </div>
      <p id="board-help" className="sr-only">
        {t("help")}
      </p>
    </div>
  );
}

function isLine(item: BoardItem | undefined, lineId: string | undefined): boolean {
  return item?.kind === "line" && item.line.id === lineId;
}

function isMonday(on: Day): boolean {
  return weekdayOf(on) === 1;
}

/** The half-day under the pointer, within the bar that was pressed. */
function pressedAt(bar: HTMLElement, x: number): number {
  const first = Number(bar.dataset.at);
  const count = Number(bar.getAttribute("aria-colspan"));
  const box = bar.getBoundingClientRect();
  if (x < box.left || x > box.right) return first;
  return first + Math.min(count - 1, Math.floor((count * (x - box.left)) / box.width));
}

type HeadingItem = Extract<BoardItem, { kind: "heading" }>;

/** How many lines a section has; of those that need nothing also the ones that are on their way. */
function countOf({ section, count }: HeadingItem, items: readonly BoardItem[], total: number | null): number {
  if (section === "needs" || total === null) return count;
  return total - items.filter((item) => item.kind === "line" && item.section === "needs").length;
}

type SectionHeadProps = Pick<HeadingItem, "section" | "count"> & { top: number; summary: string };

function SectionHead({ section, count, top, summary }: SectionHeadProps) {
  const t = useTranslations("board.section");
  const isNeeds = section === "needs";
  return (
    <div
      role="none"
      className={cx("week-section board-section", isNeeds && "board-section-needs")}
      style={{ top }}
    >
      <div>
        {t(section)} <span className="tnum font-normal">{count}</span>
      </div>
      {isNeeds && <div className="truncate pr-3 pb-1 pl-2.5 text-right">{summary}</div>}
    </div>
  );
}

type HalfMarkProps = {
  active: Position;
  items: readonly BoardItem[];
  tops: readonly number[];
  count: number;
};

/** The half-day of a longer stretch that the keyboard is at. */
function HalfMark({ active, items, tops, count }: HalfMarkProps) {
  const row = items.findIndex((item) => isLine(item, active.lineId));
  if (row < 0) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute right-0 left-(--board-name) h-11"
      style={{ top: tops[row] }}
    >
      <span
        className="board-half"
        style={{ left: `${(100 * active.at) / count}%`, width: `${100 / count}%` }}
      />
    </div>
  );
}
