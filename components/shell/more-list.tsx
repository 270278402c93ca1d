"use client";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/layout/link";
import { PLACES_IN_BAR } from "./areas";
import { Bell } from "./bell";
import { useFrame } from "./frame-context";
import { NavList } from "./nav-list";
import { PaletteButton } from "./palette-button";

/** What a phone's bar has no room for: the search, the notices, and the other places. */
export function MoreList({ menuId }: { menuId: string }) {
  const t = useTranslations("nav");
  const { items } = useFrame();
  const rest = items.slice(PLACES_IN_BAR);
  const within = items.slice(0, PLACES_IN_BAR).flatMap(({ sub = [] }) => sub.slice(1));
  return (
    <div className="mb-3 grid gap-2 border-b border-line pb-3 md:hidden">
      <div className="flex gap-1">
        <PaletteButton closes={menuId} />
        <Bell />
      </div>
      {rest.length > 0 && (
        <nav aria-label={t("more")}>
          <ul>
            {within.map(({ key, href }) => (
              <li key={key}>
                <Link
                  href={href}
                  className="flex h-11 items-center rounded-md pl-9 text-sm font-medium text-ink-2"
                >
                  {t(`item.${key}`)}
                </Link>
              </li>
            ))}
          </ul>
          <NavList items={rest} />
        </nav>
      )}
    </div>
  );
}
