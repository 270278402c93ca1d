"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import { currentPlace, isShortened, PLACES_IN_BAR } from "./areas";
import { countText } from "./count-text";
import { useFrame } from "./frame-context";
import { FrameIcon, NAV_ICONS } from "./frame-icon";

const cell = cx(
  "grid h-16 min-w-0 content-center justify-items-center gap-1 px-0.5 text-xs font-medium text-ink-2",
  "focus-visible:-outline-offset-2 aria-[current]:font-semibold aria-[current]:text-accent",
);

/** The phone's menu: up to three places and "More", which opens the panel `menuId` even before hydration. */
export function BottomBar({ menuId }: { menuId: string }) {
  const t = useTranslations("nav");
  const { items, unread } = useFrame();
  const [places, rest] = [items.slice(0, PLACES_IN_BAR), items.slice(PLACES_IN_BAR)];
  const current = currentPlace(items, usePathname())?.item.key;
  const isElsewhere = !places.some(({ key }) => key === current);
  return (
    <nav
      aria-label={t("main")}
      className="sticky bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {places.map(({ key, href, count = 0 }) => (
        <Link key={key} href={href} aria-current={key === current ? "page" : undefined} className={cell}>
          <span className="relative">
            <FrameIcon name={NAV_ICONS[key]} className="size-5" />
            {count > 0 && <Figure value={count} />}
          </span>
          <span className="max-w-full truncate">
            {isShortened(key) ? t(`short.${key}`) : t(`item.${key}`)}
          </span>
          {count > 0 && <span className="sr-only">{t("waiting", { count })}</span>}
        </Link>
      ))}
      <button
        type="button"
        popoverTarget={menuId}
        aria-haspopup="dialog"
        className={cx(cell, isElsewhere && "font-semibold text-accent")}
      >
        <span className="relative">
          <FrameIcon name="menu" className="size-5" />
          {(unread > 0 || rest.some(({ count = 0 }) => count > 0)) && (
            <span
              aria-hidden
              className="absolute -top-0.5 -right-1 size-2 rounded-full bg-accent ring-2 ring-surface"
            />
          )}
        </span>
        {t("more")}
        {unread > 0 && <span className="sr-only">{t("unread", { count: unread })}</span>}
      </button>
    </nav>
  );
}

function Figure({ value }: { value: number }) {
  return (
    <span
      aria-hidden
      className="tnum absolute -top-1.5 left-3 grid h-[18px] min-w-[18px] place-items-center rounded-full bg-accent px-1 text-[11px] leading-none font-semibold text-accent-ink ring-2 ring-surface"
    >
      {countText(value)}
    </span>
  );
}
