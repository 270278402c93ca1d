"use client";
import { useSyncExternalStore } from "react";

const noChange = () => () => {};

/** The name of the command key on this machine. */
export function useCommandKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(
    noChange,
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
