"use client";
import { useSyncExternalStore } from "react";

/** What the `board` variant of the styles asks: room for a grid, also at twice the size on a desktop. */
const WIDE = "(width >= 48rem), (width >= 36rem) and (pointer: fine)";

/** Whether there is room for the board's grid; null before that is known, when both ways are drawn. */
export function useIsWide(): boolean | null {
  return useSyncExternalStore(watch, () => window.matchMedia(WIDE).matches, unknown);
}

function watch(onChange: () => void): () => void {
  const media = window.matchMedia(WIDE);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

function unknown(): null {
  return null;
}
