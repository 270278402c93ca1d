import { isAskedFor } from "@/lib/absences/requests/rules-statuses";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import type { LeaveEffect } from "@/lib/coverage/leave-cover/rules-effects";

/** What the menu and the buttons of a row need to know in the browser. */
export type RowFacts = Pick<AbsenceView, "id" | "version" | "status" | "canDecide" | "assistantId"> & {
  name: string;
};

/** True where leave can be approved without a second look: nobody needs cover, or everybody can be covered. */
export function isAnswerClear(effect: LeaveEffect | undefined): boolean {
  return effect?.kind === "nobody" || effect?.kind === "can_be_covered";
}

/** True for leave that waits for this manager and whose answer is clear. */
export function isToApprove(absence: AbsenceView, effect: LeaveEffect | undefined): boolean {
  return isAskedFor(absence.status) && absence.canDecide && isAnswerClear(effect);
}
