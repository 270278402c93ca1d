import "server-only";
import type { Ctx } from "@/lib/context";
import type { Stretch } from "@/lib/time/stretch";

import { columnsOfStretch } from "@/lib/time/stretch-columns";

import type { AbsenceStatus } from "./rules";

/** What was done, in the past tense of its verb. */
export type StepAction =
  | "requested"
  | "recorded"
  | "reported"
  | "approved_automatically"
  | "approved_provisionally"
  | "approved"
  | "declined"
  | "withdrawn"
  | "moved"
  | "cancellation_asked"
  | "cancellation_refused"
  | "cancelled"
  | "shortened"
  | "prolonged"
  | "interrupted"
  | "resumed"
  | "cancelled_on_leaving";

/** How the audit log calls each step of an absence's history. */
export const ABSENCE_ACTIONS = {
  requested: "absence.requested",
  recorded: "absence.recorded",
  reported: "absence.reported",
  approved_automatically: "absence.approved_automatically",
  approved_provisionally: "absence.provisionally_approved",
  approved: "absence.approved",
  declined: "absence.declined",
  withdrawn: "absence.withdrawn",
  moved: "absence.moved",
  cancellation_asked: "absence.cancellation_asked",
  cancellation_refused: "absence.cancellation_refused",
  cancelled: "absence.cancelled",
  shortened: "absence.shortened",
  prolonged: "absence.prolonged",
  interrupted: "absence.interrupted",
  resumed: "absence.resumed",
  cancelled_on_leaving: "absence.cancelled_on_leaving",
} as const satisfies Record<StepAction, string>;

export type Step = {
  absenceId: string;
  action: StepAction;
  status: AbsenceStatus;
  stretch: Stretch;
  comment?: string;
  deputyForId?: string | null;
};

/** Writes what was done to an absence, in the transaction of the change. */
export async function addSteps(tx: Ctx, ...steps: Step[]): Promise<void> {
  await tx.db.absenceStep.createMany({
    data: steps.map(({ stretch, deputyForId = null, comment = "", ...step }) => ({
      ...step,
      ...columnsOfStretch(stretch),
      comment,
      deputyForId,
      actorId: tx.actor.userId,
      at: tx.now,
    })),
  });
}
