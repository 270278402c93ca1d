"use client";
import type { ReactNode } from "react";
import { Menu, MenuItem, Popover } from "react-aria-components/Menu";
import { Text } from "react-aria-components/Text";
import { cx } from "@/components/ui/layout/cx";
import { menuRowStyle } from "./menu-row";
import { floatStyle } from "./overlay-style";

/** One thing a menu offers: somewhere to go, or something to do. */
export type MenuEntry = {
  id: string;
  label: string;
  description?: string;
  icon?: ReactNode;
  isDanger?: boolean;
} & ({ href: string } | { onAction: () => void });

type MenuPopoverProps = {
  trigger: HTMLElement;
  label: string;
  entries: readonly MenuEntry[];
  onClose: () => void;
};

/** The menu of a button that is drawn as a plain element. */
export function MenuPopover({ trigger, label, entries, onClose }: MenuPopoverProps) {
  return (
    <Popover
      isOpen
      triggerRef={{ current: trigger }}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={4}
      className={cx(floatStyle, "min-w-48 max-w-[calc(100vw-1.5rem)] overflow-auto p-1")}
    >
      <Menu autoFocus="first" aria-label={label} onClose={onClose} className="outline-none">
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            {...("href" in entry ? { href: entry.href } : { onAction: entry.onAction })}
            className={cx(menuRowStyle, entry.isDanger && "text-danger [&_svg]:text-danger")}
          >
            {entry.icon}
            {entry.description ? (
              <span>
                <Text slot="label">{entry.label}</Text>
                <Text slot="description" className="block text-xs font-normal text-ink-2">
                  {entry.description}
                </Text>
              </span>
            ) : (
              entry.label
            )}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
