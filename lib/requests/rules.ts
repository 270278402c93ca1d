import { defineMoves } from "@/lib/moves/rules";
import { REQUEST_STATUSES } from "./rules-choices";
import type { ListRequestsInput, SupportRequestView } from "./schema";

export type RequestStatus = SupportRequestView["status"];

/** What the assistant who serves can do to a request. */
export type AssistantMove = "start" | "wait" | "resume" | "resolve";
/** What the executive who asked can do to it. */
export type ExecutiveMove = "close" | "reopen" | "cancel";

/** How a request stands after a move. */
export type MovedRequest = { id: string; status: RequestStatus; version: number };

const OPEN = ["new", "assigned", "in_progress", "waiting"] as const satisfies RequestStatus[];

/** From which statuses each move leads, and where to. An assistant who starts an unassigned request takes it; one that is handed on goes on as it was; a phone message is ticked off at once. One that is merged into another ends with that, and goes on as it was when it is split off again. */
export const REQUEST_MOVES = defineMoves("support_requests", REQUEST_STATUSES, {
  assign: { from: ["new"], to: "assigned" },
  hand_on: { from: ["assigned", "in_progress", "waiting"], to: null },
  unassign: { from: ["assigned"], to: "new" },
  leave: { from: ["in_progress", "waiting"], to: null },
  keep: { from: ["assigned", "in_progress", "waiting"], to: null },
  change: { from: OPEN, to: null },
  start: { from: ["new", "assigned"], to: "in_progress" },
  wait: { from: ["in_progress"], to: "waiting" },
  resume: { from: ["waiting"], to: "in_progress" },
  resolve: { from: ["in_progress", "waiting"], to: "resolved" },
  close: { from: ["resolved"], to: "closed" },
  reopen: { from: ["resolved", "closed"], to: "assigned" },
  reopen_unassigned: { from: ["resolved", "closed"], to: "new" },
  cancel: { from: OPEN, to: "cancelled" },
  tick: { from: [...OPEN, "resolved"], to: "closed" },
  merge: { from: OPEN, to: "cancelled" },
  split_new: { from: ["cancelled"], to: "new" },
  split_assigned: { from: ["cancelled"], to: "assigned" },
  split_started: { from: ["cancelled"], to: "in_progress" },
});

/** Every move of a request; a reopened one is unassigned where nobody serves the executive. */
export type RequestMove = keyof typeof REQUEST_MOVES.moves;

/** The move that gives an open request to another assistant; null where it is no longer open. */
export function givingMove(status: RequestStatus): "assign" | "hand_on" | null {
  if (status === "new") return "assign";
  return OPEN.some((open) => open === status) ? "hand_on" : null;
}

/** The statuses a list shows; open means that somebody still has something to do. */
export const STATUSES_SHOWN = {
  unassigned: ["new", "in_progress", "waiting"],
  overdue: OPEN,
  soon: OPEN,
  in_hand: ["assigned", "in_progress", "waiting"],
  open: OPEN,
  done: ["resolved", "closed", "cancelled"],
  all: REQUEST_STATUSES,
} as const satisfies Record<ListRequestsInput["show"], readonly RequestStatus[]>;
