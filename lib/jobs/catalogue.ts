import "server-only";
import { anchorAuditChain } from "@/lib/accounts/queries-audit-chain";
import { closeLeftAccounts } from "@/lib/accounts/service-leaving";
import { getPerson } from "@/lib/auth/person";
import type { SystemCtx } from "@/lib/context";
import { recordCoverLedger } from "@/lib/coverage/candidates/service-ledger";
import { expireOffers } from "@/lib/coverage/offers/service";
import { remindOfCover } from "@/lib/coverage/offers/service-reminders";
import { advancePlans } from "@/lib/coverage/plans/service-advance";
import { anchorCaseJournal } from "@/lib/disputes/access/service-anchor";
import { tellOfConversations } from "@/lib/disputes/mediation/service-due";
import { raiseAccessAlarms } from "@/lib/handovers/access/service-alarms";
import { openHandovers } from "@/lib/handovers/service-open";
import { remindOfInterviews } from "@/lib/hiring/interviews/service-reminders";
import { expireJobOffers } from "@/lib/hiring/offers/service";
import { readResumes } from "@/lib/hiring/resumes/service";
import { tellOfBriefs } from "@/lib/insight/brief/service";
import { closeDoneFirstSteps } from "@/lib/insight/first-steps/service";
import { mailDesk } from "@/lib/insight/mail-in/service";
import { askAboutCovers } from "@/lib/matching/outcomes/service-asking";
import { reviewRestrictions } from "@/lib/matching/service";
import { askAboutTrials } from "@/lib/matching/trials/service-asking";
import { keepMentoring } from "@/lib/mentoring/service-daily";
import { warnOfEndingTokens } from "@/lib/notices/service-tokens";
import { syncHolders } from "@/lib/requests/holders/service";
import { readLeftMails } from "@/lib/requests/inbound/service";
import { recountClocks } from "@/lib/requests/levels/service-clocks";
import { tellDue } from "@/lib/requests/levels/service-due";
import { fileRecurring } from "@/lib/requests/recurring/service-filing";
import { escalateUnreadSchedules } from "@/lib/schedules/publishing/service-escalation";
import { expireShiftRequests } from "@/lib/schedules/swaps/service-ends";
import { remindOfArrangements } from "@/lib/training/arrangements/service-reminders";
import { warnOfCertificates } from "@/lib/training/certificates/service";
import { lapseOfferedSeats } from "@/lib/training/enrolments/service-ending";
import { remindOfMandatory } from "@/lib/training/mandatory/service";
import { refreshTrainingNeeds } from "@/lib/training/needs/service";
import { remindOfTraining } from "@/lib/training/reminders/service";
import type { JobName } from "./names";
import { forgetExpired } from "./retention";

/** Work no person waits for: when it is due (cron, UTC), and a verb that may run twice without harm. */
export type Job = { cron: string; run: (ctx: SystemCtx) => Promise<unknown> };

export const JOBS: Record<JobName, Job> = {
  "advance-plans": { cron: "*/15 * * * *", run: advancePlans },
  "anchor-journal": { cron: "55 2 * * *", run: anchorCaseJournal },
  "ask-about-covers": { cron: "30 * * * *", run: askAboutCovers },
  "ask-about-trials": { cron: "20 * * * *", run: askAboutTrials },
  "case-clocks": { cron: "*/5 * * * *", run: tellOfConversations },
  "close-first-steps": { cron: "50 2 * * *", run: closeDoneFirstSteps },
  "close-left-accounts": { cron: "40 * * * *", run: closeLeftAccounts },
  "escalate-unread-schedules": { cron: "5 * * * *", run: escalateUnreadSchedules },
  "expire-job-offers": { cron: "*/15 * * * *", run: expireJobOffers },
  "expire-offers": { cron: "*/5 * * * *", run: expireOffers },
  "expire-shift-requests": { cron: "*/5 * * * *", run: expireShiftRequests },
  "file-recurring": {
    cron: "*/5 * * * *",
    run: (ctx) => fileRecurring(ctx, (userId) => getPerson(ctx.db, userId, ctx.now)),
  },
  "forget-expired": { cron: "17 3 * * *", run: forgetExpired },
  "lapse-offered-seats": { cron: "*/5 * * * *", run: lapseOfferedSeats },
  "keep-mentoring": { cron: "30 5 * * *", run: keepMentoring },
  "open-handovers": { cron: "*/5 * * * *", run: openHandovers },
  "raise-access-alarms": { cron: "10 * * * *", run: raiseAccessAlarms },
  "record-cover-ledger": { cron: "25 * * * *", run: recordCoverLedger },
  "read-mails": {
    cron: "* * * * *",
    run: (ctx) =>
      readLeftMails(
        ctx,
        mailDesk((userId) => getPerson(ctx.db, userId, ctx.now)),
      ),
  },
  "read-resumes": { cron: "* * * * *", run: (ctx) => readResumes(ctx) },
  "recount-clocks": { cron: "35 * * * *", run: recountClocks },
  "refresh-training-needs": { cron: "10 1 * * *", run: refreshTrainingNeeds },
  "remind-of-interviews": { cron: "*/15 * * * *", run: remindOfInterviews },
  "remind-of-training": { cron: "15 * * * *", run: remindOfTraining },
  "remind-of-mandatory-courses": { cron: "35 5 * * *", run: remindOfMandatory },
  "remind-of-arrangements": { cron: "40 * * * *", run: remindOfArrangements },
  "warn-of-certificates": { cron: "25 5 * * *", run: warnOfCertificates },
  "remind-of-cover": { cron: "20 * * * *", run: remindOfCover },
  "review-restrictions": { cron: "15 * * * *", run: reviewRestrictions },
  "sync-holders": { cron: "* * * * *", run: (ctx) => syncHolders(ctx) },
  "tell-of-briefs": { cron: "*/5 * * * *", run: tellOfBriefs },
  "tell-due": { cron: "* * * * *", run: tellDue },
  "verify-audit": { cron: "40 2 * * *", run: anchorAuditChain },
  "warn-of-ending-tokens": { cron: "45 * * * *", run: warnOfEndingTokens },
};
