import type { MenuPlace } from "@/lib/pools/schema";

/** A room of the house: each role's address says whose it is. */
export type Area = "manager" | "assistant" | "executive" | "admin";

export type NavKey =
  | "coverage"
  | "coverageWeek"
  | "brief"
  | "workload"
  | "standIns"
  | "whatIf"
  | "schedule"
  | "scheduleWeek"
  | "scheduleRoles"
  | "shiftSwaps"
  | "scheduleSetup"
  | "requests"
  | "allRequests"
  | "serviceLevels"
  | "agreements"
  | "heldMail"
  | "recurringRequests"
  | "savedReplies"
  | "meetings"
  | "myMeetings"
  | "letters"
  | "letterTemplates"
  | "absences"
  | "wallchart"
  | "handovers"
  | "assistants"
  | "executives"
  | "matching"
  | "training"
  | "hiring"
  | "myInterviews"
  | "settings"
  | "week"
  | "poolSchedule"
  | "myWorkload"
  | "myTraining"
  | "conversations"
  | "myMatching"
  | "support"
  | "myRequests"
  | "profile"
  | "accounts"
  | "audit"
  | "health"
  | "webhooks";

/** What places of a menu have in common: what is done every day, whom it is about, what is set up once. */
export type NavGroup = "daily" | "people" | "office";

type Place = { key: NavKey; href: string; also?: readonly string[]; count?: number };

/**
 * A place in the menu; `count` is how many wait there. `sub` are its own entries, shown within it, and `also` are addresses
 * that belong to it without an entry.
 */
export type NavItem = Place & {
  group: NavGroup;
  sub?: readonly Place[];
};

/** How many places a phone's bar has room for; the others are behind "More". */
export const PLACES_IN_BAR = 3;

/** Places whose name is too long for a cell of the bar, and that have a shorter one. */
export function isShortened(key: NavKey): key is "audit" | "health" {
  return key === "audit" || key === "health";
}

export const AREA_HOME: Record<Area, string> = {
  manager: "/manager/coverage",
  assistant: "/assistant/week",
  executive: "/executive",
  admin: "/admin",
};

const NAV: Record<Area, readonly NavItem[]> = {
  manager: [
    {
      key: "coverage",
      href: "/manager/coverage",
      group: "daily",
      sub: [
        { key: "coverageWeek", href: "/manager/coverage" },
        { key: "brief", href: "/manager/brief" },
        { key: "workload", href: "/manager/workload" },
        { key: "standIns", href: "/manager/coverage/stand-ins" },
        { key: "whatIf", href: "/manager/what-if" },
      ],
    },
    {
      key: "schedule",
      href: "/manager/schedule",
      group: "daily",
      sub: [
        { key: "scheduleWeek", href: "/manager/schedule" },
        { key: "scheduleRoles", href: "/manager/schedule/roles" },
        { key: "shiftSwaps", href: "/manager/schedule/requests" },
        { key: "scheduleSetup", href: "/manager/schedule/set-up" },
      ],
    },
    {
      key: "requests",
      href: "/manager/requests",
      group: "daily",
      sub: [
        { key: "allRequests", href: "/manager/requests" },
        { key: "serviceLevels", href: "/manager/requests/levels", also: ["/manager/requests/types"] },
        { key: "agreements", href: "/manager/requests/agreements" },
        { key: "heldMail", href: "/manager/requests/held" },
        { key: "letterTemplates", href: "/manager/requests/letters" },
        { key: "recurringRequests", href: "/manager/requests/recurring" },
        { key: "savedReplies", href: "/manager/requests/replies" },
      ],
    },
    { key: "absences", href: "/manager/absences", group: "daily" },
    { key: "handovers", href: "/manager/handovers", group: "daily" },
    { key: "wallchart", href: "/manager/wallchart", group: "daily" },
    { key: "assistants", href: "/manager/assistants", group: "people" },
    { key: "executives", href: "/manager/executives", group: "people" },
    { key: "matching", href: "/manager/matching", group: "people" },
    { key: "training", href: "/manager/training", group: "people" },
    { key: "hiring", href: "/manager/hiring", group: "people" },
    { key: "conversations", href: "/manager/conversations", group: "people" },
    {
      key: "settings",
      href: "/manager/settings",
      group: "office",
      also: [
        "/manager/pools",
        "/manager/first-steps",
        "/manager/import",
        "/manager/export",
        "/manager/absences/settings",
        "/manager/absences/import",
      ],
    },
  ],
  assistant: [
    {
      key: "week",
      href: "/assistant/week",
      group: "daily",
      also: ["/assistant/offers", "/assistant/executives"],
    },
    { key: "requests", href: "/assistant/requests", group: "daily" },
    { key: "absences", href: "/assistant/absences", group: "daily" },
    { key: "handovers", href: "/assistant/handovers", group: "daily" },
    { key: "meetings", href: "/assistant/meetings", group: "daily" },
    { key: "letters", href: "/assistant/letters", group: "daily" },
    { key: "poolSchedule", href: "/assistant/schedule", group: "people" },
    { key: "wallchart", href: "/assistant/wallchart", group: "people" },
    { key: "myWorkload", href: "/assistant/workload", group: "people" },
    {
      key: "myTraining",
      href: "/assistant/training",
      group: "people",
      also: ["/assistant/mentoring"],
    },
    { key: "myMatching", href: "/assistant/matching", group: "people" },
    { key: "myInterviews", href: "/assistant/interviews", group: "people" },
    { key: "conversations", href: "/assistant/conversations", group: "people" },
  ],
  executive: [
    { key: "support", href: "/executive", group: "daily" },
    { key: "myRequests", href: "/executive/requests", group: "daily", also: ["/executive/agreements"] },
    { key: "myMeetings", href: "/executive/meetings", group: "daily" },
    { key: "letters", href: "/executive/letters", group: "daily" },
    { key: "myInterviews", href: "/executive/interviews", group: "daily" },
    { key: "profile", href: "/executive/profile", group: "daily" },
    { key: "conversations", href: "/executive/conversations", group: "people" },
  ],
  admin: [
    { key: "accounts", href: "/admin", group: "daily" },
    { key: "audit", href: "/admin/audit", group: "daily" },
    { key: "health", href: "/admin/health", group: "office" },
    { key: "webhooks", href: "/admin/webhooks", group: "office" },
  ],
};

const HIDDEN_AS: Partial<Record<NavKey, MenuPlace>> = {
  requests: "requests",
  myRequests: "requests",
  meetings: "requests",
  myMeetings: "requests",
  handovers: "handovers",
  wallchart: "time_off_calendar",
  workload: "workload",
  myWorkload: "workload",
  standIns: "backup_coverage",
  whatIf: "what_if",
};

/** The menu of an area without what its office hides, with how many wait at each place. */
export function navItems(
  area: Area,
  counts: Partial<Record<NavKey, number>> = {},
  hidden: readonly MenuPlace[] = [],
): NavItem[] {
  const isShown = ({ key }: Place) => !hidden.some((place) => place === HIDDEN_AS[key]);
  return NAV[area].filter(isShown).map((item) => {
    const sub = item.sub?.filter(isShown).map((one) => ({ ...one, count: counts[one.key] }));
    return { ...item, sub, count: counts[item.key] };
  });
}

/** The places of a menu by their group, in order. */
export function byGroup(items: readonly NavItem[]): [NavGroup, NavItem[]][] {
  const groups = new Map<NavGroup, NavItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups];
}

/** The place a path belongs to, by the longest address that the path lies under, and the entry within it. */
export function currentPlace(
  items: readonly NavItem[],
  path: string,
): { item: NavItem; sub?: Place } | undefined {
  const addresses = items.flatMap((item) => [
    { item, sub: item.sub?.find(({ href }) => href === item.href), href: item.href },
    ...(item.also ?? []).map((href) => ({ item, href })),
    ...(item.sub ?? []).flatMap((sub) =>
      [sub.href, ...(sub.also ?? [])].map((href) => ({ item, sub, href })),
    ),
  ]);
  return addresses
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
