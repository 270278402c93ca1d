import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { lockAssistant } from "@/lib/covers/service";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { addDays, type Day } from "@/lib/time/day";
import { dayIn, instantIn } from "@/lib/time/zone";
import { findLiveEnrolment } from "@/lib/training/enrolments/queries-rows";
import type { InviteInput } from "@/lib/training/enrolments/schema";
import { addEnrolment, lockLedSession, refusalOfClosed } from "@/lib/training/enrolments/service";
import type { BookingRefusal } from "@/lib/training/enrolments/service-booking";
import type { MovedEnrolment } from "@/lib/training/enrolments/service-moves";
import { offerSeat } from "@/lib/training/enrolments/service-seats";
import { countSeats, type SessionRow } from "@/lib/training/sessions/queries-rows";

const ANSWER_DAYS = 7;

type Refused =
  | MoveRefusal
  | BookingRefusal
  | "not_of_the_pool"
  | "enrolled_already"
  | "session_full"
  | "session_closed"
  | "session_begun"
  | "due_before_today";

/**
 * Invites an assistant of the pool to a session with dates: a seat is held until they answer, and yes books it with its cover.
 * Refuses a full session, and whom leave would be refused for or whose going would open a gap: that is for the manager to book.
 */
export function inviteAssistant(
  ctx: Ctx<Manager>,
  { sessionId, assistantId, answerBy }: InviteInput,
): Promise<Result<MovedEnrolment, Refused>> {
  return inTransaction(ctx, async (tx) => {
    const session = await lockLedSession(tx, sessionId);
    const assistant = await tx.db.assistant.findUnique({
      where: { id: assistantId },
      select: { poolId: true },
    });
    if (!assistant || !canManagePool(tx.actor, assistant.poolId)) throw new NotFoundError("assistant");
    if (assistant.poolId !== session.poolId) return refuse("not_of_the_pool", { path: "assistantId" });
    const until = answerUntil(session, answerBy, tx.now);
    const refusal = refusalOfClosed(tx, session);
    if (refusal) return refusal;
    if (!until.ok) return until;
    await lockAssistant(tx, assistantId);
    const { courseId } = session;
    const known = await findLiveEnrolment(tx, courseId, assistantId);
    if (known && !["nominated", "approved"].includes(known.status))
      return refuse("enrolled_already", { path: "assistantId" });
    const { held, waiting } = await countSeats(tx, sessionId);
    if (held >= session.capacity || waiting > 0) return refuse("session_full", { path: "sessionId" });
    const enrolment =
      known ?? (await addEnrolment(tx, { courseId, assistantId, sessionId, status: "nominated" }));
    return offerSeat(tx, { ...enrolment, assistantId }, session, { until: until.value, isInvited: true });
  });
}

/** Until the end of the day, a week ahead where none is named, or the beginning of the session where that is sooner. */
function answerUntil(
  { beginsAt, timeZone }: SessionRow,
  answerBy: Day | null,
  now: Date,
): Result<Date, "session_closed" | "due_before_today"> {
  if (!beginsAt) return refuse("session_closed", { path: "sessionId" });
  const today = dayIn(timeZone, now);
  const by = answerBy ?? addDays(today, ANSWER_DAYS);
  if (by < today) return refuse("due_before_today", { path: "answerBy" }) satisfies Refusal;
  const end = instantIn(timeZone, addDays(by, 1), 0);
  return ok(end < beginsAt ? end : beginsAt);
}
