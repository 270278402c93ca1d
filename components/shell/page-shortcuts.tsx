"use client";
import { useEffect } from "react";
import { useFrame } from "./frame-context";
import type { ShortcutGroup } from "./shell-types";

/** Says which keys a page knows; the list that `?` opens begins with them while the page is there. */
export function PageShortcuts(group: ShortcutGroup) {
  const { addShortcuts } = useFrame();
  const written = JSON.stringify(group);
  useEffect(() => addShortcuts(JSON.parse(written) as ShortcutGroup), [addShortcuts, written]);
  return null;
}
