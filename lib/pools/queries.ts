import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "./policy";
import type { PoolView } from "./schema";

const POOL = {
  id: true,
  name: true,
  timeZone: true,
  holidayRegion: true,
  holidayTypes: true,
  version: true,
  _count: { select: { assistants: true, executives: true } },
} as const;

/** The pools the manager leads, by name. */
export async function listPools(ctx: Ctx<Manager>): Promise<PoolView[]> {
  const rows = await ctx.db.pool.findMany({
    where: { id: { in: [...ctx.actor.managedPoolIds] } },
    select: POOL,
    orderBy: { name: "asc" },
  });
  return rows.map(({ _count, ...pool }) => ({
    ...pool,
    assistantCount: _count.assistants,
    executiveCount: _count.executives,
  }));
}

/** One of the manager's pools; any other is not found. */
export async function requirePool(ctx: Ctx<Manager>, poolId: string): Promise<PoolView> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const row = await ctx.db.pool.findUnique({ where: { id: poolId }, select: POOL });
  if (!row) throw new NotFoundError("pool");
  const { _count, ...pool } = row;
  return { ...pool, assistantCount: _count.assistants, executiveCount: _count.executives };
}
