import { z } from "zod";
import { type AuditDeclaration, declareAudit } from "@/lib/audit-catalogue";
import { IdFact } from "@/lib/facts";

/** That a pair was kept apart, by whom and when, is for nobody to read: a matter of its own may be the cause. */
const RESTRICTION = {
  entityType: "pairing_restriction",
  visibility: "handlers",
  data: z.strictObject({ executiveId: IdFact, assistantId: IdFact }),
} as const satisfies AuditDeclaration;

/** What is written down of who is not to work for whom. */
export const matchingAudit = declareAudit({
  "pairing.restricted": RESTRICTION,
  "pairing.restriction_lifted": RESTRICTION,
});
