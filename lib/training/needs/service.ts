import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result } from "@/lib/result";
import { TIME_LIMITS } from "@/lib/time-limits";
import { trainingAudit } from "@/lib/training/audit";
import { workOutNeeds } from "./queries";
import type { PoolNeedsInput, PutNeedAsideInput } from "./schema";

type Pool = { id: string; timeZone: string };

/** Works the needs of every pool out anew. Doing it again changes nothing but when it was done. */
export async function refreshTrainingNeeds(ctx: SystemCtx): Promise<{ pools: number }> {
  const pools = await ctx.db.pool.findMany({ select: { id: true, timeZone: true }, orderBy: { id: "asc" } });
  for (const pool of pools) await refreshPool(ctx, pool);
  return { pools: pools.length };
}

/** Works the needs of one pool out now. */
export async function refreshPoolNeeds(
  ctx: Ctx<Manager>,
  { poolId }: PoolNeedsInput,
): Promise<Result<{ count: number }>> {
  const pool = canManagePool(ctx.actor, poolId)
    ? await ctx.db.pool.findUnique({ where: { id: poolId }, select: { id: true, timeZone: true } })
    : null;
  if (!pool) throw new NotFoundError("pool");
  return ok({ count: await refreshPool(ctx, pool) });
}

/** Of one person and duty the need that removes the most days is kept; one put aside stays so, with new figures. */
async function refreshPool(ctx: Ctx | SystemCtx, pool: Pool): Promise<number> {
  const found = await workOutNeeds(ctx, pool);
  const best = new Map<string, (typeof found)[number]>();
  for (const need of found) {
    const key = `${need.assistantId} ${need.dutyId}`;
    const known = best.get(key);
    if (!known || known.daysBefore - known.daysAfter < need.daysBefore - need.daysAfter) best.set(key, need);
  }
  const needs = [...best.values()];
  await inTransaction(
    ctx,
    async (tx) => {
      for (const { assistantId, dutyId, owners: _, ...figures } of needs) {
        const worked = { ...figures, workedOutAt: tx.now };
        await tx.db.trainingNeed.upsert({
          where: { assistantId_dutyId: { assistantId, dutyId } },
          create: { poolId: pool.id, assistantId, dutyId, ...worked },
          update: { poolId: pool.id, ...worked },
          select: { id: true },
        });
      }
      const kept = needs.map(({ assistantId, dutyId }) => ({ assistantId, dutyId }));
      await tx.db.trainingNeed.updateMany({
        where: { poolId: pool.id, status: "open", NOT: { OR: kept } },
        data: { status: "met" },
      });
      await tx.db.trainingNeed.updateMany({
        where: { poolId: pool.id, status: "met", OR: kept },
        data: { status: "open" },
      });
      // What the night works out is no act of anybody's.
      if (tx.actor === null) return;
      const facts = { poolId: pool.id, count: needs.length };
      await audit(tx, trainingAudit("training_need.worked_out", pool.id, facts));
    },
    TIME_LIMITS.batch,
  );
  return needs.length;
}

/** Puts a need aside, with the reason; refuses a lost update. */
export function putNeedAside(
  ctx: Ctx<Manager>,
  { id, version, reason }: PutNeedAsideInput,
): Promise<Result<{ id: string }, "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    const need = await tx.db.trainingNeed.findUnique({ where: { id } });
    if (!need || !canManagePool(tx.actor, need.poolId)) throw new NotFoundError("training need");
    const { count } = await tx.db.trainingNeed.updateMany({
      where: { id, version },
      data: { status: "put_aside", reason, version: { increment: 1 } },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "training_need", id }, { version }, need);
    const { poolId, assistantId, dutyId } = need;
    await audit(tx, trainingAudit("training_need.put_aside", id, { poolId, assistantId, dutyId }));
    return ok({ id });
  });
}
