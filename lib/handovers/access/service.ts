import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { handoverAudit } from "@/lib/handovers/audit";
import { mayNow, requireHandoverRow } from "@/lib/handovers/queries-parts";
import type { AddAccessInput, ItemInput, TickAccessInput, TickAllAccessInput } from "@/lib/handovers/schema";
import { ok, type Result, refuse } from "@/lib/result";

const TICKED = {
  grant: { done: "access.granted", undone: "access.granted_undone" },
  withdraw: { done: "access.withdrawn", undone: "access.withdrawn_undone" },
} as const;

type Changed = { id: string; handoverId: string };

/** Ticks that an access is given or withdrawn, or takes the tick back; who and when is kept. */
export function tickAccess(
  ctx: Ctx<Person>,
  { id, step, done }: TickAccessInput,
): Promise<Result<Changed, "not_granted_yet" | "withdrawn_already">> {
  return inTransaction(ctx, async (tx) => {
    const { item, handover } = await requireAccess(tx, id);
    mayNow(handover, step);
    if (step === "withdraw" && done && !item.grantedAt) return refuse("not_granted_yet");
    if (step === "grant" && !done && item.withdrawnAt) return refuse("withdrawn_already");
    const before = step === "grant" ? item.grantedAt : item.withdrawnAt;
    if ((before !== null) === done) return ok({ id, handoverId: handover.id });
    const [at, by] = done ? [ctx.now, ctx.actor.userId] : [null, null];
    await tx.db.accessChecklistItem.update({
      where: { id },
      data: step === "grant" ? { grantedAt: at, grantedById: by } : { withdrawnAt: at, withdrawnById: by },
    });
    await audit(
      tx,
      handoverAudit(TICKED[step][done ? "done" : "undone"], id, { handoverId: handover.id, kind: item.kind }),
    );
    return ok({ id, handoverId: handover.id });
  });
}

/** Ticks all accesses of some handovers that are still to be given, or given and still to be withdrawn; answers how many. */
export function tickAllAccess(
  ctx: Ctx<Person>,
  { ids, step }: TickAllAccessInput,
): Promise<Result<{ count: number }>> {
  return inTransaction(ctx, async (tx) => {
    const open = step === "grant" ? { grantedAt: null } : { grantedAt: { not: null }, withdrawnAt: null };
    const ticked = step === "grant" ? "granted" : "withdrawn";
    let count = 0;
    for (const handoverId of [...new Set(ids)].sort()) {
      mayNow(await requireHandoverRow(tx, handoverId), step);
      const items = await tx.db.accessChecklistItem.findMany({ where: { handoverId, ...open } });
      await tx.db.accessChecklistItem.updateMany({
        where: { id: { in: items.map(({ id }) => id) } },
        data: { [`${ticked}At`]: tx.now, [`${ticked}ById`]: tx.actor.userId },
      });
      const rows = items.map(({ id, kind }) => handoverAudit(TICKED[step].done, id, { handoverId, kind }));
      await audit(tx, ...rows);
      count += items.length;
    }
    return ok({ count });
  });
}

/** Adds an access to one cover's checklist; refuses one that stands there. */
export function addAccess(
  ctx: Ctx<Person>,
  { id: handoverId, kind, label }: AddAccessInput,
): Promise<Result<Changed, "access_twice" | "not_possible_now">> {
  return inTransaction(ctx, async (tx) => {
    const handover = await requireHandoverRow(tx, handoverId);
    if (!mayNow(handover, "complete"))
      return refuse("not_possible_now", { details: { status: handover.status } });
    const there = await tx.db.accessChecklistItem.findMany({
      where: { handoverId },
      select: { kind: true, label: true, position: true },
    });
    if (there.some((item) => item.kind === kind && item.label === label))
      return refuse("access_twice", { path: "kind" });
    const position = Math.max(-1, ...there.map((item) => item.position)) + 1;
    const { id } = await tx.db.accessChecklistItem.create({
      data: { handoverId, kind, label, position },
      select: { id: true },
    });
    await audit(tx, handoverAudit("access.added", id, { handoverId, kind }));
    return ok({ id, handoverId });
  });
}

/** Takes an access off one cover's checklist; refuses one that is given and not withdrawn. */
export function removeAccess(
  ctx: Ctx<Person>,
  { id }: ItemInput,
): Promise<Result<Changed, "still_granted" | "not_possible_now">> {
  return inTransaction(ctx, async (tx) => {
    const { item, handover } = await requireAccess(tx, id);
    if (!mayNow(handover, "complete"))
      return refuse("not_possible_now", { details: { status: handover.status } });
    if (item.grantedAt) return refuse("still_granted");
    await tx.db.accessChecklistItem.delete({ where: { id } });
    const data = { handoverId: handover.id, kind: item.kind };
    await audit(tx, handoverAudit("access.removed", id, data));
    return ok({ id, handoverId: handover.id });
  });
}

async function requireAccess(tx: Ctx<Person>, id: string) {
  const find = { where: { id } };
  const found = await tx.db.accessChecklistItem.findUnique(find);
  if (!found) throw new NotFoundError("access");
  const handover = await requireHandoverRow(tx, found.handoverId);
  // Read again behind the lock of the handover.
  const item = await tx.db.accessChecklistItem.findUnique(find);
  if (!item) throw new NotFoundError("access");
  return { item, handover };
}
