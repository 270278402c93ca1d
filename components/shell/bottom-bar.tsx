"use client";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { currentHref, type NavItem } from "./areas";
import { NavIcon } from "./nav-icon";

const cell = cx(
  "relative grid h-14 min-w-0 content-center justify-items-center gap-0.5 px-1 text-xs text-ink-2",
  "focus-visible:-outline-offset-2 aria-[current]:font-semibold aria-[current]:text-accent",
);

type BottomBarProps = { items: NavItem[]; all: NavItem[]; moreId: string };

/** The phone's menu: up to three places and "More", which opens the sheet `moreId` even before hydration. */
export function BottomBar({ items, all, moreId }: BottomBarProps) {
  const t = useTranslations("nav");
  const current = currentHref(all, usePathname());
  const isElsewhere = current !== undefined && !items.some((item) => item.href === current);
  const hasHidden = all.some((item) => !items.includes(item) && (item.count ?? 0) > 0);
  return (
    <nav
      aria-label={t("main")}
      className="sticky bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {items.map(({ key, href, count = 0 }) => (
        <Link key={href} href={href} aria-current={href === current ? "page" : undefined} className={cell}>
          <span className="relative">
            <NavIcon place={key} className="size-5" />
            {count > 0 && <Dot />}
          </span>
          <span className="max-w-full truncate">
            {key === "coverage" ? t("item.coverageShort") : t(`item.${key}`)}
          </span>
          {count > 0 && (
            <span className="sr-only">
              {key === "notices" ? t("unread", { count }) : t("waiting", { count })}
            </span>
          )}
        </Link>
      ))}
      <button
        type="button"
        popoverTarget={moreId}
        aria-haspopup="dialog"
        className={cx(cell, isElsewhere && "font-semibold text-accent")}
      >
        <span className="relative">
          <Ellipsis aria-hidden className="size-5" strokeWidth={1.8} />
          {hasHidden && <Dot />}
        </span>
        {t("more")}
      </button>
    </nav>
  );
}

function Dot() {
  return (
    <span
      aria-hidden
      className="absolute -top-0.5 -right-1 size-2 rounded-full bg-accent ring-2 ring-surface"
    />
  );
}
