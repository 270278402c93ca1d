import "server-only";
import type { Ctx } from "@/lib/context";
import { answerDueAt } from "../cases/rules-clock";
import { caseCalendarOf } from "../cases/service-clocks";

/** By when a person answers what is sent now, by tier, and on whose clock. */
export async function getPromises(
  ctx: Ctx,
  poolId: string,
): Promise<{ timeZone: string; 1: Date; 2: Date; 3: Date }> {
  const pool = await ctx.db.pool.findUniqueOrThrow({
    where: { id: poolId },
    select: { timeZone: true, holidayRegion: true, holidayTypes: true },
  });
  const calendar = caseCalendarOf({ pool }, ctx);
  const dueIn = (tier: 1 | 2 | 3) => answerDueAt(calendar, ctx.now, tier);
  return { timeZone: pool.timeZone, 1: dueIn(1), 2: dueIn(2), 3: dueIn(3) };
}
