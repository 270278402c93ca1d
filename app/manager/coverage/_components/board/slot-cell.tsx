"use client";
import { Pin } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { BoardCell } from "@/app/manager/coverage/board-view";
import { useRangeWords } from "@/components/time/use-range-words";
import { initialsOf } from "@/components/ui/layout/avatar";
import { SlotIcon, type SlotMark, slotStyle } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import { Popover } from "@/components/ui/overlays/popover";
import { Sheet } from "@/components/ui/overlays/sheet";
import { useBoard } from "./board-context";
import { usePieceWords } from "./piece-words";
import { SlotPanel } from "./slot-panel";

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

type SlotCellProps = { cell: BoardCell; layout: "grid" | "list" };

/** One box of the board: who serves the executive then, opening the panel that changes it. */
export function SlotCell({ cell, layout }: SlotCellProps) {
  const { names, activeKey, setActive, moving } = useBoard();
  const rangeWords = useRangeWords();
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const executive = names.executives[cell.executiveId] ?? "";
  const label = useLabel(cell);
  const isTarget = moving !== null && (cell.status === "gap" || cell.status === "cover");
  const panel = <SlotPanel cell={cell} close={() => setOpen(false)} />;
  return (
    <>
      <button
        ref={trigger}
        type="button"
        data-slot={cell.key}
        data-target={isTarget || undefined}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        tabIndex={layout === "list" || activeKey === cell.key ? 0 : -1}
        onFocus={() => setActive(cell.key)}
        onClick={() => {
          if (!moving) setOpen(true);
        }}
        className={cx(
          "flex w-full min-w-0 cursor-default items-center gap-1.5 rounded-md pr-2 pl-2 text-left text-sm hover:brightness-[0.98] dark:hover:brightness-110",
          styleOf(cell),
          layout === "list" ? "min-h-11 text-base" : cell.half ? "h-[26px] text-xs" : "h-14",
          isTarget && cell.status === "gap" && "outline-2 outline-offset-1 outline-gap-bar outline-dashed",
          isOpen && "ring-2 ring-accent",
        )}
      >
        <SlotIcon mark={markOf(cell)} className={cell.half && layout === "grid" ? "size-3.5" : undefined} />
        <SlotWords cell={cell} layout={layout} />
      </button>
      {layout === "grid" ? (
        <Popover
          label={label}
          triggerRef={trigger}
          isOpen={isOpen}
          onOpenChange={setOpen}
          className="w-[360px]"
        >
          {panel}
        </Popover>
      ) : (
        <Sheet
          title={executive}
          description={rangeWords(cell, "long")}
          isOpen={isOpen}
          onOpenChange={setOpen}
        >
          {panel}
        </Sheet>
      )}
    </>
  );
}

function SlotWords({ cell, layout }: SlotCellProps) {
  const t = useTranslations();
  const { names } = useBoard();
  const person = cell.assistantId ? names.assistants[cell.assistantId] : undefined;
  const proposed = cell.proposedId ? names.assistants[cell.proposedId] : undefined;
  const wordsOf = usePieceWords();
  const gap = cell.acceptedBy === null ? "gap" : "accepted";
  const whole = person ?? t(`board.status.${cell.status === "gap" ? gap : "none"}`);
  const parts = [...cell.pieces, ...cell.own].map(wordsOf);
  const words = parts.length === 0 ? whole : parts.map(shortOf).join(" · ");
  const isByTheHour = cell.pieces.some((piece) => piece.window !== null);
  return (
    <>
      <span className="min-w-0 flex-1 truncate">{words}</span>
      {cell.pinned && <Pin aria-hidden className="size-3.5 shrink-0" />}
      {proposed && (
        <span className="flex h-5 shrink-0 items-center gap-1 rounded border border-dashed border-plan-bar bg-plan-bg px-1 text-xs font-medium text-plan-ink">
          <SlotIcon mark="plan" className="size-3" />
          {cell.half && layout === "grid" ? initialsOf(proposed) : proposed.split(" ")[0]}
        </span>
      )}
      {cell.half && layout === "grid" && !isByTheHour && (
        <span className="shrink-0 text-[10px] font-medium">{t(`common.date.${cell.half}`)}</span>
      )}
    </>
  );
}

function shortOf({ who, what }: { who: string; what: string }): string {
  return `${who.split(" ")[0]}: ${what.replaceAll(":00", "")}`;
}

function useLabel(cell: BoardCell): string {
  const t = useTranslations("board.slot");
  const { names } = useBoard();
  const rangeWords = useRangeWords();
  const name = names.assistants[cell.assistantId ?? cell.proposedId ?? ""] ?? "";
  const key = cell.status === "gap" && cell.proposedId ? "gapPlanned" : cell.status;
  const wordsOf = usePieceWords();
  if (cell.pieces.length + cell.own.length > 0) {
    const parts = [...cell.pieces, ...cell.own].map(wordsOf).map(({ who, what }) => `${who} ${what}`);
    return t("parts", {
      executive: names.executives[cell.executiveId] ?? "",
      when: rangeWords(cell, "long"),
      parts: parts.join("; "),
    });
  }
  const words = t(key, {
    executive: names.executives[cell.executiveId] ?? "",
    when: rangeWords(cell, "long"),
    name,
  });
  const more = [
    cell.pinned && t("pinned"),
    cell.isOffered && t("offered"),
    cell.acceptedBy !== null && t("acceptedBy", { name: cell.acceptedBy }),
  ].filter(Boolean);
  return [words, ...more].join(", ");
}
