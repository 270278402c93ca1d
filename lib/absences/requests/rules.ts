import type { AbsenceView } from "./schema";

export type AbsenceStatus = AbsenceView["status"];

/** What a decision makes of an absence, and the covers that ended by it. */
export type Decided = { id: string; status: AbsenceStatus; releasedCoverIds: string[] };

/** What can be done to an absence: those who decide approve, decline and cancel it, its owner withdraws it or asks to have it cancelled. */
export type AbsenceMove =
  | "approve"
  | "approve_provisionally"
  | "decline"
  | "cancel"
  | "withdraw"
  | "ask_cancellation"
  | "refuse_cancellation";

type Move = { from: readonly AbsenceStatus[]; to: AbsenceStatus };

/** From which statuses each move leads, and where to. */
export const ABSENCE_MOVES: Record<AbsenceMove, Move> = {
  approve: { from: ["requested", "provisionally_approved"], to: "approved" },
  approve_provisionally: { from: ["requested"], to: "provisionally_approved" },
  decline: { from: ["requested", "provisionally_approved"], to: "declined" },
  cancel: { from: ["approved", "cancellation_requested"], to: "cancelled" },
  withdraw: { from: ["requested", "provisionally_approved"], to: "withdrawn" },
  ask_cancellation: { from: ["approved"], to: "cancellation_requested" },
  refuse_cancellation: { from: ["cancellation_requested"], to: "approved" },
};

/** The status a move leads to, or null where it is not possible from the present one. */
export function absenceAfter(status: AbsenceStatus, move: AbsenceMove): AbsenceStatus | null {
  const { from, to } = ABSENCE_MOVES[move];
  return from.includes(status) ? to : null;
}

/** The move that ends a live absence before it is taken: what was approved is cancelled, what was asked for withdrawn. */
export function endingMove(status: AbsenceStatus): "cancel" | "withdraw" {
  return status === "approved" || status === "cancellation_requested" ? "cancel" : "withdraw";
}

/** Sickness is reported, not requested: it starts approved. Other leave starts as it was entered. */
export function startingStatus(
  leaveType: { isReported: boolean },
  asked: "requested" | "approved",
): "requested" | "approved" {
  return leaveType.isReported ? "approved" : asked;
}

/** Days are kept in hundredths, minutes as they are. */
const UNITS_OF = { days: 100, minutes: 1 };

/** An amount as people write it, 12.5 days or 90 minutes, as it is kept. */
export function keptAmount(amount: number, measure: "days" | "minutes"): number {
  return Math.round(amount * UNITS_OF[measure]);
}

/** A kept amount as people write it. */
export function writtenAmount(kept: number, measure: "days" | "minutes"): number {
  return kept / UNITS_OF[measure];
}
