"use client";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { isTyping } from "@/components/ui/forms/typing";
import type { Area, NavItem } from "./areas";
import { FrameContext } from "./frame-context";
import type { FormVoidAction, Preferences, ShortcutGroup } from "./shell-types";

const CommandPalette = lazy(() =>
  import("./command-palette").then(({ CommandPalette }) => ({ default: CommandPalette })),
);
const ShortcutHelp = lazy(() =>
  import("./shortcut-help").then(({ ShortcutHelp }) => ({ default: ShortcutHelp })),
);

type FrameProps = {
  area: Area;
  items: NavItem[];
  unread: number;
  preferences: Preferences;
  signOut: FormVoidAction;
  children: ReactNode;
};

/** What every page of an area has at hand: its menu, ⌘K for the palette and ? for the keys, both loaded when first opened. */
export function Frame({ area, items, unread, preferences, signOut, children }: FrameProps) {
  const [open, setOpen] = useState<"palette" | "help" | null>(null);
  const [groups, setGroups] = useState<readonly ShortcutGroup[]>([]);
  const openPalette = useCallback(() => setOpen("palette"), []);
  const addShortcuts = useCallback((group: ShortcutGroup) => {
    setGroups((all) => [...all, group]);
    return () => setGroups((all) => all.filter((one) => one !== group));
  }, []);
  const frame = useMemo(
    () => ({ area, items, unread, openPalette, addShortcuts }),
    [area, items, unread, openPalette, addShortcuts],
  );

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen((was) => (was === "palette" ? null : "palette"));
      } else if (event.key === "?" && !isTyping(event)) {
        event.preventDefault();
        setOpen("help");
      }
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  const close = () => setOpen(null);
  return (
    <FrameContext value={frame}>
      {children}
      <Suspense fallback={null}>
        {open === "palette" && (
          <CommandPalette {...{ preferences, signOut }} onClose={close} onHelp={() => setOpen("help")} />
        )}
        {open === "help" && <ShortcutHelp onClose={close} groups={groups} />}
      </Suspense>
    </FrameContext>
  );
}
