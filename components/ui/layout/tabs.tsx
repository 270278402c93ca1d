import type { ReactNode } from "react";
import { segmentedStyle, segmentStyle } from "@/components/ui/forms/segment-style";
import { Link } from "@/components/ui/layout/link";
import { cx } from "./cx";

export type TabLink = { href: string; label: ReactNode; count?: number; isCurrent: boolean };

type TabsProps = { label: string; tabs: TabLink[]; appearance?: "line" | "segmented"; className?: string };

/** Views of one page as links: each has an address, works before hydration and opens in a new tab. */
export function Tabs({ label, tabs, appearance = "line", className }: TabsProps) {
  const isLine = appearance === "line";
  return (
    <nav
      aria-label={label}
      className={cx(isLine ? "flex gap-4 overflow-x-auto border-b border-line" : segmentedStyle, className)}
    >
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.isCurrent ? "page" : undefined}
          className={isLine ? lineTabStyle : segmentStyle}
        >
          {tab.label}
          {tab.count !== undefined && <span className="tnum font-normal text-ink-3">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** The look of a tab with a line below. */
export const lineTabStyle = cx(
  "-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-ink-2 hover:text-ink touch:h-11",
  "aria-[current]:border-accent aria-[current]:text-ink focus-visible:-outline-offset-2 forced-colors:border-[Canvas]",
);
