import { daysAsked, steppedFrom } from "@/lib/absences/wallchart/rules-span";
import type { WallchartView } from "@/lib/absences/wallchart/schema";
import { day } from "@/lib/time/day";

/** What the address of a wallchart asks, as written there. */
export type WallchartAsked = {
  from?: string | undefined;
  span?: string | undefined;
  group?: string | undefined;
  poolId?: string | undefined;
  q?: string | undefined;
  site?: string | undefined;
  seniority?: string | undefined;
  executive?: string | undefined;
  type?: string | undefined;
  covers?: string | undefined;
  day?: string | undefined;
};

/** The parts of an address that choose whose rows are shown. */
export const FILTERS = ["q", "site", "seniority", "executive", "type"] as const;

const ORDER = ["from", "span", "group", "poolId", ...FILTERS, "covers", "day"] as const;

type Shown = Pick<WallchartView, "view" | "from" | "to" | "pools">;

/** What is asked in the words of today's addresses, also where an older one named a month or a year. */
export function askedNow(asked: WallchartAsked, view: Shown): WallchartAsked {
  const present = daysAsked({ span: view.view }, day(view.pools[0]?.today ?? view.from)).from;
  return {
    ...Object.fromEntries(ORDER.map((key) => [key, asked[key]])),
    from: view.from === present ? undefined : view.from,
    span: view.view === "six" ? undefined : view.view,
  };
}

/** True where today is among the days shown. */
export function isPresent({ from, to, pools }: Shown): boolean {
  const today = pools[0]?.today ?? "";
  return today >= from && today <= to;
}

/** The address of a wallchart at a path with some of what is asked changed. */
export function wallchartAddress(
  path: string,
  asked: WallchartAsked,
  change: Partial<WallchartAsked> = {},
): string {
  const next = { ...asked, ...change };
  const parts = ORDER.flatMap((key): [string, string][] => (next[key] ? [[key, next[key]]] : []));
  const search = new URLSearchParams(parts).toString();
  return search ? `${path}?${search}` : path;
}

/** Addresses of the stretch before, of the present one and of the one after. */
export function waysOf({ path, asked, view }: { path: string; asked: WallchartAsked; view: Shown }) {
  const to = (from: string | undefined) => wallchartAddress(path, { ...asked, day: undefined }, { from });
  return {
    previous: to(steppedFrom(view.view, day(view.from), -1)),
    now: to(undefined),
    next: to(steppedFrom(view.view, day(view.from), 1)),
  };
}
