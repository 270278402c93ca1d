"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Count } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { currentHref, type NavItem } from "./areas";
import { NavIcon } from "./nav-icon";

type NavListProps = { items: NavItem[]; className?: string };

/** The places of an area, one under the other; the one the page belongs to is marked. */
export function NavList({ items, className }: NavListProps) {
  const t = useTranslations("nav");
  const current = currentHref(items, usePathname());
  return (
    <ul className={cx("grid gap-px", className)}>
      {items.map(({ key, href, count = 0 }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={href === current ? "page" : undefined}
            className={cx(
              "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm text-ink-2 hover:bg-sunken hover:text-ink touch:h-11",
              "focus-visible:-outline-offset-2 aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink",
            )}
          >
            <NavIcon place={key} className="size-4 shrink-0" />
            <span className="min-w-0 flex-1 truncate">{t(`item.${key}`)}</span>
            <Count
              value={count}
              label={key === "notices" ? t("unread", { count }) : t("waiting", { count })}
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}
