"use client";
import { createContext, useContext } from "react";
import type { BoardCell } from "@/app/manager/coverage/board-view";
import type { SlotWords } from "./slot-words";

export type Names = {
  assistants: Record<string, string>;
  executives: Record<string, string>;
  duties: Record<string, string>;
  /** The duties of each executive that cannot wait. */
  dutiesOf: Record<string, string[]>;
};

/** A cover in a part of a box. */
export type HeldCover = { assistantId: string; coverId: string; pinned: boolean };

/** Somebody who is to cover. */
export type Person = { id: string; name: string };

export type CellLayout = "grid" | "list";
export type OpenedCell = { key: string; layout: CellLayout; trigger: HTMLElement; isOpen: boolean };

/** What the boxes of the board share: names, who is picked up, and what can be done with a box. */
export type BoardContextValue = {
  names: Names;
  moving: { assistantId: string; from: string } | null;
  activeKey: string | null;
  setActive: (key: string) => void;
  /** The box whose panel was opened last, and where; it stays while the panel goes away. */
  opened: OpenedCell | null;
  open: (opened: Omit<OpenedCell, "isOpen">) => void;
  words: SlotWords;
  /** The gaps around a box that belong together with it. */
  runOf: (cell: BoardCell) => BoardCell[];
  assign: (cells: readonly BoardCell[], person: Person, dutyIds?: readonly string[]) => void;
  release: (cell: BoardCell, cover?: HeldCover) => void;
  togglePin: (cell: BoardCell, cover?: HeldCover) => void;
};

export const BoardContext = createContext<BoardContextValue | null>(null);

export function useBoard(): BoardContextValue {
  const value = useContext(BoardContext);
  if (!value) throw new Error("the board's parts live inside the board");
  return value;
}
