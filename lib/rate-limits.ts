import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { SystemCtx } from "@/lib/context";
import type { Db } from "@/lib/db";

/** A number of points that one key may spend within a time, counted in the database for all nodes together. */
export type Limit = { name: string; points: number; seconds: number };

/** The counter of a limit. Expired rows are cleared by a job, not by a timer of each counter. */
export function counterOf(db: Db, { name, points, seconds }: Limit): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimit",
    keyPrefix: name,
    points,
    duration: seconds,
    clearExpiredByTimeout: false,
  });
}

/** Spends a point of a key; false when it has none left. */
export async function spendPoint(counter: RateLimiterPrisma, key: string): Promise<boolean> {
  try {
    await counter.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}

/** Deletes what was counted in a time that is over. */
export async function forgetExpiredCounts({ db, now }: SystemCtx): Promise<void> {
  await db.rateLimit.deleteMany({ where: { expire: { lt: now } } });
}
