import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { canManagePool } from "@/lib/pools/policy";
import { managersOf } from "@/lib/pools/queries-managers";
import { ok, type Result, refuse } from "@/lib/result";
import { hoursNoticeRange, scheduleNotice } from "@/lib/schedules/notices";
import type { DraftRefusal } from "@/lib/schedules/week/service-drafts";
import { requireShiftRequest, type ShiftRequestFacts } from "./queries";
import { readFindingsOfHandOns } from "./queries-check";
import { handOnsOf, SHIFT_REQUEST_MOVES } from "./rules";
import type { AnswerShiftRequestInput, ShiftRequestInput } from "./schema";
import { approveLocked, mayGoAtOnce } from "./service-decisions";
import { entryOfRequest, tellOfEnd } from "./service-records";

type Answered = { id: string; status: ShiftRequestFacts["status"] };
export type AnswerRefusal =
  | MoveRefusal
  | DraftRefusal
  | "shift_taken"
  | "answered_already"
  | "assistant_missing"
  | "shift_request_outdated"
  | "shift_request_expired";

/**
 * Accepts a shift one is asked to take or to exchange, or a manager does it for somebody who is asked. The first who accepts has
 * it, once it is approved; an open one that a manager asks about at once, where no rule is broken and no cover. Whoever comes later
 * reads by whom, and a second press that it is answered. Refuses what would be two shifts at once, or a day away.
 */
export function acceptShiftRequest(
  ctx: Ctx<Person>,
  { id, version, assistantId }: AnswerShiftRequestInput,
): Promise<Result<Answered, AnswerRefusal>> {
  return inTransaction(ctx, async (tx) => {
    let takerAtOnce: string | null = null;
    const accepted = await move(tx, SHIFT_REQUEST_MOVES, {
      id,
      version,
      move: "accept",
      read: async () => {
        const request = await requireShiftRequest(tx, id);
        const taker = answererOf(tx.actor, request, assistantId);
        if (!taker.ok) return taker;
        if (request.taker && request.taker.id !== taker.value)
          return refuse("shift_taken", { details: { name: request.taker.name } });
        if (request.taker) return refuse("answered_already");
        if (request.isOutdated) return refuse("shift_request_outdated");
        return request.expiresAt <= tx.now
          ? refuse("shift_request_expired")
          : ok({ ...request, by: taker.value });
      },
      write: async (request, next) => {
        const { by: takerId, shift, withShift, owner } = request;
        const handOns = handOnsOf({ shift, withShift, ownerId: owner?.id ?? null, takerId });
        const { findings, refusal } = await readFindingsOfHandOns(tx, request.poolId, handOns);
        if (refusal) return refusal;
        if (request.kind === "ask" && (await mayGoAtOnce(tx, shift, takerId, findings)))
          takerAtOnce = takerId;
        await tx.db.shiftRequest.update({ where: { id }, data: { ...next, takerId, acceptedAt: tx.now } });
        await answer(tx, id, takerId, "accepted");
        return ok({
          value: { id, status: next.status },
          audit: entryOfRequest("shift_request.accepted", request, takerId),
          tell: async () => {
            if (!takerAtOnce) await tellOfAnswer(tx, request, takerId, "accepted");
          },
        });
      },
    });
    if (!accepted.ok || !takerAtOnce) return accepted;
    await approveLocked(tx, id, takerAtOnce);
    return ok({ id, status: "approved" as const });
  });
}

/** Who answers: oneself where one is asked; for a manager, the one they name, or the only one who is asked. */
function answererOf(
  actor: Person,
  { poolId, answers }: ShiftRequestFacts,
  named: string | undefined,
): Result<string, "assistant_missing"> {
  const isManager = canManagePool(actor, poolId);
  const open = answers.filter((one) => one.answer !== "declined");
  if (!isManager && named && named !== actor.assistant?.id) throw new NotFoundError("shift request");
  const asked = named ?? actor.assistant?.id;
  const own = open.find(({ id }) => id === asked);
  if (own) return ok(own.id);
  if (!isManager || named) throw new NotFoundError("shift request");
  const [only, ...more] = open;
  return only && more.length === 0 ? ok(only.id) : refuse("assistant_missing", { path: "assistantId" });
}

async function answer(
  tx: Ctx<Person>,
  requestId: string,
  assistantId: string,
  kind: "accepted" | "declined",
): Promise<void> {
  await tx.db.shiftRequestAnswer.update({
    where: { requestId_assistantId: { requestId, assistantId } },
    data: { answer: kind, answeredAt: tx.now },
  });
}

async function tellOfAnswer(
  tx: Ctx<Person>,
  { id: requestId, poolId, kind, owner, answers, shift }: ShiftRequestFacts,
  assistantId: string,
  outcome: "accepted" | "declined",
): Promise<void> {
  const name = answers.find(({ id }) => id === assistantId)?.name ?? "";
  const range = hoursNoticeRange(shift);
  const users = owner ? [owner.userId] : [];
  if (!owner && outcome === "declined")
    return notify(
      tx,
      scheduleNotice("shift_request_ended", await managersOf(tx, poolId), {
        ...{ requestId, poolId, name, range },
        outcome: "refused_by_all",
      }),
    );
  await notify(
    tx,
    scheduleNotice("shift_request_answered", users, { requestId, name, range, outcome }),
    ...(outcome === "accepted"
      ? [
          scheduleNotice("shift_request_waiting", await managersOf(tx, poolId), {
            requestId,
            name,
            range,
            kind,
          }),
        ]
      : []),
  );
}

/** Declines what one is asked, or a manager for somebody; when the last who is asked declines, the request ends. */
export function declineShiftRequest(
  ctx: Ctx<Person>,
  { id, version, assistantId }: AnswerShiftRequestInput,
): Promise<Result<Answered, MoveRefusal | "assistant_missing">> {
  return inTransaction(ctx, async (tx) => {
    const known = await requireShiftRequest(tx, id);
    const by = answererOf(tx.actor, known, assistantId);
    if (!by.ok) return by;
    const isLast = known.answers.every((one) => one.id === by.value || one.answer === "declined");
    if (known.status === "pending_acceptance" && !isLast) {
      await answer(tx, id, by.value, "declined");
      await audit(tx, entryOfRequest("shift_request.declined", known, by.value));
      return ok({ id, status: known.status });
    }
    return move(tx, SHIFT_REQUEST_MOVES, {
      ...{ id, version, move: "decline" },
      read: async () => ok(await requireShiftRequest(tx, id)),
      write: async (request, next) => {
        await answer(tx, id, by.value, "declined");
        await tx.db.shiftRequest.update({ where: { id }, data: { ...next, ...endOf(tx) } });
        return ok({
          value: { id, status: next.status },
          audit: entryOfRequest("shift_request.declined", request, by.value),
          tell: () => tellOfAnswer(tx, request, by.value, "declined"),
        });
      },
    });
  });
}

function endOf(tx: Ctx<Person>) {
  return { endedAt: tx.now, endedById: tx.actor.userId };
}

/** Takes back what one asked for or offered, or a manager for somebody; of several who offer to take a shift only one's own offer. */
export function cancelShiftRequest(
  ctx: Ctx<Person>,
  { id, version }: ShiftRequestInput,
): Promise<Result<Answered, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const known = await requireShiftRequest(tx, id);
    const own = tx.actor.assistant?.id;
    const isManager = canManagePool(tx.actor, known.poolId);
    const offers = known.answers.filter((one) => one.answer === "accepted");
    const isOwnOffer = known.kind === "take" && offers.some((one) => one.id === own);
    if (!isManager && known.owner?.id !== own && !isOwnOffer) throw new NotFoundError("shift request");
    if (isOwnOffer && !isManager && offers.length > 1 && own) {
      await tx.db.shiftRequestAnswer.delete({
        where: { requestId_assistantId: { requestId: id, assistantId: own } },
      });
      await audit(tx, entryOfRequest("shift_request.cancelled", known, own));
      return ok({ id, status: known.status });
    }
    return move(tx, SHIFT_REQUEST_MOVES, {
      ...{ id, version, move: "cancel" },
      read: async () => ok(await requireShiftRequest(tx, id)),
      write: async (request, next) => {
        await tx.db.shiftRequest.update({ where: { id }, data: { ...next, ...endOf(tx) } });
        return ok({
          value: { id, status: next.status },
          audit: entryOfRequest("shift_request.cancelled", request, request.owner?.id ?? own ?? null),
          tell: () => tellOfEnd(tx, request, "cancelled"),
        });
      },
    });
  });
}
