import "server-only";
import { decidersOf } from "@/lib/absences/deciders/queries";
import type { Assistant, Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { dayOfColumn, dayToDate, laterDay } from "@/lib/time/day";
import { restFrom, type Stretch, withoutStretch } from "@/lib/time/stretch";
import { dayIn } from "@/lib/time/zone";
import type { Decided } from "./rules";
import type { AskCancellationInput, DecideAbsenceInput } from "./schema";
import { lockOwnAbsence } from "./service";
import { releaseCoversFor } from "./service-covers";
import { noticeRange } from "./service-create";
import {
  changeAbsence,
  type DeciderRefusal,
  type LockedAbsence,
  lockToDecide,
  type MoveRefusal,
  refusalOfMove,
} from "./service-moves";

const NO_WISH = { cancelFromOn: null, cancelFromPart: null };

/**
 * Asks to have approved leave of one's own cancelled; once it has begun only what remains of it, from today on. Refuses
 * days that are over.
 */
export function askCancellation(
  ctx: Ctx<Assistant>,
  { id, version, from, fromPart, note }: AskCancellationInput,
): Promise<Result<Decided, MoveRefusal | "already_over" | "cancellation_in_the_past">> {
  return inTransaction(ctx, async (tx) => {
    const absence = await lockOwnAbsence(tx, id);
    const refusal = refusalOfMove(absence, "ask_cancellation", version);
    if (refusal) return refusal;
    const { stretch, person } = absence;
    const today = dayIn(person.pool.timeZone, tx.now);
    if (from && from < today) return refuse("cancellation_in_the_past", { path: "from" });
    const rest = restFrom(stretch, {
      on: laterDay(from ?? stretch.from, today),
      part: from ? fromPart : "am",
    });
    if (!rest) return refuse("already_over", { path: "from" });
    await changeAbsence(tx, absence, {
      status: "cancellation_requested",
      action: "cancellation_asked",
      comment: note,
      data: { cancelFromOn: dayToDate(rest.from), cancelFromPart: rest.fromPart },
    });
    const params = { absenceId: id, name: person.name, range: noticeRange(stretch) };
    await notify(tx, await decidersOf(tx, person.owner), { kind: "cancellation_asked", params });
    return ok({ id, status: "cancellation_requested", releasedCoverIds: [] });
  });
}

type Answer = Promise<Result<Decided, MoveRefusal | DeciderRefusal>>;
type Wish = { absence: LockedAbsence; by: { comment: string; deputyForId: string | null } };

/** Locks an absence whose owner wants it back, for whoever decides on that. */
function answerWish(
  ctx: Ctx<Manager>,
  { id, version, note }: DecideAbsenceInput,
  answer: (tx: Ctx<Manager>, wish: Wish) => Promise<Decided>,
): Answer {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockToDecide(tx, id);
    if (!locked.ok) return locked;
    const { absence, deputyForId } = locked.value;
    const refusal = refusalOfMove(absence, "refuse_cancellation", version);
    if (refusal) return refusal;
    return ok(await answer(tx, { absence, by: { comment: note, deputyForId } }));
  });
}

/** Grants what its owner asked to take back: leave that has begun is shortened to the days taken, other leave is cancelled. */
export function grantCancellation(ctx: Ctx<Manager>, input: DecideAbsenceInput): Answer {
  return answerWish(ctx, input, async (tx, { absence, by }) => {
    const { id } = absence;
    const { gone, kept } = partsOf(absence);
    const releasedCoverIds = await releaseCoversFor(tx, id, kept && gone, absence.person.name);
    const status = kept ? "approved" : "cancelled";
    const decision = kept ? {} : { decidedById: tx.actor.userId, decidedAt: tx.now };
    await changeAbsence(tx, absence, {
      ...by,
      status,
      action: kept ? "shortened" : "cancelled",
      stretch: kept ?? absence.stretch,
      releasedCoverIds,
      data: { ...NO_WISH, ...decision, decisionNote: input.note },
    });
    const params = { absenceId: id, status, range: noticeRange(kept ?? absence.stretch) };
    await notify(tx, [absence.person.userId], { kind: "absence_decided", params });
    return { id, status, releasedCoverIds };
  });
}

/** What is taken back, and what was taken of the leave before it. */
function partsOf({ stretch, cancelFrom }: LockedAbsence): {
  gone: Stretch;
  kept: Stretch | null;
} {
  const rest = cancelFrom && restFrom(stretch, { ...cancelFrom, on: dayOfColumn(cancelFrom.on) });
  if (!rest || stretch.startMinute !== null) return { gone: stretch, kept: null };
  return { gone: rest, kept: withoutStretch(stretch, rest)[0] ?? null };
}

/** Refuses to take leave back: it stays approved, and its owner is told why. */
export function refuseCancellation(ctx: Ctx<Manager>, input: DecideAbsenceInput): Answer {
  return answerWish(ctx, input, async (tx, { absence, by }) => {
    const { id } = absence;
    const data = { ...NO_WISH, decisionNote: input.note };
    await changeAbsence(tx, absence, { ...by, status: "approved", action: "cancellation_refused", data });
    const params = { absenceId: id, range: noticeRange(absence.stretch) };
    await notify(tx, [absence.person.userId], { kind: "cancellation_refused", params });
    return { id, status: "approved", releasedCoverIds: [] };
  });
}
