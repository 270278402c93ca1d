import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { arrangeAsUsual } from "@/lib/training/arrangements/service";
import { trainingAudit } from "@/lib/training/audit";
import { requireCourse } from "@/lib/training/courses/queries";
import { listEnrolmentRows } from "@/lib/training/enrolments/queries-rows";
import { LIVE_ENROLMENT } from "@/lib/training/enrolments/rules-statuses";
import { endSeat } from "@/lib/training/enrolments/service-ending";
import { fillSeats } from "@/lib/training/enrolments/service-seats";
import { tellCalendar } from "@/lib/training/invitations/service-entries";
import { freeTrainer } from "@/lib/training/trainers/service-absences";
import { refusalOfBlackoutDates } from "./queries-blackouts";
import { countSeats, lockSession, type SessionRow } from "./queries-rows";
import { datesInOrder, SESSION_MOVES, type SessionStatus } from "./rules";
import type { ChangeSessionInput, PlanSessionInput, SessionVersionInput } from "./schema";

type PlanRefusal =
  | "course_retired"
  | "ends_before_start"
  | "dates_overlap"
  | "due_before_today"
  | "minimum_above_seats"
  | "training_on_blackout";

/** Plans a session of a course for a pool; refuses a retired course, dates that overlap, and blackout days. */
export function planSession(
  ctx: Ctx<Manager>,
  { dates, signUpUntil, cancelUntil, ...data }: PlanSessionInput,
): Promise<Result<{ id: string }, PlanRefusal>> {
  if (!canManagePool(ctx.actor, data.poolId)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    const course = await requireCourse(tx, data.courseId);
    if (course.isRetired) return refuse("course_retired", { path: "courseId" });
    if (data.minimum > data.capacity) return refuse("minimum_above_seats", { path: "minimum" });
    const { timeZone } = await tx.db.pool.findUniqueOrThrow({
      where: { id: data.poolId },
      select: { timeZone: true },
    });
    const inOrder = datesInOrder(dates, dayIn(timeZone, tx.now));
    if (!inOrder.ok) return inOrder;
    const blackout = await refusalOfBlackoutDates(tx, data.poolId, inOrder.value);
    if (blackout) return blackout;
    const { id } = await tx.db.trainingSession.create({
      data: {
        ...data,
        ...limitColumns({ signUpUntil, cancelUntil }),
        createdById: tx.actor.userId,
        createdAt: tx.now,
        dates: { create: inOrder.value.map((date) => ({ ...date, on: dayToDate(date.on) })) },
      },
      select: { id: true },
    });
    const planned = await lockSession(tx, id);
    await arrangeAsUsual(tx, planned, course, dayIn(timeZone, tx.now));
    await audit(tx, sessionAudit("planned", planned));
    return ok({ id });
  });
}

function limitColumns({ signUpUntil, cancelUntil }: Pick<ChangeSessionInput, "signUpUntil" | "cancelUntil">) {
  return {
    signUpUntil: signUpUntil && dayToDate(signUpUntil),
    cancelUntil: cancelUntil && dayToDate(cancelUntil),
  };
}

/** What the audit log tells of a session. */
export function sessionAudit(
  action: "planned" | "changed" | "moved" | "cancelled" | "finished" | "trainer_set",
  session: SessionRow,
) {
  const { id, courseId, poolId, capacity, dates } = session;
  const [from, to] = [dates[0]?.on ?? null, dates.at(-1)?.on ?? null];
  return trainingAudit(`training_session.${action}`, id, { courseId, poolId, capacity, from, to });
}

/** A session the manager leads, locked; any other is not found. */
export async function lockLed(tx: Ctx<Manager>, id: string): Promise<SessionRow> {
  const session = await lockSession(tx, id);
  if (!canManagePool(tx.actor, session.poolId)) throw new NotFoundError("training session");
  return session;
}

/**
 * Changes a session, its dates apart; more seats are given at once to those who wait. Refuses fewer seats than are taken, and a
 * lost update.
 */
export function changeSession(
  ctx: Ctx<Manager>,
  { id, version, signUpUntil, cancelUntil, ...data }: ChangeSessionInput,
): Promise<
  Result<
    { id: string },
    "changed_since_read" | "not_possible_now" | "seats_are_taken" | "minimum_above_seats"
  >
> {
  return inTransaction(ctx, async (tx) => {
    const session = await lockLed(tx, id);
    if (session.status !== "open") return refuse("not_possible_now", { details: { status: session.status } });
    if (session.version !== version)
      return refuseChanged(tx, { entityType: "training_session", id }, { version }, session);
    if (data.minimum > data.capacity) return refuse("minimum_above_seats", { path: "minimum" });
    const { held } = await countSeats(tx, id);
    if (data.capacity < held) return refuse("seats_are_taken", { path: "capacity", details: { held } });
    await tx.db.trainingSession.update({
      where: { id },
      data: { ...data, ...limitColumns({ signUpUntil, cancelUntil }), version: { increment: 1 } },
      select: { id: true },
    });
    await audit(tx, sessionAudit("changed", await lockSession(tx, id)));
    if (data.location !== session.location || data.link !== session.link) await tellOfPlace(tx, session);
    await fillSeats(tx, id);
    return ok({ id });
  });
}

/** Where a date is stands in calendars too. */
async function tellOfPlace(tx: Ctx, { id, dates }: SessionRow): Promise<void> {
  for (const enrolment of await listEnrolmentRows(tx, { sessionId: id, status: "booked" }))
    await tellCalendar(tx, enrolment, dates, true);
}

/** Calls a session off: every seat is given back with its absences and covers, and all who had one or waited are told. */
export function cancelSession(
  ctx: Ctx<Manager>,
  { id, version }: SessionVersionInput,
): Promise<Result<{ id: string; status: SessionStatus }, MoveRefusal | "session_begun">> {
  return inTransaction(ctx, (tx) =>
    move<
      SessionStatus,
      "finish" | "cancel",
      SessionRow,
      { id: string; status: SessionStatus },
      "session_begun"
    >(tx, SESSION_MOVES, {
      id,
      version,
      move: "cancel",
      read: async () => ok(await lockLed(tx, id)),
      write: async (session, next) => {
        if (session.beginsAt && session.beginsAt <= tx.now) return refuse("session_begun");
        for (const enrolment of await listEnrolmentRows(tx, {
          sessionId: id,
          status: { in: [...LIVE_ENROLMENT] },
        }))
          await endSeat(tx, enrolment);
        await freeTrainer(tx, session);
        await tx.db.trainingSession.update({ where: { id }, data: next, select: { id: true } });
        return ok({ value: { id, status: next.status }, audit: sessionAudit("cancelled", session) });
      },
    }),
  );
}
