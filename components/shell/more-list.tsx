"use client";
import { useTranslations } from "next-intl";
import { PLACES_IN_BAR } from "./areas";
import { Bell } from "./bell";
import { useFrame } from "./frame-context";
import { NavList } from "./nav-list";
import { PaletteButton } from "./palette-button";

/** What a phone's bar has no room for: the search, the notices, and the other places. */
export function MoreList({ menuId }: { menuId: string }) {
  const t = useTranslations("nav");
  const rest = useFrame().items.slice(PLACES_IN_BAR);
  return (
    <div className="mb-3 grid gap-2 border-b border-line pb-3 md:hidden">
      <div className="flex gap-1">
        <PaletteButton closes={menuId} />
        <Bell />
      </div>
      {rest.length > 0 && (
        <nav aria-label={t("more")}>
          <NavList items={rest} />
        </nav>
      )}
    </div>
  );
}
