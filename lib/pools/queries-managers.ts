import "server-only";
import type { Administrator } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import type { PoolLed } from "./schema-managers";

/** The accounts of those who lead a pool. */
export async function managersOf(tx: PublicCtx, poolId: string): Promise<string[]> {
  const rows = await tx.db.poolManager.findMany({ where: { poolId }, select: { userId: true } });
  return rows.map((row) => row.userId);
}

/** Every pool by name, and whether an account leads it. */
export async function listPoolsLed(ctx: Ctx<Administrator>, userId: string): Promise<PoolLed[]> {
  const rows = await ctx.db.pool.findMany({
    select: { id: true, name: true, managers: { where: { userId }, select: { userId: true } } },
    orderBy: { name: "asc" },
  });
  return rows.map(({ id, name, managers }) => ({ id, name, isLed: managers.length > 0 }));
}
