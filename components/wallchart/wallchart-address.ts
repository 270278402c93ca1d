/** What the address of a wallchart asks, as written there. */
export type WallchartAsked = {
  month?: string;
  year?: string;
  group?: string;
  poolId?: string;
  q?: string;
  site?: string;
  seniority?: string;
  executive?: string;
  type?: string;
  covers?: string;
  day?: string;
};

/** The parts of an address that choose whose rows are shown. */
export const FILTERS = ["q", "site", "seniority", "executive", "type"] as const;

const ORDER = ["month", "year", "group", "poolId", ...FILTERS, "covers", "day"] as const;

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
