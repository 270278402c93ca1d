"use client";
import { memo } from "react";
import type { BoardItem } from "@/app/manager/coverage/board-lines";
import { ChangedTag } from "@/components/live/just-changed";
import { useRecentChange } from "@/components/live/live-context";
import { initialsOf } from "@/components/ui/layout/avatar";
import { cx } from "@/components/ui/layout/cx";
import { type Moving, useBoard } from "./board-context";
import { StretchBar } from "./stretch-bar";

type BoardRowProps = {
  item: Extract<BoardItem, { kind: "line" }>;
  rowIndex: number;
  top: number;
  unit: number;
  /** The half-day of this line the keyboard is at. */
  activeAt: number | null;
  openAt: number | null;
  moving: Moving | null;
  /** Who else has this line open. */
  watcher: string | undefined;
  hints: ReadonlyMap<string, string> | undefined;
};

/** A line of the board on a wide screen: the executive, and a bar for each stretch. */
export const BoardRow = memo(function BoardRow(props: BoardRowProps) {
  const { item, rowIndex, top, unit, activeAt, openAt, moving, watcher, hints } = props;
  const { line, isFirst, group } = item;
  const { columns } = useBoard();
  const targets = moving?.places?.get(line.id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn as they come in sight
    // biome-ignore lint/a11y/useFocusableInteractive: the cells of a row have the focus
    <div
      role="row"
      aria-rowindex={rowIndex}
      data-line={line.id}
      className={cx("week-row board-row", isFirst && "board-row-first")}
      style={{ top }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowheader" tabIndex={-1} className="week-name board-name">
        <span className="flex min-w-0 items-baseline gap-2">
          <strong>{line.name}</strong>
          {group && <span className="board-group">{group}</span>}
        </span>
        <span className="board-title">{line.title}</span>
        {watcher && (
          <span title={watcher} aria-hidden className="board-watcher">
            {initialsOf(watcher)}
          </span>
        )}
      </div>
      <div role="none" className="board-lane">
        <RowChange id={line.id} />
        {line.stretches.map((stretch) => (
          <StretchBar
            key={stretch.first}
            line={line}
            stretch={stretch}
            hint={hints?.get(`${line.id} ${Math.max(stretch.first, columns.todayAt)}`)}
            isActive={activeAt !== null && isWithin(stretch, activeAt)}
            isOpen={openAt !== null && isWithin(stretch, openAt)}
            isTarget={targets !== undefined && hasAny(targets, stretch)}
            unit={unit}
          />
        ))}
      </div>
    </div>
  );
});

/** That another person has just changed the line, and who. */
function RowChange({ id }: { id: string }) {
  const change = useRecentChange(id);
  if (!change) return null;
  return (
    <>
      <span key={change.at} aria-hidden className="pointer-events-none absolute inset-0 -z-10 flash" />
      <span className="week-tag">
        <ChangedTag change={change} />
      </span>
    </>
  );
}

function isWithin({ first, last }: { first: number; last: number }, at: number): boolean {
  return first <= at && at <= last;
}

function hasAny(places: ReadonlySet<number>, { first, last }: { first: number; last: number }): boolean {
  for (let at = first; at <= last; at++) if (places.has(at)) return true;
  return false;
}
