import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact } from "@/lib/facts";

const PAIR = { executiveId: IdFact, assistantId: IdFact };

const SUPPORT = forAdministrators("support_assignment", {
  ...PAIR,
  role: z.enum(["primary", "backup", "shared"]),
  rank: z.number().int(),
  from: DayFact,
  to: DayFact.nullable(),
});

/** What the audit log tells of who supports whom. */
export const supportAudit = declareAudit({
  "support.created": SUPPORT,
  "support.changed": SUPPORT,
  "support.removed": forAdministrators("support_assignment", PAIR),
});
