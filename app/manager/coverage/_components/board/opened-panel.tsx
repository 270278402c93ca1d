"use client";
import { useRef } from "react";
import type { BoardCell } from "@/app/manager/coverage/board-view";
import { useRangeWords } from "@/components/time/use-range-words";
import { Popover } from "@/components/ui/overlays/popover";
import { Sheet } from "@/components/ui/overlays/sheet";
import { type OpenedCell, useBoard } from "./board-context";
import { SlotPanel } from "./slot-panel";

type OpenedPanelProps = { cell: BoardCell; opened: OpenedCell; close: () => void };

/** The panel of the box that was opened: beside it on a wide screen, from below on a phone. */
export function OpenedPanel({ cell, opened, close }: OpenedPanelProps) {
  const { names, words } = useBoard();
  const rangeWords = useRangeWords();
  const trigger = useRef(opened.trigger);
  const panel = <SlotPanel cell={cell} close={close} />;
  const steering = { isOpen: opened.isOpen, onOpenChange: (isOpen: boolean) => !isOpen && close() };
  return opened.layout === "grid" ? (
    <Popover {...steering} label={words.label(cell)} triggerRef={trigger} className="w-[360px]">
      {panel}
    </Popover>
  ) : (
    <Sheet
      {...steering}
      title={names.executives[cell.executiveId] ?? ""}
      description={rangeWords(cell, "long")}
    >
      {panel}
    </Sheet>
  );
}
