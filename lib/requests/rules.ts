import { type ListRequestsInput, REQUEST_STATUSES, type SupportRequestView } from "./schema";

export type RequestStatus = SupportRequestView["status"];

/** What the assistant who serves can do to a request. */
export type AssistantMove = "start" | "wait" | "resume" | "resolve";
/** What the executive who asked can do to it. */
export type ExecutiveMove = "close" | "reopen" | "cancel";
export type RequestMove = AssistantMove | ExecutiveMove | "assign";

/** How a request stands after a move. */
export type Moved = { id: string; status: RequestStatus; version: number };

type Move = { from: readonly RequestStatus[]; to: RequestStatus };

const OPEN = ["new", "assigned", "in_progress", "waiting"] as const satisfies RequestStatus[];

/** From which statuses each move leads, and where to. Whoever starts an unassigned request takes it. */
export const REQUEST_MOVES: Record<RequestMove, Move> = {
  assign: { from: OPEN, to: "assigned" },
  start: { from: ["new", "assigned"], to: "in_progress" },
  wait: { from: ["in_progress"], to: "waiting" },
  resume: { from: ["waiting"], to: "in_progress" },
  resolve: { from: ["in_progress", "waiting"], to: "resolved" },
  close: { from: ["resolved"], to: "closed" },
  reopen: { from: ["resolved", "closed"], to: "assigned" },
  cancel: { from: OPEN, to: "cancelled" },
};

/** The status a move leads to, or null where it is not possible from the present one. */
export function requestAfter(status: RequestStatus, move: RequestMove): RequestStatus | null {
  const { from, to } = REQUEST_MOVES[move];
  return from.includes(status) ? to : null;
}

/** The moves possible from a status, among those asked for. */
export function movesFrom<M extends RequestMove>(status: RequestStatus, among: readonly M[]): M[] {
  return among.filter((move) => requestAfter(status, move) !== null);
}

/** The move that takes back the one between two statuses, where there is one. */
export function reverseOf(from: RequestStatus, to: RequestStatus): AssistantMove | null {
  if (from === "in_progress" && to === "waiting") return "resume";
  return from === "waiting" && to === "in_progress" ? "wait" : null;
}

/** The statuses a list shows; open means that somebody still has something to do. */
export const STATUSES_SHOWN = {
  unassigned: ["new"],
  in_hand: ["assigned", "in_progress", "waiting"],
  open: OPEN,
  done: ["resolved", "closed", "cancelled"],
  all: REQUEST_STATUSES,
} as const satisfies Record<ListRequestsInput["show"], readonly RequestStatus[]>;

const PRIORITY_ORDER = { urgent: 0, high: 1, normal: 2, low: 3 } as const;
const NO_DUE_DATE = "9999";

/** Most pressing first: by priority, then the day it is due, then the order they came in. */
export function byUrgency(a: SupportRequestView, b: SupportRequestView): number {
  return (
    PRIORITY_ORDER[a.priority] - PRIORITY_ORDER[b.priority] ||
    compare(a.dueOn ?? NO_DUE_DATE, b.dueOn ?? NO_DUE_DATE) ||
    compare(a.createdAt, b.createdAt)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
