"use client";
import { PlacePanel } from "@/app/_shared/week/place-panel";
import { rangeOfPlaces } from "@/app/manager/coverage/board-lines";
import { useRangeWords } from "@/components/time/use-range-words";
import type { BoardLine, BoardStretch } from "@/lib/coverage/board/rules-stretches";
import { type Opened, useBoard } from "./board-context";
import { SlotPanel } from "./slot-panel";

type OpenedPanelProps = { line: BoardLine; stretch: BoardStretch; opened: Opened; close: () => void };

/** The panel of the stretch that was opened. */
export function OpenedPanel({ line, stretch, opened, close }: OpenedPanelProps) {
  const { words, columns } = useBoard();
  const { layout, isOpen, trigger } = opened;
  const when = useRangeWords()(rangeOfPlaces(columns, stretch));
  return (
    <PlacePanel
      {...{ layout, isOpen, trigger, close }}
      label={words.label(line, stretch)}
      title={line.name}
      meta={layout === "list" ? when : [when, line.title].filter(Boolean).join(" · ")}
    >
      <SlotPanel {...{ line, stretch, close }} at={opened.at} />
    </PlacePanel>
  );
}
