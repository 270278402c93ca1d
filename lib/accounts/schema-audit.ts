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
  ],
  pool: ["pool.created", "pool.changed"],
  duty: ["duty.created"],
  assistant: ["assistant.created", "assistant.changed"],
  executive: ["executive.created", "executive.changed"],
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
  ],
  coverage_change: ["board_change.undone"],
  coverage_plan: ["plan.proposed", "plan.accepted", "plan.discarded"],
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
