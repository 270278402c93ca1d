import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact, KeyFact } from "@/lib/facts";

const MOVED = forAdministrators("support_request", {
  from: KeyFact,
  to: KeyFact,
  assigneeId: IdFact.nullable(),
});

const HELD = forAdministrators("support_request", {
  executiveId: IdFact,
  assigneeId: IdFact.nullable(),
  before: IdFact.nullable(),
  because: KeyFact.nullable(),
});

const RECURRING = forAdministrators("recurring_request", { executiveId: IdFact });
const REPLY = forAdministrators("saved_reply", { poolId: IdFact.nullable() });

/** What the audit log tells of support requests: never what is asked. */
export const requestAudit = declareAudit({
  "inbound_mail.received": forAdministrators("inbound_mail", {
    verdict: KeyFact,
    requestId: IdFact.nullable(),
  }),
  "inbound_mail.released": forAdministrators("inbound_mail", { requestId: IdFact }),
  "inbound_mail.discarded": forAdministrators("inbound_mail"),
  "inbound_mail.restored": forAdministrators("inbound_mail"),
  "filing_link.renewed": forAdministrators("executive", { executiveId: IdFact }),
  "filing_link.removed": forAdministrators("executive", { executiveId: IdFact }),
  "recurring_request.added": RECURRING,
  "recurring_request.changed": RECURRING,
  "recurring_request.removed": RECURRING,
  "saved_reply.added": REPLY,
  "saved_reply.changed": REPLY,
  "saved_reply.removed": REPLY,
  "request_type.added": forAdministrators("request_type"),
  "request_type.changed": forAdministrators("request_type"),
  "priority_agreement.set": forAdministrators("executive", { executiveId: IdFact, rule: KeyFact }),
  "priority_agreement.ended": forAdministrators("executive", { executiveId: IdFact }),
  "service_level.set": forAdministrators("pool", { poolId: IdFact, count: z.number().int() }),
  "support_request.commented": forAdministrators("support_request", {
    executiveId: IdFact,
    isInternal: z.boolean(),
  }),
  "support_request.filed": forAdministrators("support_request", {
    executiveId: IdFact,
    assigneeId: IdFact.nullable(),
    dutyId: KeyFact.nullable(),
    priority: KeyFact,
    dueOn: DayFact.nullable(),
  }),
  "support_request.changed": forAdministrators("support_request", {
    executiveId: IdFact,
    typeId: KeyFact.nullable(),
    priority: KeyFact,
  }),
  "support_request.assigned": MOVED,
  "support_request.kept": MOVED,
  "support_request.moved": HELD,
  "support_request.left_unassigned": HELD,
  "support_request.rated": forAdministrators("support_request", {
    executiveId: IdFact,
    value: z.number().int(),
  }),
  "support_request.started": MOVED,
  "support_request.paused": MOVED,
  "support_request.resumed": MOVED,
  "support_request.resolved": MOVED,
  "support_request.closed": MOVED,
  "support_request.reopened": MOVED,
  "support_request.cancelled": MOVED,
  "support_request.merged": MOVED,
  "support_request.split": MOVED,
});
