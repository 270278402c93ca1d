import "server-only";
import type { SystemCtx } from "@/lib/context";
import { forgetEndedRuns } from "@/lib/runs/service";

const KEPT_DAYS = 30;

/** Deletes sessions and one-time links that ended a month ago, and answers kept for repeated requests after a day. */
export async function forgetExpired(ctx: SystemCtx): Promise<void> {
  await forgetEndedRuns(ctx);
  const before = daysAgo(ctx.now, KEPT_DAYS);
  await ctx.db.session.deleteMany({ where: { expiresAt: { lt: before } } });
  await ctx.db.oneTimeLink.deleteMany({ where: { expiresAt: { lt: before } } });
  await ctx.db.idempotencyKey.deleteMany({ where: { createdAt: { lt: daysAgo(ctx.now, 1) } } });
}

function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
