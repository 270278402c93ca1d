"use client";
import { Pin } from "lucide-react";
import type { BoardCell } from "@/app/manager/coverage/board-view";
import { initialsOf } from "@/components/ui/layout/avatar";
import { SlotIcon, type SlotMark, slotStyle } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import { type CellLayout, useBoard } from "./board-context";

const MARK: Record<BoardCell["status"], SlotMark> = {
  own: "own",
  cover: "cover",
  gap: "gap",
  not_needed: "none",
};

/** An offer that has no answer looks like a plan: nobody is there yet. */
function markOf(cell: BoardCell): SlotMark {
  return cell.isOffered ? "plan" : MARK[cell.status];
}

/** A gap somebody accepted stays a gap, only quieter. */
function styleOf(cell: BoardCell): string {
  return cell.acceptedBy !== null
    ? "border border-l-[3px] border-gap-bar bg-surface text-gap-ink"
    : slotStyle[markOf(cell)];
}

type SlotCellProps = { cell: BoardCell; layout: CellLayout };

/** One box of the board: who serves the executive then, opening the panel that changes it. */
export function SlotCell({ cell, layout }: SlotCellProps) {
  const { names, words, activeKey, setActive, moving, opened, open } = useBoard();
  const isTarget = moving !== null && (cell.status === "gap" || cell.status === "cover");
  const isOpen = opened?.isOpen === true && opened.key === cell.key && opened.layout === layout;
  const isSmall = cell.half !== null && layout === "grid";
  const proposed = cell.proposedId ? names.assistants[cell.proposedId] : undefined;
  const isByTheHour = cell.pieces.some((piece) => piece.window !== null);
  return (
    <button
      type="button"
      data-slot={cell.key}
      data-target={isTarget || undefined}
      aria-label={words.label(cell)}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      tabIndex={layout === "list" || activeKey === cell.key ? 0 : -1}
      onFocus={() => setActive(cell.key)}
      onClick={(event) => {
        if (!moving) open({ key: cell.key, layout, trigger: event.currentTarget });
      }}
      className={cx(
        "flex w-full min-w-0 cursor-default items-center gap-1.5 rounded-md pr-2 pl-2 text-left text-sm hover:brightness-[0.98] dark:hover:brightness-110",
        styleOf(cell),
        layout === "list" ? "min-h-11 text-base" : cell.half ? "h-[26px] text-xs" : "h-14",
        isTarget && cell.status === "gap" && "outline-2 outline-offset-1 outline-gap-bar outline-dashed",
        isOpen && "ring-2 ring-accent",
      )}
    >
      <SlotIcon mark={markOf(cell)} className={isSmall ? "size-3.5" : undefined} />
      <span className="min-w-0 flex-1 truncate">{words.shown(cell)}</span>
      {cell.pinned && <Pin aria-hidden className="size-3.5 shrink-0" />}
      {proposed && (
        <span className="flex h-5 shrink-0 items-center gap-1 rounded border border-dashed border-plan-bar bg-plan-bg px-1 text-xs font-medium text-plan-ink">
          <SlotIcon mark="plan" className="size-3" />
          {isSmall ? initialsOf(proposed) : proposed.split(" ")[0]}
        </span>
      )}
      {cell.half && isSmall && !isByTheHour && (
        <span className="shrink-0 text-[10px] font-medium">{words.half(cell.half)}</span>
      )}
    </button>
  );
}
