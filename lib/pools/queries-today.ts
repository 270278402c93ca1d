import "server-only";
import type { Ctx } from "@/lib/context";
import type { Day } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { workingDaysOf } from "./queries-working-days";
import { workingDayFrom } from "./rules-working-days";

/** The day it is in a pool. */
export async function getPoolDay(ctx: Ctx, poolId: string): Promise<Day> {
  const where = { id: poolId };
  const { timeZone } = await ctx.db.pool.findUniqueOrThrow({ where, select: { timeZone: true } });
  return dayIn(timeZone, ctx.now);
}

/** The day it is where a person works: in their own pool, else in the first by name of those they lead. */
export async function getOwnDay(ctx: Ctx): Promise<Day> {
  const pool = await getOwnPool(ctx);
  return dayIn(pool?.timeZone ?? "UTC", ctx.now);
}

/** The same where it is a working day, else the next that is: what a form begins with. */
export async function getOwnWorkingDay(ctx: Ctx): Promise<Day> {
  const pool = await getOwnPool(ctx);
  const today = dayIn(pool?.timeZone ?? "UTC", ctx.now);
  return pool ? workingDayFrom(today, workingDaysOf(pool, ctx.now)) : today;
}

/** The pool a person works in, else the first by name of those they lead. */
export function getOwnPool(ctx: Ctx) {
  const { assistant, executive, managedPoolIds } = ctx.actor;
  const own = assistant?.poolId ?? executive?.poolId;
  return ctx.db.pool.findFirst({
    where: { id: { in: own ? [own] : [...managedPoolIds] } },
    select: { timeZone: true, holidayRegion: true, holidayTypes: true },
    orderBy: { name: "asc" },
  });
}
