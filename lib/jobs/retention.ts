import "server-only";
import { forgetExpiredChallenges } from "@/lib/accounts/service-challenges";
import { keepLastSeen } from "@/lib/accounts/service-keys";
import { forgetExpiredLinks } from "@/lib/accounts/service-links";
import { forgetExpiredSessions } from "@/lib/auth/session";
import type { SystemCtx } from "@/lib/context";
import { forgetOfficeChanges } from "@/lib/coverage/office/queries-changes";
import { forgetWaitingFiles } from "@/lib/files/service";
import { forgetCandidates } from "@/lib/hiring/applications/service-forgetting";
import { undoableSince } from "@/lib/imports/undo/queries";
import { forgetOldImports } from "@/lib/imports/undo/service-keeping";
import { forgetEndedMails } from "@/lib/mail/service";
import { forgetPlacementDecisions } from "@/lib/matching/placements/service";
import { forgetExpiredCounts } from "@/lib/rate-limits";
import { forgetOldMails } from "@/lib/requests/inbound/service";
import { forgetEndedRuns } from "@/lib/runs/service";
import { forgetExpiredAnswers } from "@/lib/server/idempotency";
import { forgetOldDeliveries } from "@/lib/webhooks/service-sending";

const KEPT_DAYS = 30;
const MAIL_DAYS = 90;

/**
 * Deletes what nobody needs any more: sessions, one-time links, mails and deliveries to webhooks that ended a month ago, answers kept for repeated requests
 * and files nobody used after a day, raw mails after ninety days, notes of changes every process knows, and placement decisions after two years.
 */
export async function forgetExpired(ctx: SystemCtx): Promise<void> {
  await forgetEndedRuns(ctx);
  const before = new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000);
  await keepLastSeen(ctx.db, before);
  await forgetExpiredSessions(ctx.db, before);
  await forgetExpiredLinks(ctx.db, before);
  await forgetExpiredChallenges(ctx.db, before);
  await forgetEndedMails(ctx.db, before);
  await forgetOldDeliveries(ctx.db, before);
  await forgetOldImports(ctx.db, undoableSince(ctx.now));
  await forgetExpiredAnswers(ctx);
  await forgetExpiredCounts(ctx);
  await forgetOfficeChanges(ctx);
  await forgetPlacementDecisions(ctx);
  await forgetCandidates(ctx);
  await forgetWaitingFiles(ctx);
  await forgetOldMails(ctx, new Date(ctx.now.getTime() - MAIL_DAYS * 86_400_000));
}
