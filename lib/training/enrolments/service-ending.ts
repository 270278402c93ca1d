import "server-only";
import type { Assistant, Person } from "@/lib/actor";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import type { MoveRefusal } from "@/lib/moves/rules";
import { canManagePool } from "@/lib/pools/policy";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { dayIn } from "@/lib/time/zone";
import { tellCalendar } from "@/lib/training/invitations/service-entries";
import { isOwnEnrolment } from "@/lib/training/policy";
import { lockSession, type SessionRow } from "@/lib/training/sessions/queries-rows";
import { type EnrolmentRow, readEnrolment, requireEnrolmentRow } from "./queries-rows";
import type { AnswerSeatInput, EndEnrolmentInput } from "./schema";
import { type BookingRefusal, freeDates } from "./service-booking";
import {
  type MovedEnrolment,
  moveEnrolment,
  tellManagersOfAnswer,
  tellManagersOfSeat,
  tellParticipant,
} from "./service-moves";
import { bookSeat, fillSeats } from "./service-seats";

/**
 * Gives a seat back, or stops waiting and asking: its absences end with their covers and handovers, and the next in line moves up
 * in the same transaction. Refuses it once the first date has begun, and to its owner after the last day for it.
 */
export function cancelEnrolment(
  ctx: Ctx<Person>,
  { id, version, note }: EndEnrolmentInput,
): Promise<Result<MovedEnrolment, MoveRefusal | "session_begun" | "too_late_to_cancel">> {
  return inTransaction(ctx, async (tx) => {
    const enrolment = await requireEnrolmentRow(tx, id);
    const session = enrolment.sessionId ? await lockSession(tx, enrolment.sessionId) : null;
    const refusal = session && refusalOfCancelling(tx, enrolment, session);
    if (refusal) return refusal;
    const cancelled = await endSeat(tx, { id, version }, note);
    if (cancelled.ok && session) await fillSeats(tx, session.id);
    return cancelled;
  });
}

function refusalOfCancelling(
  tx: Ctx,
  { assistantId, assistant, status }: EnrolmentRow,
  { beginsAt, cancelUntil, timeZone }: SessionRow,
): Refusal<"session_begun" | "too_late_to_cancel"> | null {
  if (status !== "booked") return null;
  if (beginsAt && beginsAt <= tx.now) return refuse("session_begun");
  const isOwn = isOwnEnrolment(tx.actor, { assistantId }) && !canManagePool(tx.actor, assistant.poolId);
  if (!isOwn || !cancelUntil || dayIn(timeZone, tx.now) <= cancelUntil) return null;
  return refuse("too_late_to_cancel", { details: { on: cancelUntil } });
}

/**
 * Ends a live enrolment whose session is locked, with the absences of its seat; who ends it tells the other side, unless the
 * person goes to another session instead.
 */
export function endSeat(
  tx: Ctx,
  read: { id: string; version: number },
  comment = "",
  isToldElsewhere = false,
): Promise<Result<MovedEnrolment, MoveRefusal>> {
  return moveEnrolment(tx, read, {
    move: "cancel",
    read: async () => ok(await readEnrolment(tx, read.id)),
    comment,
    follow: async (enrolment) => {
      await freeDates(tx, enrolment.id);
      return ok(null);
    },
    tell: async (enrolment) => {
      await tellCalendar(tx, enrolment, []);
      if (isToldElsewhere) return;
      const hadSeat = enrolment.status === "booked";
      await tellParticipant(tx, hadSeat ? "training_seat_ended" : "training_cancelled", enrolment);
      if (hadSeat) await tellManagersOfSeat(tx, "training_seat_free", enrolment);
    },
  });
}

/** Takes a seat that is offered, with its cover, or leaves it to the next in line. Refuses it after the time for the answer. */
export function answerSeat(
  ctx: Ctx<Assistant>,
  { id, version, accept }: AnswerSeatInput,
): Promise<Result<MovedEnrolment, MoveRefusal | BookingRefusal | "seat_answer_over" | "no_cover_then">> {
  return inTransaction(ctx, async (tx) => {
    const { sessionId, offerUntil } = await requireEnrolmentRow(tx, id);
    if (!sessionId) return refuse("not_possible_now");
    const session = await lockSession(tx, sessionId);
    if (accept && offerUntil && offerUntil <= tx.now) return refuse("seat_answer_over");
    if (accept) return toParticipant(await bookSeat(tx, { id, version }, session, { acceptedGaps: [] }));
    const declined = await moveEnrolment(
      tx,
      { id, version },
      {
        move: "decline",
        read: async () => ok(await requireEnrolmentRow(tx, id)),
        tell: async (row) => {
          if (row.invitedAt) await tellManagersOfAnswer(tx, row, "decline");
        },
      },
    );
    if (declined.ok) await fillSeats(tx, sessionId);
    return declined;
  });
}

/** Gaps are for managers to know and to name; who was to go reads that there is no cover. */
function toParticipant<T, R extends RefusalReason>(answer: Result<T, R>): Result<T, R | "no_cover_then"> {
  return !answer.ok && answer.reason === "gaps_not_accepted" ? refuse("no_cover_then") : answer;
}

const MOST_AT_ONCE = 200;

/** Passes on the offered seats that were not taken in time. Running it twice changes nothing. */
export async function lapseOfferedSeats(ctx: SystemCtx): Promise<{ lapsed: number }> {
  const due = await ctx.db.enrolment.findMany({
    where: { status: "offered", offerUntil: { lte: ctx.now } },
    select: { id: true, sessionId: true },
    orderBy: { offerUntil: "asc" },
    take: MOST_AT_ONCE,
  });
  let lapsed = 0;
  for (const { id, sessionId } of due) {
    if (!sessionId) continue;
    const answer = await inTransaction(ctx, async (tx) => {
      await lockSession(tx, sessionId);
      const { version } = await readEnrolment(tx, id);
      const moved = await moveEnrolment(
        tx,
        { id, version },
        {
          move: "lapse",
          read: async () => ok(await readEnrolment(tx, id)),
          tell: (row) => tellParticipant(tx, "training_declined", row),
        },
      );
      if (moved.ok) await fillSeats(tx, sessionId);
      return moved;
    });
    if (answer.ok) lapsed++;
  }
  return { lapsed };
}
