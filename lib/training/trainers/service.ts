import "server-only";
import { noticeRange } from "@/lib/absences/requests/service-create";
import type { Manager, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { lockAssistant } from "@/lib/covers/service";
import { NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Result, refuse } from "@/lib/result";
import { type Day, dayToDate } from "@/lib/time/day";
import { listEnrolmentRows } from "@/lib/training/enrolments/queries-rows";
import { HOLDING_SEAT } from "@/lib/training/enrolments/rules-statuses";
import type { BookingRefusal } from "@/lib/training/enrolments/service-booking";
import { trainingNotice } from "@/lib/training/notices";
import { lockSession, type SessionRow } from "@/lib/training/sessions/queries-rows";
import { stretchOfDate } from "@/lib/training/sessions/rules";
import type { SetTrainerInput } from "@/lib/training/sessions/schema";
import { lockLed, sessionAudit } from "@/lib/training/sessions/service";
import { bookTrainer, freeTrainer } from "./service-absences";

type TrainerRefusal =
  | BookingRefusal
  | "not_of_the_pool"
  | "changed_since_read"
  | "not_possible_now"
  | "session_begun";

/**
 * Says who holds a session. An assistant of the pool is absent on its dates, with cover, in the same transaction; who held it
 * before is free again. Refuses what leave is refused for, and each half-day that would stay open and is not named.
 * Participants are notified of who holds it now, or that nobody does yet.
 */
export function setTrainer(
  ctx: Ctx<Manager>,
  { id, version, trainerId, trainer, trainerContact, ...how }: SetTrainerInput,
): Promise<Result<{ id: string }, TrainerRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const session = await lockLed(tx, id);
    if (session.status !== "open") return refuse("not_possible_now", { details: { status: session.status } });
    if (session.version !== version)
      return refuseChanged(tx, { entityType: "training_session", id }, { version }, session);
    if (session.beginsAt && session.beginsAt <= tx.now) return refuse("session_begun");
    const holder = trainerId ? await holderOf(tx, trainerId, session.poolId) : null;
    if (trainerId && !holder) return refuse("not_of_the_pool", { path: "trainerId" });
    if (trainerId !== session.trainerId) {
      if (trainerId) await lockAssistant(tx, trainerId);
      await freeTrainer(tx, session);
      const booked = await bookTrainer(tx, session, trainerId, how);
      if (!booked.ok) return booked;
    }
    await tx.db.trainingSession.update({
      where: { id },
      data: { trainerId, trainer, trainerContact, version: { increment: 1 } },
      select: { id: true },
    });
    await audit(tx, sessionAudit("trainer_set", await lockSession(tx, id)));
    if (holder && trainerId !== session.trainerId) await tellTrainer(tx, session, holder.userId);
    const isSame = trainerId === session.trainerId && (trainerId !== null || trainer === session.trainer);
    if (!isSame) await tellParticipants(tx, session, holder?.name ?? trainer);
    return ok({ id });
  });
}

type Holder = { userId: string; name: string };

async function holderOf(tx: Ctx, assistantId: string, poolId: string): Promise<Holder | null> {
  const row = await tx.db.assistant.findUnique({
    where: { id: assistantId },
    select: { poolId: true, userId: true, user: { select: { name: true } } },
  });
  if (!row) throw new NotFoundError("assistant");
  return row.poolId === poolId ? { userId: row.userId, name: row.user.name } : null;
}

async function tellTrainer(tx: Ctx, { id, courseId, dates: [first] }: SessionRow, userId: string) {
  if (!first) return;
  const params = { sessionId: id, course: await nameOfCourse(tx, courseId) };
  const range = noticeRange(stretchOfDate(first));
  await notify(tx, trainingNotice("training_to_hold", [userId], { ...params, range }));
}

/** Tells who has a seat who holds the session, or that a trainer is being looked for. */
async function tellParticipants(tx: Ctx, { id, courseId }: SessionRow, name: string): Promise<void> {
  const seats = await listEnrolmentRows(tx, { sessionId: id, status: { in: [...HOLDING_SEAT] } });
  if (seats.length === 0) return;
  const userIds = seats.map(({ assistant }) => assistant.userId);
  const params = { sessionId: id, course: await nameOfCourse(tx, courseId) };
  const notice =
    name === ""
      ? trainingNotice("training_trainer_missing", userIds, params)
      : trainingNotice("training_trainer_set", userIds, { ...params, name });
  await notify(tx, notice);
}

async function nameOfCourse(tx: Ctx, id: string): Promise<string> {
  return (await tx.db.course.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
}

/** Leaves sessions without a trainer that people who are away then were to hold and that have not begun; managers are told. */
export async function giveTrainingBack(
  tx: Ctx<Person>,
  { assistantIds, from, to }: { assistantIds: readonly string[]; from: Day; to?: Day },
): Promise<void> {
  const on = { gte: dayToDate(from), ...(to && { lte: dayToDate(to) }) };
  const sessions = await tx.db.trainingSession.findMany({
    where: { trainerId: { in: [...assistantIds] }, status: "open", dates: { some: { on } } },
    select: { id: true, heldBy: { select: { user: { select: { name: true } } } } },
    orderBy: { id: "asc" },
  });
  for (const { id, heldBy } of sessions) {
    const session = await lockSession(tx, id);
    if (session.beginsAt && session.beginsAt <= tx.now) continue;
    await freeTrainer(tx, session);
    const data = { trainerId: null, version: { increment: 1 } };
    await tx.db.trainingSession.update({ where: { id }, data, select: { id: true } });
    await audit(tx, sessionAudit("trainer_set", await lockSession(tx, id)));
    const params = { sessionId: id, course: await nameOfCourse(tx, session.courseId) };
    const name = heldBy?.user.name ?? "";
    const managers = await managersOf(tx, session.poolId);
    await notify(tx, trainingNotice("training_trainer_away", managers, { ...params, name }));
    if (session.trainer === "") await tellParticipants(tx, session, "");
  }
}
