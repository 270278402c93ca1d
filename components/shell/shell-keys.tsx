"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { isTyping } from "@/components/ui/forms/typing";
import { cx } from "@/components/ui/layout/cx";
import { Kbd } from "@/components/ui/layout/kbd";
import { CommandPalette } from "./command-palette";
import type { PaletteItem, PaletteSearch, ShortcutGroup } from "./shell-types";
import { ShortcutHelp } from "./shortcut-help";
import { useCommandKey } from "./use-command-key";

const OpenPalette = createContext<() => void>(() => {});

type ShellKeysProps = {
  places: PaletteItem[];
  search?: PaletteSearch;
  shortcuts?: ShortcutGroup[];
  children: ReactNode;
};

/** The keys that work on every page: ⌘K for the palette, ? for the list of keys. */
export function ShellKeys({ places, search, shortcuts = [], children }: ShellKeysProps) {
  const [open, setOpen] = useState<"palette" | "help" | null>(null);

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

  return (
    <OpenPalette value={() => setOpen("palette")}>
      {children}
      <CommandPalette
        isOpen={open === "palette"}
        onOpenChange={(isOpen) => setOpen(isOpen ? "palette" : null)}
        places={places}
        search={search}
      />
      <ShortcutHelp
        isOpen={open === "help"}
        onOpenChange={(isOpen) => setOpen(isOpen ? "help" : null)}
        groups={shortcuts}
      />
    </OpenPalette>
  );
}

/** The box in the menu that opens the palette; `closes` is a popover it stands in. */
export function PaletteButton({ closes, className }: { closes?: string; className?: string }) {
  const t = useTranslations("nav.palette");
  const open = useContext(OpenPalette);
  const command = useCommandKey();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => {
        if (closes) document.getElementById(closes)?.hidePopover();
        open();
      }}
      className={cx(
        "flex h-8 w-full cursor-default items-center gap-2 rounded-md border border-line bg-surface px-2 text-sm text-ink-2 hover:border-line-2 touch:h-11",
        className,
      )}
    >
      <Search aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 flex-1 truncate text-left">{t("open")}</span>
      <Kbd className="touch:hidden">{command === "⌘" ? "⌘K" : "Ctrl K"}</Kbd>
    </button>
  );
}
