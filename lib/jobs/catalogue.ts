import "server-only";
import type { SystemCtx } from "@/lib/context";
import { advancePlans } from "@/lib/coverage/advance";
import { recordCoverLedger } from "@/lib/coverage/ledger";
import { expireOffers } from "@/lib/coverage/offers";
import { remindOfCover } from "@/lib/coverage/reminders";
import { raiseAccessAlarms } from "@/lib/handovers/alarms";
import { openHandovers } from "@/lib/handovers/open";
import type { JobName } from "./names";
import { forgetExpired } from "./retention";

/** Work no person waits for: when it is due (cron, UTC), and a verb that may run twice without harm. */
export type Job = { cron: string; run: (ctx: SystemCtx) => Promise<unknown> };

export const JOBS: Record<JobName, Job> = {
  "advance-plans": { cron: "*/15 * * * *", run: advancePlans },
  "expire-offers": { cron: "*/5 * * * *", run: expireOffers },
  "forget-expired": { cron: "17 3 * * *", run: forgetExpired },
  "open-handovers": { cron: "*/5 * * * *", run: openHandovers },
  "raise-access-alarms": { cron: "10 * * * *", run: raiseAccessAlarms },
  "record-cover-ledger": { cron: "25 * * * *", run: recordCoverLedger },
  "remind-of-cover": { cron: "20 * * * *", run: remindOfCover },
};
