import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result } from "@/lib/result";
import { requestAudit } from "../audit";
import { requireKeptReply } from "./queries";
import { refusalOfReply } from "./rules";
import type { AddReplyInput, ChangeReplyInput } from "./schema";

/** Saves a reply, one's own or of a pool one manages. Refuses a field there isn't. */
export function addReply(
  ctx: Ctx<Person>,
  { poolId, ...words }: AddReplyInput,
): Promise<Result<{ id: string }, "reply_field_unknown">> {
  return inTransaction(ctx, async (tx) => {
    if (poolId && !canManagePool(tx.actor, poolId)) throw new NotFoundError("pool");
    const refusal = refusalOfReply(words.text);
    if (refusal) return refusal;
    const data = { ...words, poolId, userId: poolId ? null : tx.actor.userId };
    const { id } = await tx.db.savedReply.create({ data, select: { id: true } });
    await audit(tx, requestAudit("saved_reply.added", id, { poolId }));
    return ok({ id });
  });
}

/** Changes a saved reply; what was sent with it stays as it is. Refuses a lost update, and a field there isn't. */
export function changeReply(
  ctx: Ctx<Person>,
  { id, version, ...words }: ChangeReplyInput,
): Promise<Result<{ id: string }, "reply_field_unknown" | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const before = await requireKeptReply(tx, id);
    const refusal = refusalOfReply(words.text);
    if (refusal) return refusal;
    const { count } = await tx.db.savedReply.updateMany({
      where: { id, version },
      data: { ...words, version: { increment: 1 } },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "saved_reply", id }, { version }, before);
    await audit(tx, requestAudit("saved_reply.changed", id, { poolId: before.poolId }));
    return ok({ id });
  });
}

/** Removes a saved reply. */
export function removeReply(
  ctx: Ctx<Person>,
  { id }: { id: string },
): Promise<Result<{ id: string }, never>> {
  return inTransaction(ctx, async (tx) => {
    const { poolId } = await requireKeptReply(tx, id);
    await tx.db.savedReply.delete({ where: { id }, select: { id: true } });
    await audit(tx, requestAudit("saved_reply.removed", id, { poolId }));
    return ok({ id });
  });
}
