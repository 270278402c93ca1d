import "server-only";
import type { Ctx } from "@/lib/context";
import type { Day } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";

/** The day it is in a pool. */
export async function getPoolDay(ctx: Ctx, poolId: string): Promise<Day> {
  const where = { id: poolId };
  const { timeZone } = await ctx.db.pool.findUniqueOrThrow({ where, select: { timeZone: true } });
  return dayIn(timeZone, ctx.now);
}

/** The day it is where a person works: in their own pool, else in the first by name of those they lead. */
export async function getOwnDay(ctx: Ctx): Promise<Day> {
  const { assistant, executive, managedPoolIds } = ctx.actor;
  const own = assistant?.poolId ?? executive?.poolId;
  const pool = await ctx.db.pool.findFirst({
    where: { id: { in: own ? [own] : [...managedPoolIds] } },
    select: { timeZone: true },
    orderBy: { name: "asc" },
  });
  return dayIn(pool?.timeZone ?? "UTC", ctx.now);
}
