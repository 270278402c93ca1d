"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/layout/link";
import { lineTabStyle } from "@/components/ui/layout/tabs";
import { currentPlace } from "./areas";
import { useFrame } from "./frame-context";
import { Waiting } from "./waiting";

/** On phones, the entries of the place a page belongs to, as tabs above it; its first page has a head of its own. */
export function SubTabs() {
  const t = useTranslations("nav");
  const current = currentPlace(useFrame().items, usePathname());
  if (!current?.item.sub || !current.sub || current.sub.key === current.item.sub[0]?.key) return null;
  return (
    <nav
      aria-label={t("within", { place: t(`item.${current.item.key}`) })}
      className="flex shrink-0 gap-4 overflow-x-auto border-b border-line px-4 md:hidden print:hidden"
    >
      {current.item.sub.map(({ key, href, count }) => (
        <Link
          key={key}
          href={href}
          aria-current={key === current.sub?.key ? "page" : undefined}
          className={lineTabStyle}
        >
          {t(`item.${key}`)} <Waiting count={count} />
        </Link>
      ))}
    </nav>
  );
}
