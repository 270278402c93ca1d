import { z } from "zod";
import { LimitInput } from "@/lib/cursor";
import { SearchText } from "@/lib/text";
import { DayInput } from "@/lib/time/day";

/** What the audit log tells of: each kind of record, and what can happen to it. */
export const AUDITED = {
  user: [
    "installation.set_up",
    "account.invited",
    "account.password_set",
    "account.disabled",
    "account.enabled",
    "account.made_administrator",
    "account.unmade_administrator",
    "api_token.issued",
    "office.imported",
    "calendar.imported",
  ],
  pool: ["pool.created", "pool.changed", "leave_entitlement.set"],
  duty: ["duty.created"],
  assistant: [
    "assistant.created",
    "assistant.changed",
    "leave_policy.set",
    "leave_allowance.set",
    "leave_adjustment.made",
  ],
  executive: ["executive.created", "executive.changed", "access_template.set"],
  support_assignment: ["support.created", "support.changed", "support.removed"],
  absence: [
    "absence.requested",
    "absence.recorded",
    "absence.approved",
    "absence.declined",
    "absence.cancelled",
    "absence.withdrawn",
    "absence.prolonged",
    "absence.ended_early",
    "absence.given_back",
    "absence.gaps_accepted",
    "absence.reported",
    "absence.approved_automatically",
    "absence.provisionally_approved",
    "absence.moved",
    "absence.cancellation_asked",
    "absence.cancellation_refused",
    "absence.shortened",
    "absence.interrupted",
    "absence.cancelled_on_leaving",
  ],
  coverage_assignment: [
    "cover.assigned",
    "cover.confirmed",
    "cover.pinned",
    "cover.unpinned",
    "cover.released",
    "cover.offered",
    "cover.accepted",
    "cover.declined",
    "cover.expired",
    "cover.reminded",
    "cover.active",
    "cover.completed",
  ],
  coverage_change: ["board_change.undone"],
  coverage_plan: [
    "plan.proposed",
    "plan.accepted",
    "plan.discarded",
    "plan.stopped",
    "plan.proven",
    "plan.improved",
    "plan.active",
    "plan.completed",
  ],
  support_request: [
    "support_request.filed",
    "support_request.assigned",
    "support_request.started",
    "support_request.paused",
    "support_request.resumed",
    "support_request.resolved",
    "support_request.closed",
    "support_request.reopened",
    "support_request.cancelled",
  ],
  apart_group: ["apart_group.made", "apart_group.changed", "apart_group.removed"],
  blackout_period: ["blackout.added", "blackout.removed"],
  leave_type: ["leave_type.created", "leave_type.changed", "leave_type.removed"],
  manager_deputy: ["deputy.named", "deputy.removed"],
  handover: [
    "handover.opened",
    "handover.moved",
    "handover.passed_on",
    "handover.left_without_cover",
    "handover.ended",
    "handover.wrote_itself",
    "handover.started",
    "handover.ready",
    "handover.acknowledged",
    "handover.handed_back",
    "handover.closed",
    "handover.access_not_granted",
    "handover.access_not_withdrawn",
  ],
  handover_item: [
    "handover_item.added",
    "handover_item.edited",
    "handover_item.removed",
    "handover_item.moved",
  ],
  handover_question: ["handover_question.asked", "handover_question.answered"],
  access: [
    "access.added",
    "access.removed",
    "access.granted",
    "access.granted_undone",
    "access.withdrawn",
    "access.withdrawn_undone",
  ],
  profile_section: ["profile_section.added", "profile_section.changed", "profile_section.removed"],
  recurring_duty: ["recurring_duty.added", "recurring_duty.removed"],
  date_to_know: ["date_to_know.added", "date_to_know.removed"],
  calendar_feed: ["calendar_feed.renewed", "calendar_feed.removed"],
  installation: ["demo.seeded"],
} as const;

export type AuditedKind = keyof typeof AUDITED;

/** A page of the audit log, newest first. `what` is a kind of record ("pool") or something that happened ("pool.created"). */
export const ListAuditInput = z.strictObject({
  what: z
    .string()
    .max(80)
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .optional(),
  who: SearchText.optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: LimitInput,
});
export type ListAuditInput = z.infer<typeof ListAuditInput>;

export type AuditEventView = {
  seq: string;
  at: Date;
  /** Null when the command line did it. */
  actor: { userId: string; name: string } | null;
  action: string;
  entityType: string;
  entityId: string;
  /** The name of the person or pool it concerns, where there is one. */
  subject: string | null;
  data: Record<string, unknown>;
  /** The row still has the SHA-256 it was written with, and follows the row it was written after. */
  isIntact: boolean;
};
