import "server-only";
import type { Ctx } from "@/lib/context";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import type { NewCover } from "@/lib/covers/rules";
import { workingDaysOf } from "@/lib/pools/queries-working-days";
import { halfDayAt } from "@/lib/time/half-day";
import { offerDeadline } from "./rules";

/** Covers as offers, each with the deadline its executive's pool gives for an answer. */
export async function readDeadlines(
  tx: Ctx,
  { grid }: { grid: Grid },
  covers: readonly NewCover[],
): Promise<NewCover[]> {
  const poolIdOf = new Map(grid.office.executives.map((executive) => [executive.id, executive.poolId]));
  const pools = await tx.db.pool.findMany({
    where: { id: { in: [...new Set(poolIdOf.values())] } },
    select: { id: true, timeZone: true, holidayRegion: true, holidayTypes: true },
  });
  return covers.map((cover) => {
    const pool = pools.find((one) => one.id === poolIdOf.get(cover.executiveId));
    if (!pool) return cover;
    const offeredUntil = offerDeadline({
      now: tx.now,
      timeZone: pool.timeZone,
      start: halfDayAt(cover.first),
      isWorkingDay: workingDaysOf(pool, tx.now),
    });
    return { ...cover, offeredUntil };
  });
}
