import type { AbsenceView, LeaveTypeView } from "./schema";

export type AbsenceStatus = AbsenceView["status"];

/** What can be done to an absence: a manager approves, declines and cancels it, its owner withdraws it. */
export type AbsenceMove = "approve" | "decline" | "cancel" | "withdraw";

type Move = { from: readonly AbsenceStatus[]; to: AbsenceStatus };

/** From which statuses each move leads, and where to. */
export const ABSENCE_MOVES: Record<AbsenceMove, Move> = {
  approve: { from: ["requested"], to: "approved" },
  decline: { from: ["requested"], to: "declined" },
  cancel: { from: ["approved"], to: "cancelled" },
  withdraw: { from: ["requested"], to: "withdrawn" },
};

/** The status a move leads to, or null where it is not possible from the present one. */
export function absenceAfter(status: AbsenceStatus, move: AbsenceMove): AbsenceStatus | null {
  const { from, to } = ABSENCE_MOVES[move];
  return from.includes(status) ? to : null;
}

/** Sickness is reported, not requested: it starts approved. Other leave starts as it was entered. */
export function startingStatus(
  leaveType: { isReported: boolean },
  asked: "requested" | "approved",
): "requested" | "approved" {
  return leaveType.isReported ? "approved" : asked;
}

/** The leave types' names in the reader's language by their key. */
export function leaveTypeNamesIn(
  leaveTypes: readonly LeaveTypeView[],
  locale: "en" | "sv",
): Record<string, string> {
  return Object.fromEntries(
    leaveTypes.map(({ id, nameEn, nameSv }) => [id, locale === "sv" ? nameSv : nameEn]),
  );
}
