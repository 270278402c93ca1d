"use client";
import { createContext, useContext } from "react";
import type { Columns, Places } from "@/app/manager/coverage/board-lines";
import type { BoardLine, BoardStretch } from "@/lib/coverage/board/rules-stretches";
import type { SlotWords } from "./slot-words";

export type Names = {
  assistants: Record<string, string>;
  duties: Record<string, string>;
};

/** A cover in a part of a stretch. */
export type HeldCover = { assistantId: string; coverId: string; pinned: boolean };

/** Somebody who is to cover. */
export type Person = { id: string; name: string };

export type StretchLayout = "grid" | "list";

/** The stretch whose panel was opened last, and at which half-day of it; it stays while the panel goes away. */
export type Opened = {
  lineId: string;
  at: number;
  layout: StretchLayout;
  trigger: HTMLElement;
  isOpen: boolean;
};

/** Somebody who is picked up, and where they can be put down; null while that is being asked. */
export type Moving = { person: Person; places: ReadonlyMap<string, ReadonlySet<number>> | null };

/** What is to be done with some half-days of a line. */
export type Act = { line: BoardLine; stretch: BoardStretch; places: Places };

/** What the parts of the board share: names, who is picked up, and what can be done with a stretch. */
export type BoardContextValue = {
  columns: Columns;
  names: Names;
  words: SlotWords;
  moving: Moving | null;
  opened: Opened | null;
  /** What would help a gap, in a few words, by "line place". */
  hints: ReadonlyMap<string, string>;
  open: (opened: Omit<Opened, "isOpen">) => void;
  assign: (act: Act, person: Person, dutyIds?: readonly string[]) => void;
  release: (act: Act, cover?: HeldCover) => void;
  togglePin: (act: Act, cover?: HeldCover) => void;
  /** Leaves a gap open knowingly, and lets it count as open again. */
  accept: (act: Act) => void;
  reopen: (act: Act) => void;
};

export const BoardContext = createContext<BoardContextValue | null>(null);

export function useBoard(): BoardContextValue {
  const value = useContext(BoardContext);
  if (!value) throw new Error("the board's parts live inside the board");
  return value;
}
