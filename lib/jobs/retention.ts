import "server-only";
import { forgetExpiredLinks } from "@/lib/accounts/service-links";
import { forgetExpiredSessions } from "@/lib/auth/session";
import type { SystemCtx } from "@/lib/context";
import { forgetExpiredCounts } from "@/lib/rate-limits";
import { forgetEndedRuns } from "@/lib/runs/service";
import { forgetExpiredAnswers } from "@/lib/server/idempotency";

const KEPT_DAYS = 30;

/** Deletes sessions and one-time links that ended a month ago, and answers kept for repeated requests after a day. */
export async function forgetExpired(ctx: SystemCtx): Promise<void> {
  await forgetEndedRuns(ctx);
  const before = new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000);
  await forgetExpiredSessions(ctx.db, before);
  await forgetExpiredLinks(ctx.db, before);
  await forgetExpiredAnswers(ctx);
  await forgetExpiredCounts(ctx);
}
