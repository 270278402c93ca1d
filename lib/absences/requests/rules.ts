import { defineMoves } from "@/lib/moves/rules";
import {
  ABSENCE_STATUSES,
  type AbsenceStatus,
  ASKED_STATUSES,
  BOOKED_STATUSES,
  LIVE_STATUSES,
} from "./rules-statuses";
import type { AbsenceView } from "./schema";

/** What a decision makes of an absence, and the covers that ended by it. */
export type Decided = { id: string; status: AbsenceStatus; releasedCoverIds: string[] };

/**
 * From which statuses each move leads, and where to: deciders approve, decline and cancel, the owner withdraws or asks for
 * cancellation; leave that has begun keeps the part that was taken, and other days or hours keep the status.
 */
export const ABSENCE_MOVES = defineMoves("absences", ABSENCE_STATUSES, {
  request: { from: ["draft"], to: "requested" },
  approve: { from: ASKED_STATUSES, to: "approved" },
  approve_provisionally: { from: ["requested"], to: "provisionally_approved" },
  decline: { from: ASKED_STATUSES, to: "declined" },
  cancel: { from: BOOKED_STATUSES, to: "cancelled" },
  withdraw: { from: ["draft", ...ASKED_STATUSES], to: "withdrawn" },
  ask_cancellation: { from: ["approved"], to: "cancellation_requested" },
  refuse_cancellation: { from: ["cancellation_requested"], to: "approved" },
  grant_cancellation: { from: ["cancellation_requested"], to: "cancelled" },
  keep_part: { from: ["cancellation_requested"], to: "approved" },
  cover: { from: BOOKED_STATUSES, to: null },
  change_end: { from: BOOKED_STATUSES, to: null },
  change_days: { from: LIVE_STATUSES, to: null },
});

/** Every move of an absence. */
export type AbsenceMove = keyof typeof ABSENCE_MOVES.moves;

/** The move that ends a live absence before it is taken: what was approved is cancelled, what was asked for withdrawn. */
export function endingMove(status: AbsenceStatus): "cancel" | "withdraw" {
  return isApprovedAbsence(status) ? "cancel" : "withdraw";
}

/** True while an absence is approved, also where its owner asks to take it back. */
export function isApprovedAbsence(status: AbsenceStatus): boolean {
  return BOOKED_STATUSES.some((approved) => approved === status);
}

/** Until when somebody is away, who is away today; hours where it is some of the day. */
export type AwayUntil = Pick<AbsenceView, "to" | "startMinute" | "endMinute">;

const CALLED_OFF: readonly AbsenceStatus[] = ["declined", "cancelled", "withdrawn"];

/** True for an absence that is not to be. */
export function isCalledOff(status: AbsenceStatus): boolean {
  return CALLED_OFF.includes(status);
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
