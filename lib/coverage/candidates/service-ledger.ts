import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { gridOf } from "@/lib/coverage/demand/rules-grid";
import { loadOffice } from "@/lib/coverage/office/queries";
import { addDays, type Day, dayOfColumn, dayToDate, earlierDay, laterDay } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { TIME_LIMITS } from "@/lib/time-limits";
import { ledgerOf } from "./rules-ledger";

const BATCH_DAYS = 28;
/** Days looked at again, in case a cover was written down late. */
const AGAIN_DAYS = 7;
const LONGEST_PAST_DAYS = 400;

/** Writes every half-day of cover up to yesterday, by each pool's own clock, into the ledger; what is there already stays. */
export async function recordCoverLedger(ctx: SystemCtx): Promise<{ entries: number }> {
  const pools = await ctx.db.pool.findMany({ select: { id: true, timeZone: true }, orderBy: { id: "asc" } });
  let entries = 0;
  for (const pool of pools) {
    const yesterday = addDays(dayIn(pool.timeZone, ctx.now), -1);
    const first = await firstDayToRecord(ctx, pool.id, yesterday);
    for (let from = first; from !== null && from <= yesterday; from = addDays(from, BATCH_DAYS)) {
      const to = earlierDay(addDays(from, BATCH_DAYS - 1), yesterday);
      entries += await recordDays(ctx, pool.id, from, to);
    }
  }
  return { entries };
}

/** A week before what is written already, or the first cover there is; null without any. */
async function firstDayToRecord(ctx: SystemCtx, poolId: string, yesterday: Day): Promise<Day | null> {
  const earliest = addDays(yesterday, -LONGEST_PAST_DAYS);
  const last = await ctx.db.coverLedgerEntry.findFirst({
    where: { executive: { poolId } },
    orderBy: { on: "desc" },
    select: { on: true },
  });
  if (last) return laterDay(addDays(dayOfColumn(last.on), -AGAIN_DAYS), earliest);
  const first = await ctx.db.coverageAssignment.findFirst({
    where: { executive: { poolId }, startOn: { lte: dayToDate(yesterday) } },
    orderBy: { startOn: "asc" },
    select: { startOn: true },
  });
  return first && laterDay(dayOfColumn(first.startOn), earliest);
}

function recordDays(ctx: SystemCtx, poolId: string, from: Day, to: Day): Promise<number> {
  return inTransaction(
    ctx,
    async (tx) => {
      const grid = gridOf(await loadOffice(tx.db, { poolIds: [poolId] }, from, to));
      const { count } = await tx.db.coverLedgerEntry.createMany({
        data: ledgerOf(grid, poolId).map((entry) => ({ ...entry, on: dayToDate(entry.on) })),
        skipDuplicates: true,
      });
      return count;
    },
    TIME_LIMITS.batch,
  );
}
