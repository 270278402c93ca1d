import { absenceAudit } from "@/lib/absences/audit";
import { accountAudit } from "@/lib/accounts/audit";
import { assistantAudit } from "@/lib/assistants/audit";
import type { AuditVisibility } from "@/lib/audit-catalogue";
import { calendarAudit } from "@/lib/calendars/audit";
import { planAudit } from "@/lib/coverage/plans/audit";
import { coverAudit } from "@/lib/covers/audit";
import { disputeAudit } from "@/lib/disputes/audit";
import { executiveAudit } from "@/lib/executives/audit";
import { handoverAudit } from "@/lib/handovers/audit";
import { hiringAudit } from "@/lib/hiring/audit";
import { importAudit } from "@/lib/imports/audit";
import { letterAudit } from "@/lib/letters/audit";
import { matchingAudit } from "@/lib/matching/audit";
import { meetingAudit } from "@/lib/meetings/audit";
import { mentoringAudit } from "@/lib/mentoring/audit";
import { poolAudit } from "@/lib/pools/audit";
import { requestAudit } from "@/lib/requests/audit";
import { scheduleAudit } from "@/lib/schedules/audit";
import { supportAudit } from "@/lib/support/audit";
import { trainingAudit } from "@/lib/training/audit";
import { webhookAudit } from "@/lib/webhooks/audit";

/** Everything the audit log can tell of, domain by domain. */
export const AUDIT = {
  ...accountAudit.declared,
  ...webhookAudit.declared,
  ...poolAudit.declared,
  ...assistantAudit.declared,
  ...executiveAudit.declared,
  ...supportAudit.declared,
  ...coverAudit.declared,
  ...matchingAudit.declared,
  ...absenceAudit.declared,
  ...planAudit.declared,
  ...handoverAudit.declared,
  ...requestAudit.declared,
  ...meetingAudit.declared,
  ...letterAudit.declared,
  ...scheduleAudit.declared,
  ...trainingAudit.declared,
  ...disputeAudit.declared,
  ...mentoringAudit.declared,
  ...hiringAudit.declared,
  ...importAudit.declared,
  ...calendarAudit.declared,
};

export type AuditAction = keyof typeof AUDIT;

/** The actions of one visibility. */
type SeenBy<V extends AuditVisibility> = {
  [A in AuditAction]: (typeof AUDIT)[A]["visibility"] extends V ? A : never;
}[AuditAction];

/** The actions that a visibility lets one read. */
export function auditActionsSeenBy<V extends AuditVisibility>(visibility: V): SeenBy<V>[] {
  const isSeen = (action: AuditAction): action is SeenBy<V> => AUDIT[action].visibility === visibility;
  return (Object.keys(AUDIT) as AuditAction[]).filter(isSeen);
}
