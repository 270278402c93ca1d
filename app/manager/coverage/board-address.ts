import { visibleText } from "@/lib/text";
import { type IsoWeek, isIsoWeek } from "@/lib/time/iso-week";

/** What the address of the board says: ?week=2026-W34&pool=…&q=…&gaps=1&page=2. */
export type BoardAddress = {
  week: IsoWeek | null;
  poolId: string | null;
  query: string;
  onlyGaps: boolean;
  page: number;
};

type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the board's address; what makes no sense is left out. */
export function readBoardAddress(params: SearchParams): BoardAddress {
  const week = first(params.week);
  return {
    week: isIsoWeek(week) ? week : null,
    poolId: first(params.pool) || null,
    query: visibleText(first(params.q)).trim().slice(0, 100),
    onlyGaps: first(params.gaps) === "1",
    page: Math.max(1, Math.floor(Number(first(params.page))) || 1),
  };
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** The address of the board with something changed; the page starts anew unless it is what changes. */
export function boardHref(address: BoardAddress, change: Partial<BoardAddress>): string {
  const next = { ...address, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.week) params.set("week", next.week);
  if (next.poolId) params.set("pool", next.poolId);
  if (next.query) params.set("q", next.query);
  if (next.onlyGaps) params.set("gaps", "1");
  if (next.page > 1) params.set("page", String(next.page));
  const text = params.toString();
  return text ? `/manager/coverage?${text}` : "/manager/coverage";
}
