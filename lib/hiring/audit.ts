import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { IdFact, KeyFact } from "@/lib/facts";

const REQUISITION = forAdministrators("requisition", {
  poolId: IdFact,
  from: KeyFact.nullable(),
  to: KeyFact,
});
const APPLICATION = forAdministrators("application", {
  poolId: IdFact,
  requisitionId: IdFact,
  from: KeyFact,
  to: KeyFact,
});
const INTERVIEW = forAdministrators("interview", {
  poolId: IdFact,
  applicationId: IdFact,
  from: KeyFact.nullable(),
  to: KeyFact,
  sequence: z.number().int(),
});
const SCORECARD = forAdministrators("scorecard", { poolId: IdFact, interviewId: IdFact });
const OFFER = forAdministrators("job_offer", {
  poolId: IdFact,
  applicationId: IdFact,
  from: KeyFact.nullable(),
  to: KeyFact,
});
const HIRE = forAdministrators("application", { poolId: IdFact, assistantId: IdFact });
const PACK = forAdministrators("screening_pack", { poolId: IdFact, executiveId: IdFact });
const AD = forAdministrators("job_ad", { poolId: IdFact, requisitionId: IdFact });

/** What the audit log tells of hiring: ids and statuses, never a candidate's name or a word of theirs. */
export const hiringAudit = declareAudit({
  "requisition.asked": REQUISITION,
  "requisition.changed": REQUISITION,
  "requisition.moved": REQUISITION,
  "requisition.worked_out": REQUISITION,
  "application.moved": APPLICATION,
  "interview.offered": INTERVIEW,
  "interview.booked": INTERVIEW,
  "interview.cancelled": INTERVIEW,
  "scorecard.sent": SCORECARD,
  "scorecard.opened_early": SCORECARD,
  "job_offer.moved": OFFER,
  "application.hired": HIRE,
  "application.did_not_start": HIRE,
  "screening_pack.sent": PACK,
  "screening_pack.answered": PACK,
  "job_ad.written": AD,
  "job_ad.published": AD,
  "job_ad.closed": AD,
});
