"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/layout/cx";
import { Link } from "@/components/ui/layout/link";
import { byGroup, currentPlace, type NavItem } from "./areas";
import { useFrame } from "./frame-context";
import { FrameIcon, NAV_ICONS } from "./frame-icon";
import { Waiting } from "./waiting";

/** The places of an area in three quiet groups; the one the page belongs to is marked, and open where it has entries of its own. */
export function NavList({ items }: { items: readonly NavItem[] }) {
  const all = useFrame().items;
  const current = currentPlace(all, usePathname());
  return byGroup(items).map(([group, places]) => (
    <ul
      key={group}
      className="not-first:before:mx-2 not-first:before:my-2 not-first:before:block not-first:before:h-px not-first:before:bg-line"
    >
      {places.map((place) => (
        <Place
          key={place.key}
          place={place}
          isCurrent={place.key === current?.item.key}
          currentSub={current?.sub?.key}
        />
      ))}
    </ul>
  ));
}

const row = cx(
  "flex items-center rounded-md text-sm text-ink-2 hover:bg-sunken hover:text-ink touch:h-11",
  "focus-visible:-outline-offset-2 aria-[current]:text-ink",
);

type PlaceProps = { place: NavItem; isCurrent: boolean; currentSub?: string };

function Place({ place: { key, href, count = 0, sub }, isCurrent, currentSub }: PlaceProps) {
  const t = useTranslations("nav");
  const isOpen = isCurrent && sub !== undefined;
  return (
    <li>
      <Link
        href={href}
        aria-current={isCurrent ? (isOpen ? "true" : "page") : undefined}
        className={cx(
          row,
          "h-8 gap-2.5 px-2 font-medium aria-[current]:font-semibold aria-[current=page]:bg-sunken",
        )}
      >
        <FrameIcon name={NAV_ICONS[key]} />
        <span className="min-w-0 flex-1 truncate">{t(`item.${key}`)}</span>
        <Waiting count={count} />
      </Link>
      {isOpen && (
        <ul className="relative pt-0.5 pb-1.5 pl-4 before:absolute before:top-1 before:bottom-2 before:left-[15.5px] before:w-px before:bg-line">
          {sub.map((entry) => (
            <li key={entry.key}>
              <Link
                href={entry.href}
                aria-current={entry.key === currentSub ? "page" : undefined}
                className={cx(
                  row,
                  "relative h-7 pr-2 pl-[18px] aria-[current]:font-medium",
                  "aria-[current]:before:absolute aria-[current]:before:-left-[1px] aria-[current]:before:h-4 aria-[current]:before:w-0.5 aria-[current]:before:rounded-full aria-[current]:before:bg-accent",
                )}
              >
                <span className="min-w-0 flex-1 truncate">{t(`item.${entry.key}`)}</span>
                <Waiting count={entry.count} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
