import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { idInOrder } from "@/lib/ids";
import { refuseChanged } from "@/lib/moves/service-changes";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import { type Day, dayToDate } from "@/lib/time/day";
import { requestAudit } from "../audit";
import { requireRequester } from "../service-filing";
import { listRequestTypes } from "../types/queries";
import { requireRecurring } from "./queries";
import type { AddRecurringInput, ChangeRecurringInput } from "./schema";

export type RecurringRefusal = "recurring_no_day" | "ends_before_start" | "unknown_request_type";

type Facts = Omit<AddRecurringInput, "executiveId">;

async function refusalOf(
  ctx: Ctx,
  { weekdays, monthDay, from, to, typeId }: Facts,
  knownTypeId: string | null,
): Promise<Refusal<RecurringRefusal> | null> {
  if (weekdays.length === 0 && monthDay === null) return refuse("recurring_no_day", { path: "weekdays" });
  if (to !== null && to < from) return refuse("ends_before_start", { path: "to" });
  const isKnown = typeId === knownTypeId || (await listRequestTypes(ctx)).some(({ id }) => id === typeId);
  return typeId === null || isKnown ? null : refuse("unknown_request_type", { path: "typeId" });
}

function columnsOf({ from, to, ...facts }: Facts) {
  return { ...facts, fromOn: dayToDate(from as Day), toOn: to && dayToDate(to as Day) };
}

/** Lets a request recur, for oneself or for an executive one serves or manages. Refuses one that falls on no day. */
export function addRecurring(
  ctx: Ctx<Person>,
  { executiveId, ...facts }: AddRecurringInput,
): Promise<Result<{ id: string }, RecurringRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const executive = await requireRequester(tx, executiveId);
    const refusal = await refusalOf(tx, facts, null);
    if (refusal) return refusal;
    const id = idInOrder();
    const by = { executiveId: executive.id, createdById: tx.actor.userId, createdAt: tx.now };
    await tx.db.recurringRequest.create({ data: { id, ...columnsOf(facts), ...by }, select: { id: true } });
    await audit(tx, requestAudit("recurring_request.added", id, { executiveId: executive.id }));
    return ok({ id });
  });
}

/** Changes or pauses a request that recurs; what it has filed stays as it is. Refuses a lost update, and one that falls on no day. */
export function changeRecurring(
  ctx: Ctx<Person>,
  { id, version, isPaused, ...facts }: ChangeRecurringInput,
): Promise<Result<{ id: string }, RecurringRefusal | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const before = await requireRecurring(tx, id);
    const refusal = await refusalOf(tx, facts, before.typeId);
    if (refusal) return refusal;
    const { count } = await tx.db.recurringRequest.updateMany({
      where: { id, version },
      data: { ...columnsOf(facts), pausedAt: isPaused ? tx.now : null, version: { increment: 1 } },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "recurring_request", id }, { version }, before);
    await audit(tx, requestAudit("recurring_request.changed", id, { executiveId: before.executiveId }));
    return ok({ id });
  });
}

/** Ends a request that recurs; what it has filed stays. */
export function removeRecurring(
  ctx: Ctx<Person>,
  { id }: { id: string },
): Promise<Result<{ id: string }, never>> {
  return inTransaction(ctx, async (tx) => {
    const { executiveId } = await requireRecurring(tx, id);
    await tx.db.recurringRequest.delete({ where: { id }, select: { id: true } });
    await audit(tx, requestAudit("recurring_request.removed", id, { executiveId }));
    return ok({ id });
  });
}
