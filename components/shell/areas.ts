/** A room of the house: each role's address says whose it is. */
export type Area = "manager" | "assistant" | "executive" | "admin";

export type NavKey =
  | "coverage"
  | "requests"
  | "absences"
  | "wallchart"
  | "handovers"
  | "assistants"
  | "executives"
  | "pools"
  | "import"
  | "week"
  | "cover"
  | "fairness"
  | "support"
  | "myRequests"
  | "profile"
  | "accounts"
  | "audit"
  | "standIns"
  | "feeds"
  | "notices";

/** A place in the menu; `count` is how many wait there. */
export type NavItem = { key: NavKey; href: string; count?: number };

export const AREA_HOME: Record<Area, string> = {
  manager: "/manager/coverage",
  assistant: "/assistant/week",
  executive: "/executive",
  admin: "/admin",
};

const NAV: Record<Area, NavItem[]> = {
  manager: [
    { key: "coverage", href: "/manager/coverage" },
    { key: "requests", href: "/manager/requests" },
    { key: "absences", href: "/manager/absences" },
    { key: "wallchart", href: "/manager/wallchart" },
    { key: "handovers", href: "/manager/handovers" },
    { key: "fairness", href: "/manager/fairness" },
    { key: "standIns", href: "/manager/coverage/stand-ins" },
    { key: "assistants", href: "/manager/assistants" },
    { key: "executives", href: "/manager/executives" },
    { key: "pools", href: "/manager/pools" },
    { key: "import", href: "/manager/import" },
    { key: "feeds", href: "/manager/feeds" },
  ],
  assistant: [
    { key: "week", href: "/assistant/week" },
    { key: "requests", href: "/assistant/requests" },
    { key: "handovers", href: "/assistant/handovers" },
    { key: "absences", href: "/assistant/absences" },
    { key: "wallchart", href: "/assistant/wallchart" },
    { key: "cover", href: "/assistant/cover" },
    { key: "feeds", href: "/assistant/feeds" },
  ],
  executive: [
    { key: "support", href: "/executive" },
    { key: "myRequests", href: "/executive/requests" },
    { key: "profile", href: "/executive/profile" },
    { key: "feeds", href: "/executive/feeds" },
  ],
  admin: [
    { key: "accounts", href: "/admin" },
    { key: "audit", href: "/admin/audit" },
  ],
};

/** The menu of an area, with how many wait at each place. */
export function navItems(area: Area, counts: Partial<Record<NavKey, number>> = {}): NavItem[] {
  return NAV[area].map((item) => ({ ...item, count: counts[item.key] }));
}

/** The place a path belongs to: the one with the longest address that the path lies under. */
export function currentHref(items: readonly { href: string }[], path: string): string | undefined {
  return items
    .map((item) => item.href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
