import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact, KeyFact } from "@/lib/facts";

const PAIR = { executiveId: IdFact, assistantId: IdFact };

const DUTIES = { dutyIds: z.array(KeyFact) };

const SUPPORT = forAdministrators("support_assignment", {
  ...PAIR,
  ...DUTIES,
  role: z.enum(["primary", "backup", "shared"]),
  rank: z.number().int(),
  from: DayFact,
  to: DayFact.nullable(),
});

/** What the audit log tells of who supports whom. */
export const supportAudit = declareAudit({
  "support.created": SUPPORT,
  "support.changed": SUPPORT,
  "support.duties_changed": forAdministrators("support_assignment", { ...PAIR, ...DUTIES, from: DayFact }),
  "support.removed": forAdministrators("support_assignment", PAIR),
});
