"use client";
import { type KeyboardEvent, lazy, type MouseEvent, type ReactNode, Suspense, useState } from "react";
import type { MenuEntry } from "./menu-popover";

const MenuPopover = lazy(() => import("./menu-popover").then((module) => ({ default: module.MenuPopover })));

type Opened = { trigger: HTMLButtonElement; key: string };

type MenuAreaProps = {
  /** What the menu of a `MenuButton` offers, by the button's `menu`. */
  entriesOf: (menu: string) => MenuEntry[];
  className?: string;
  children: ReactNode;
};

/** The rows of a list with one menu for all of them, which is loaded when the first is opened. */
export function MenuArea({ entriesOf, className, children }: MenuAreaProps) {
  const [opened, setOpened] = useState<Opened | null>(null);

  function open(event: MouseEvent | KeyboardEvent): void {
    const trigger = (event.target as Element).closest<HTMLButtonElement>("button[data-menu]");
    if (!trigger) return;
    event.preventDefault();
    trigger.setAttribute("aria-expanded", "true");
    setOpened({ trigger, key: trigger.dataset.menu ?? "" });
  }

  function close(): void {
    opened?.trigger.setAttribute("aria-expanded", "false");
    setOpened(null);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it are what is pressed.
    <div onClick={open} onKeyDown={(event) => event.key === "ArrowDown" && open(event)} className={className}>
      {children}
      {opened && (
        <Suspense>
          <MenuPopover
            trigger={opened.trigger}
            label={opened.trigger.getAttribute("aria-label") ?? ""}
            entries={entriesOf(opened.key)}
            onClose={close}
          />
        </Suspense>
      )}
    </div>
  );
}
