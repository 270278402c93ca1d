import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result } from "@/lib/result";
import { trainingAudit } from "@/lib/training/audit";
import { trainingNotice } from "@/lib/training/notices";
import type { Prisma } from "@/prisma/generated/client/client";
import type { EnrolmentRow } from "./queries-rows";
import { ENROLMENT_MOVES, type EnrolmentMove } from "./rules";
import type { EnrolmentStatus } from "./rules-statuses";

type Tx = Ctx | SystemCtx;

/** How an enrolment stands after a verb. */
export type MovedEnrolment = { id: string; status: EnrolmentStatus; version: number };

type EnrolmentTransition<R extends RefusalReason> = {
  move: EnrolmentMove;
  /** Reads the locked enrolment for its mover. */
  read: () => Promise<Result<EnrolmentRow, R>>;
  data?: Prisma.EnrolmentUncheckedUpdateInput;
  comment?: string;
  /** What goes with it once the row is written, such as the absences of a seat; a refusal undoes the move. */
  follow?: (enrolment: EnrolmentRow) => Promise<Result<unknown, R>>;
  tell?: (enrolment: EnrolmentRow) => Promise<void>;
};

/** Moves an enrolment with its history, audit row and notices; refuses a move its status does not allow. */
export function moveEnrolment<R extends RefusalReason = never>(
  tx: Tx,
  { id, version }: { id: string; version: number },
  { move: made, read, data = {}, comment = "", follow, tell }: EnrolmentTransition<R>,
): Promise<Result<MovedEnrolment, R | MoveRefusal>> {
  return move<EnrolmentStatus, EnrolmentMove, EnrolmentRow, MovedEnrolment, R>(tx, ENROLMENT_MOVES, {
    id,
    version,
    move: made,
    read,
    write: async (enrolment, next) => {
      const { sessionId } = await tx.db.enrolment.update({
        where: { id },
        data: { offerUntil: null, passedOver: null, passedOverFor: [], ...data, ...next },
        select: { sessionId: true },
      });
      await addEnrolmentStep(tx, { id, action: ACTIONS[made], status: next.status, comment });
      const followed = await follow?.({ ...enrolment, sessionId });
      if (followed && !followed.ok) return followed;
      const { assistantId, courseId, status } = enrolment;
      const facts = { assistantId, courseId, sessionId, from: status, to: next.status };
      return ok({
        value: { id, ...next },
        audit: trainingAudit(`enrolment.${ACTIONS[made]}`, id, facts),
        ...(tell && { tell: () => tell({ ...enrolment, sessionId }) }),
      });
    },
  });
}

const ACTIONS = {
  approve: "approved",
  book: "booked",
  wait: "waitlisted",
  offer: "offered",
  decline: "declined",
  lapse: "lapsed",
  cancel: "cancelled",
  attend: "attended",
  fall_short: "incomplete",
  miss: "missed",
} as const satisfies Record<EnrolmentMove, string>;

type StepAction = (typeof ACTIONS)[EnrolmentMove] | "requested" | "nominated";

/** Writes a step of an enrolment's history, in the transaction of the change. */
export async function addEnrolmentStep(
  tx: Tx,
  { id, ...step }: { id: string; action: StepAction; status: EnrolmentStatus; comment?: string },
): Promise<void> {
  await tx.db.enrolmentStep.create({
    data: { enrolmentId: id, at: tx.now, actorId: tx.actor?.userId ?? null, ...step },
    select: { id: true },
  });
}

/** Tells managers of the person's pool who gave a seat back, or who has one by the waiting list. */
export async function tellManagersOfSeat(
  tx: Tx,
  kind: "training_seat_free" | "training_seat_taken",
  { id, sessionId, course, assistant }: EnrolmentRow,
): Promise<void> {
  if (!sessionId) return;
  const params = { enrolmentId: id, sessionId, course: course.name, name: assistant.user.name };
  await notify(tx, trainingNotice(kind, await managersOf(tx, assistant.poolId), params));
}

/** Tells managers of the pool how somebody answered an invitation. */
export async function tellManagersOfAnswer(
  tx: Tx,
  { id, sessionId, course, assistant }: EnrolmentRow,
  answer: "accept" | "decline",
): Promise<void> {
  if (!sessionId) return;
  const params = { enrolmentId: id, sessionId, course: course.name, name: assistant.user.name, answer };
  await notify(tx, trainingNotice("training_answered", await managersOf(tx, assistant.poolId), params));
}

/** Tells a participant what became of their enrolment, where nothing but the course is to be said. */
export async function tellParticipant(
  tx: Tx,
  kind: "training_waiting" | "training_declined" | "training_cancelled" | "training_seat_ended",
  { id, course, assistant }: EnrolmentRow,
): Promise<void> {
  await notify(tx, trainingNotice(kind, [assistant.userId], { enrolmentId: id, course: course.name }));
}
