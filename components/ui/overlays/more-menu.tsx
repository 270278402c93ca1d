"use client";
import { MenuArea } from "./menu";
import { MenuButton } from "./menu-button";

type MoreMenuProps = { label: string; entries: { id: string; label: string; href: string }[] };

/** The three dots of a page's header: where else to go from here. */
export function MoreMenu({ label, entries }: MoreMenuProps) {
  return (
    <MenuArea entriesOf={() => entries}>
      <MenuButton menu="more" label={label} />
    </MenuArea>
  );
}
