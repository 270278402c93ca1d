import { type IsoWeek, isIsoWeek } from "@/lib/time/iso-week";

export const SPANS = { week: 1, fortnight: 2, month: 4 } as const;
export type Span = keyof typeof SPANS;

export const ORDERS = ["department", "assistant", "name"] as const;
export type Order = (typeof ORDERS)[number];

/** What the address of the board says: ?week=2026-W34&pool=…&span=fortnight&by=name&q=…&gaps=1. */
export type BoardAddress = { week: IsoWeek | null; poolId: string | null; span: Span };

/** The same, and whether it asks for lines in a way that only all of them can answer. */
export type AskedBoard = BoardAddress & { isAll: boolean };

type SearchParams = Record<string, string | string[] | undefined>;

/** Reads what of the board's address decides what is read; what makes no sense is left out. */
export function readBoardAddress(params: SearchParams): AskedBoard {
  const week = first(params.week);
  const span = first(params.span);
  return {
    week: isIsoWeek(week) ? week : null,
    poolId: first(params.pool) || null,
    span: span in SPANS ? (span as Span) : "week",
    isAll: Boolean(first(params.q) || first(params.by)),
  };
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** How the lines are shown: which of them, in what order. It changes without asking the server. */
export type Show = { by: Order; query: string; onlyGaps: boolean };

/** The address of the board. */
export function boardHref({ week, poolId, span }: BoardAddress, show?: Show): string {
  const params = new URLSearchParams();
  if (week) params.set("week", week);
  if (poolId) params.set("pool", poolId);
  if (span !== "week") params.set("span", span);
  if (show && show.by !== "department") params.set("by", show.by);
  if (show?.query) params.set("q", show.query);
  if (show?.onlyGaps) params.set("gaps", "1");
  const text = params.toString();
  return text ? `/manager/coverage?${text}` : "/manager/coverage";
}
