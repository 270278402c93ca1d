import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { IdFact, KeyFact } from "@/lib/facts";

const PAIR = forAdministrators("mentorship", {
  mentorId: IdFact,
  menteeId: IdFact,
  from: KeyFact.nullable(),
  to: KeyFact,
});

/** What the audit log tells of mentoring: who with whom and that they met, never what was said. */
export const mentoringAudit = declareAudit({
  "mentorship.proposed": PAIR,
  "mentorship.agreed": PAIR,
  "mentorship.begun": PAIR,
  "mentorship.declined": PAIR,
  "mentorship.paused": PAIR,
  "mentorship.resumed": PAIR,
  "mentorship.ended": PAIR,
  "mentorship.goals_set": PAIR,
  "mentorship.meeting_planned": PAIR,
  "mentorship.meeting_held": PAIR,
  "mentorship.meeting_cancelled": PAIR,
  "mentor_wish.asked": forAdministrators("mentor_wish", { assistantId: IdFact }),
  "mentor_wish.withdrawn": forAdministrators("mentor_wish", { assistantId: IdFact }),
  "mentor_limit.set": forAdministrators("mentor_limit", { assistantId: IdFact }),
});
