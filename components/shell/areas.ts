/** A room of the house: each role's address says whose it is. */
export type Area = "manager" | "assistant" | "executive" | "admin";

export type NavKey =
  | "coverage"
  | "whatIf"
  | "requests"
  | "absences"
  | "myAbsences"
  | "wallchart"
  | "handovers"
  | "assistants"
  | "executives"
  | "pools"
  | "import"
  | "week"
  | "myWorkload"
  | "workload"
  | "support"
  | "myRequests"
  | "profile"
  | "accounts"
  | "audit"
  | "standIns"
  | "feeds"
  | "notices";

/** What places of a menu have in common; the first group, what is done every day, has no heading. */
export type NavGroup = "daily" | "ahead" | "office" | "own";

/** A place in the menu; `count` is how many wait there. */
export type NavItem = { key: NavKey; href: string; group: NavGroup; count?: number };

export const AREA_HOME: Record<Area, string> = {
  manager: "/manager/coverage",
  assistant: "/assistant/week",
  executive: "/executive",
  admin: "/admin",
};

const NAV: Record<Area, NavItem[]> = {
  manager: [
    { key: "coverage", href: "/manager/coverage", group: "daily" },
    { key: "requests", href: "/manager/requests", group: "daily" },
    { key: "absences", href: "/manager/absences", group: "daily" },
    { key: "handovers", href: "/manager/handovers", group: "daily" },
    { key: "wallchart", href: "/manager/wallchart", group: "daily" },
    { key: "standIns", href: "/manager/coverage/stand-ins", group: "ahead" },
    { key: "whatIf", href: "/manager/what-if", group: "ahead" },
    { key: "workload", href: "/manager/workload", group: "ahead" },
    { key: "assistants", href: "/manager/assistants", group: "office" },
    { key: "executives", href: "/manager/executives", group: "office" },
    { key: "pools", href: "/manager/pools", group: "office" },
    { key: "import", href: "/manager/import", group: "office" },
    { key: "feeds", href: "/manager/feeds", group: "own" },
  ],
  assistant: [
    { key: "week", href: "/assistant/week", group: "daily" },
    { key: "requests", href: "/assistant/requests", group: "daily" },
    { key: "myAbsences", href: "/assistant/absences", group: "daily" },
    { key: "handovers", href: "/assistant/handovers", group: "daily" },
    { key: "myWorkload", href: "/assistant/workload", group: "daily" },
    { key: "wallchart", href: "/assistant/wallchart", group: "daily" },
    { key: "feeds", href: "/assistant/feeds", group: "own" },
  ],
  executive: [
    { key: "support", href: "/executive", group: "daily" },
    { key: "myRequests", href: "/executive/requests", group: "daily" },
    { key: "profile", href: "/executive/profile", group: "daily" },
    { key: "feeds", href: "/executive/feeds", group: "own" },
  ],
  admin: [
    { key: "accounts", href: "/admin", group: "daily" },
    { key: "audit", href: "/admin/audit", group: "daily" },
  ],
};

/** The menu of an area, with how many wait at each place. */
export function navItems(area: Area, counts: Partial<Record<NavKey, number>> = {}): NavItem[] {
  return NAV[area].map((item) => ({ ...item, count: counts[item.key] }));
}

/** The places of a menu by their group, in order. */
export function byGroup(items: readonly NavItem[]): [NavGroup, NavItem[]][] {
  const groups = new Map<NavGroup, NavItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups];
}

/** The place a path belongs to: the one with the longest address that the path lies under. */
export function currentHref(items: readonly { href: string }[], path: string): string | undefined {
  return items
    .map((item) => item.href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
