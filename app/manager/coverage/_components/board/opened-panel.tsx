"use client";
import { useRef } from "react";
import type { BoardCell } from "@/app/manager/coverage/board-view";
import { useRangeWords } from "@/components/time/use-range-words";
import { Popover } from "@/components/ui/overlays/popover";
import { Sheet } from "@/components/ui/overlays/sheet";
import { useBoard } from "./board-context";
import { SlotPanel } from "./slot-panel";

type OpenedPanelProps = { cell: BoardCell; close: () => void };

/** The panel of the box that was opened: beside it on a wide screen, from below on a phone. */
export function OpenedPanel({ cell, close }: OpenedPanelProps) {
  const { names, words, opened } = useBoard();
  const rangeWords = useRangeWords();
  const trigger = useRef<HTMLElement | null>(null);
  trigger.current = opened?.trigger ?? null;
  const panel = <SlotPanel cell={cell} close={close} />;
  const isClosed = (isOpen: boolean) => {
    if (!isOpen) close();
  };
  return opened?.layout === "grid" ? (
    <Popover
      label={words.label(cell)}
      triggerRef={trigger}
      isOpen
      onOpenChange={isClosed}
      className="w-[360px]"
    >
      {panel}
    </Popover>
  ) : (
    <Sheet
      title={names.executives[cell.executiveId] ?? ""}
      description={rangeWords(cell, "long")}
      isOpen
      onOpenChange={isClosed}
    >
      {panel}
    </Sheet>
  );
}
