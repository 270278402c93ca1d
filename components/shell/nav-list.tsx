"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Count } from "@/components/ui/layout/badge";
import { cx } from "@/components/ui/layout/cx";
import { byGroup, currentHref, type NavItem } from "./areas";
import { NavIcon } from "./nav-icon";

type NavListProps = { items: NavItem[]; className?: string };

/** The places of an area by what they are for; the one the page belongs to is marked. */
export function NavList({ items, className }: NavListProps) {
  const t = useTranslations("nav.group");
  const current = currentHref(items, usePathname());
  const headings = useId();
  return (
    <div className={cx("grid gap-3", className)}>
      {byGroup(items).map(([group, places]) => (
        <div key={group}>
          {group !== "daily" && (
            <p id={`${headings}-${group}`} className="px-2 pb-0.5 text-xs font-medium text-ink-3">
              {t(group)}
            </p>
          )}
          <ul
            aria-labelledby={group === "daily" ? undefined : `${headings}-${group}`}
            className="grid gap-px"
          >
            {places.map((place) => (
              <Place key={place.href} place={place} isCurrent={place.href === current} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Place({ place: { key, href, count = 0 }, isCurrent }: { place: NavItem; isCurrent: boolean }) {
  const t = useTranslations("nav");
  return (
    <li>
      <Link
        href={href}
        aria-current={isCurrent ? "page" : undefined}
        className={cx(
          "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm text-ink-2 hover:bg-sunken hover:text-ink touch:h-11",
          "focus-visible:-outline-offset-2 aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink",
        )}
      >
        <NavIcon place={key} className="size-4 shrink-0" />
        <span className="min-w-0 flex-1 truncate">{t(`item.${key}`)}</span>
        <Count value={count} label={key === "notices" ? t("unread", { count }) : t("waiting", { count })} />
      </Link>
    </li>
  );
}
