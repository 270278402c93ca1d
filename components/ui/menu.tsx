"use client";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Header,
  MenuSection,
  MenuTrigger,
} from "react-aria-components/Menu";
import { Popover, type PopoverProps } from "react-aria-components/Popover";
import { cx } from "./cx";
import { Kbd } from "./kbd";
import { floatStyle } from "./overlay-style";

export type MenuEntry = {
  id: string;
  label: string;
  description?: string;
  icon?: ReactNode;
  href?: string;
  shortcut?: string;
  isDangerous?: boolean;
  isDisabled?: boolean;
  isChosen?: boolean;
  onAction?: () => void;
};

export type MenuGroup = { label?: string; items: MenuEntry[] };

type MenuProps = {
  label: string;
  trigger: ReactElement;
  groups: MenuGroup[];
  placement?: PopoverProps["placement"];
};

/** Actions behind a button. `trigger` is a Button; a group with a label gets a heading. */
export function Menu({ label, trigger, groups, placement = "bottom end" }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={6} className={cx(floatStyle, "min-w-48 overflow-auto")}>
        <AriaMenu aria-label={label} className="p-1 outline-none">
          {groups.map((group, index) => (
            <MenuSection
              key={group.label ?? index}
              aria-label={group.label ?? label}
              className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1"
            >
              {group.label && (
                <Header className="px-2 pt-1 pb-0.5 text-xs font-medium text-ink-3">{group.label}</Header>
              )}
              {group.items.map((item) => (
                <MenuRow key={item.id} item={item} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** One row of a menu or a palette. */
export const menuRowStyle = cx(
  "flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-sm text-ink outline-none touch:min-h-11",
  "data-focused:bg-sunken data-disabled:text-ink-3 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-2",
);

function MenuRow({ item }: { item: MenuEntry }) {
  return (
    <AriaMenuItem
      id={item.id}
      href={item.href}
      isDisabled={item.isDisabled}
      onAction={item.onAction}
      textValue={item.label}
      className={cx(menuRowStyle, item.isDangerous && "text-gap-ink [&_svg]:text-gap-ink")}
    >
      {item.icon}
      <span className="min-w-0 flex-1">
        {item.label}
        {item.description && <span className="block text-xs text-ink-2">{item.description}</span>}
      </span>
      {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
      {item.isChosen && <Check aria-hidden />}
    </AriaMenuItem>
  );
}
