import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { IdFact, KeyFact } from "@/lib/facts";

const MEETING = forAdministrators("meeting", {
  requestId: IdFact,
  executiveId: IdFact,
  to: KeyFact,
  sequence: z.number().int(),
});

/** What the audit log tells of meetings: never what they are about, or with whom. */
export const meetingAudit = declareAudit({
  "meeting.arranged": MEETING,
  "meeting.polled": MEETING,
  "meeting.confirmed": MEETING,
  "meeting.moved": MEETING,
  "meeting.changed": MEETING,
  "meeting.people_changed": MEETING,
  "meeting.answered": MEETING,
  "meeting.arrangement_changed": MEETING,
  "meeting.cancelled": MEETING,
});
