import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { lockAssistant } from "@/lib/covers/service";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { dayIn } from "@/lib/time/zone";
import { trainingAudit } from "@/lib/training/audit";
import { requireCourse } from "@/lib/training/courses/queries";
import { trainingNotice } from "@/lib/training/notices";
import { canSeeSession } from "@/lib/training/policy";
import { refusalOfBlackoutDates } from "@/lib/training/sessions/queries-blackouts";
import { countSeats, lockSession, type SessionRow } from "@/lib/training/sessions/queries-rows";
import { type EnrolmentRow, findLiveEnrolment, readEnrolment, requireLedEnrolment } from "./queries-rows";
import type { Booking } from "./rules-booking";
import type { ApproveEnrolmentInput, AskForSeatInput, EndEnrolmentInput, EnrolInput } from "./schema";
import type { BookingRefusal } from "./service-booking";
import { addEnrolmentStep, type MovedEnrolment, moveEnrolment, tellParticipant } from "./service-moves";
import { bookSeat, fillSeats } from "./service-seats";

type ClosedRefusal = "session_closed" | "session_begun";
type AskRefusal = ClosedRefusal | "sign_up_closed" | "training_on_blackout";
export type SeatRefusal = BookingRefusal | MoveRefusal | ClosedRefusal;

/**
 * Asks for a seat on a course; a second press answers with the first. Where nobody has to decide the seat is booked with its
 * cover or waited for, and one that would leave a gap waits for a decision. Refuses what is retired, closed or begun, and blackout days.
 */
export function askForSeat(
  ctx: Ctx<Assistant>,
  { courseId, sessionId, note }: AskForSeatInput,
): Promise<Result<MovedEnrolment, AskRefusal | "course_retired" | "enrolled_already">> {
  return inTransaction(ctx, async (tx) => {
    const { id: assistantId } = tx.actor.assistant;
    const course = await requireCourse(tx, courseId);
    const session = sessionId === null ? null : await lockSession(tx, sessionId);
    if (session && (session.courseId !== courseId || !canSeeSession(tx.actor, session)))
      throw new NotFoundError("training session");
    await lockAssistant(tx, assistantId);
    const known = await findLiveEnrolment(tx, courseId, assistantId);
    if (known?.sessionId && sessionId && known.sessionId !== sessionId)
      return refuse("enrolled_already", { path: "sessionId" });
    if (known) return ok(known);
    const refusal = course.isRetired
      ? refuse("course_retired")
      : session && (await refusalOfAsking(tx, session));
    if (refusal) return refusal;
    const made = await addEnrolment(tx, { courseId, assistantId, sessionId, status: "requested", note });
    const taken =
      session && !course.needsApproval
        ? await inTransaction(tx, (inner) => takeSeat(inner, made, session, { acceptedGaps: [] }))
        : null;
    if (taken?.ok) return taken;
    await tellManagersOfWish(tx, await readEnrolment(tx, made.id));
    return ok(made);
  });
}

async function refusalOfAsking(tx: Ctx, session: SessionRow): Promise<Refusal<AskRefusal> | null> {
  const { signUpUntil, timeZone } = session;
  if (signUpUntil && dayIn(timeZone, tx.now) > signUpUntil)
    return refuse("sign_up_closed", { details: { on: signUpUntil } });
  return refusalOfClosed(tx, session) ?? refusalOfBlackoutDates(tx, session.poolId, session.dates);
}

/** Refuses a session that takes nobody any more. */
export function refusalOfClosed(tx: Ctx, { status, beginsAt }: SessionRow): Refusal<ClosedRefusal> | null {
  if (status !== "open") return refuse("session_closed");
  return beginsAt && beginsAt <= tx.now ? refuse("session_begun") : null;
}

async function tellManagersOfWish(tx: Ctx, { id, course, assistant }: EnrolmentRow): Promise<void> {
  const params = { enrolmentId: id, course: course.name, name: assistant.user.name };
  await notify(tx, trainingNotice("training_requested", await managersOf(tx, assistant.poolId), params));
}

type NewEnrolment = {
  courseId: string;
  assistantId: string;
  sessionId: string | null;
  status: "requested" | "nominated";
  note?: string;
};

/** Writes a new enrolment with the first step of its history. */
export async function addEnrolment(tx: Ctx, enrolment: NewEnrolment): Promise<MovedEnrolment> {
  const { status, assistantId, courseId, sessionId } = enrolment;
  const made = await tx.db.enrolment.create({
    data: { ...enrolment, createdById: tx.actor.userId, createdAt: tx.now },
    select: { id: true, status: true, version: true },
  });
  await addEnrolmentStep(tx, { id: made.id, action: status, status });
  const facts = { assistantId, courseId, sessionId, from: null, to: status };
  await audit(tx, trainingAudit(`enrolment.${status}`, made.id, facts));
  return made;
}

/** Books a seat of a locked session, or waits for one: who comes after others waits, also where a seat is free this second. */
async function takeSeat(
  tx: Ctx,
  enrolment: { id: string; version: number },
  session: SessionRow,
  how: Booking,
): Promise<Result<MovedEnrolment, BookingRefusal | MoveRefusal>> {
  const read = async () => ok(await readEnrolment(tx, enrolment.id));
  const data = { sessionId: session.id };
  if (session.dates.length === 0) return moveEnrolment(tx, enrolment, { move: "approve", read, data });
  const { held, waiting } = await countSeats(tx, session.id);
  if (held < session.capacity && waiting === 0) return bookSeat(tx, enrolment, session, how);
  return moveEnrolment(tx, enrolment, {
    move: "wait",
    read,
    data,
    tell: (row) => tellParticipant(tx, "training_waiting", row),
  });
}

/** A session the manager gives seats in, locked; one of another pool is not found. */
export async function lockLedSession(tx: Ctx<Manager>, id: string): Promise<SessionRow> {
  const session = await lockSession(tx, id);
  if (!canManagePool(tx.actor, session.poolId)) throw new NotFoundError("training session");
  return session;
}

/**
 * Gives an assistant of the pool a seat in a session with the cover of its dates, or has them wait for one; who has one is
 * answered with it. Refuses what leave is refused for, and each half-day that would stay open and is not named.
 */
export function enrolAssistant(
  ctx: Ctx<Manager>,
  { sessionId, assistantId, ...how }: EnrolInput,
): Promise<Result<MovedEnrolment, SeatRefusal | "not_of_the_pool" | "enrolled_already">> {
  return inTransaction(ctx, async (tx) => {
    const session = await lockLedSession(tx, sessionId);
    const assistant = await tx.db.assistant.findUnique({
      where: { id: assistantId },
      select: { poolId: true },
    });
    if (!assistant || !canManagePool(tx.actor, assistant.poolId)) throw new NotFoundError("assistant");
    if (assistant.poolId !== session.poolId) return refuse("not_of_the_pool", { path: "assistantId" });
    const refusal = refusalOfClosed(tx, session);
    if (refusal) return refusal;
    await lockAssistant(tx, assistantId);
    const { courseId } = session;
    const known = await findLiveEnrolment(tx, courseId, assistantId);
    if (known && ["booked", "waitlisted", "offered"].includes(known.status))
      return known.sessionId === sessionId ? ok(known) : refuse("enrolled_already", { path: "assistantId" });
    const enrolment =
      known ?? (await addEnrolment(tx, { courseId, assistantId, sessionId, status: "nominated" }));
    return takeSeat(tx, enrolment, session, how);
  });
}

/**
 * Approves what was asked for: the seat is booked with its cover, or waited for where the session is full; without a session it is
 * kept until there is one. Refuses what would leave a half-day open that is not named.
 */
export function approveEnrolment(
  ctx: Ctx<Manager>,
  { id, version, sessionId, ...how }: ApproveEnrolmentInput,
): Promise<Result<MovedEnrolment, SeatRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const asked = await requireLedEnrolment(tx, id);
    const wanted = sessionId ?? asked.sessionId;
    if (!wanted) return moveEnrolment(tx, { id, version }, { move: "approve", read: async () => ok(asked) });
    const session = await lockLedSession(tx, wanted);
    if (session.courseId !== asked.courseId || session.poolId !== asked.assistant.poolId)
      throw new NotFoundError("training session");
    return refusalOfClosed(tx, session) ?? takeSeat(tx, { id, version }, session, how);
  });
}

/** Declines what was asked for or waits; a seat that was offered goes to the next in line. */
export function declineEnrolment(
  ctx: Ctx<Manager>,
  { id, version, note }: EndEnrolmentInput,
): Promise<Result<MovedEnrolment, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const { sessionId } = await requireLedEnrolment(tx, id);
    if (sessionId) await lockSession(tx, sessionId);
    const declined = await moveEnrolment(
      tx,
      { id, version },
      {
        move: "decline",
        read: async () => ok(await requireLedEnrolment(tx, id)),
        comment: note,
        tell: (row) => tellParticipant(tx, "training_declined", row),
      },
    );
    if (declined.ok && sessionId) await fillSeats(tx, sessionId);
    return declined;
  });
}
