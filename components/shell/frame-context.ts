"use client";
import { createContext, useContext } from "react";
import type { Area, NavItem } from "./areas";
import type { ShortcutGroup } from "./shell-types";

type Frame = {
  area: Area;
  items: NavItem[];
  unread: number;
  openPalette: () => void;
  /** Lists a page's own keys in the help; the answer takes them out again. */
  addShortcuts: (group: ShortcutGroup) => () => void;
};

export const FrameContext = createContext<Frame>({
  area: "manager",
  items: [],
  unread: 0,
  openPalette: () => {},
  addShortcuts: () => () => {},
});

/** The frame a page is in: its area, its menu, and what opens the palette. */
export function useFrame(): Frame {
  return useContext(FrameContext);
}
