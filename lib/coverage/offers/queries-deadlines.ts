import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import type { NewCover } from "@/lib/covers/rules";
import { daysOffIn } from "@/lib/pools/queries-holidays";
import { addDays, type Day, weekdayOf } from "@/lib/time/day";
import { halfDayAt } from "@/lib/time/half-day";
import { dayIn } from "@/lib/time/zone";
import { offerDeadline } from "./rules";

const LOOK_AHEAD_DAYS = 31;

type PoolClock = { timeZone: string; holidayRegion: string; holidayTypes: string[] };

/** Which days people of a pool work, holidays and weekends aside, from today on. */
export function workingDaysOf(pool: PoolClock, now: Date): (on: Day) => boolean {
  const today = dayIn(pool.timeZone, now);
  const off = daysOffIn(pool, today, addDays(today, LOOK_AHEAD_DAYS));
  return (on) => weekdayOf(on) <= 5 && !off.has(on);
}

/** Covers as offers, each with the deadline its executive's pool gives for an answer. */
export async function readDeadlines(
  tx: Ctx<Manager>,
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
