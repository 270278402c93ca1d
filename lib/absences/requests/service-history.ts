import "server-only";
import type { Ctx } from "@/lib/context";
import { idInOrder } from "@/lib/ids";
import type { Stretch } from "@/lib/time/stretch";
import type { AbsenceStatus } from "./rules-statuses";

/** What was done, in the past tense of its verb. */
export type StepAction =
  | "requested"
  | "recorded"
  | "booked"
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
  booked: "absence.recorded",
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

/** Writes what was done to absences, in the transaction of the change. */
export async function addSteps(tx: Ctx, ...steps: Step[]): Promise<void> {
  const rows = steps.map(({ stretch, deputyForId = null, comment = "", ...step }) => ({
    id: idInOrder(),
    absence_id: step.absenceId,
    action: step.action,
    status: step.status,
    deputy_for_id: deputyForId,
    comment,
    ...namedColumns(stretch),
  }));
  // All rows in one value: a parameter for each of their columns takes ten times as long.
  await tx.db.$executeRaw`
    INSERT INTO absence_steps (actor_id, at, id, absence_id, action, status, deputy_for_id, comment, start_on, start_part,
      end_on, end_part, start_minute, end_minute)
    SELECT ${tx.actor.userId}::uuid, ${tx.now}, step.*
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS step (id uuid, absence_id uuid, action text,
      status absence_status, deputy_for_id uuid, comment text, start_on date, start_part day_part, end_on date,
      end_part day_part, start_minute int, end_minute int)`;
}

/** A stretch by the names of a table's columns. */
export function namedColumns({ from, fromPart, to, toPart, startMinute, endMinute }: Stretch) {
  return {
    start_on: from,
    start_part: fromPart,
    end_on: to,
    end_part: toPart,
    start_minute: startMinute,
    end_minute: endMinute,
  };
}
