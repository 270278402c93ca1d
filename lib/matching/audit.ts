import { z } from "zod";
import { type AuditDeclaration, declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact } from "@/lib/facts";
import { FIT_PARTS, type FitPart } from "./weights/rules";

/** That a pair was kept apart, by whom and when, is for nobody to read: a matter of its own may be the cause. */
const RESTRICTION = {
  entityType: "pairing_restriction",
  visibility: "handlers",
  data: z.strictObject({ executiveId: IdFact, assistantId: IdFact }),
} as const satisfies AuditDeclaration;

const WEIGHTS = Object.fromEntries(FIT_PARTS.map((part) => [part, z.number().int()])) as Record<
  FitPart,
  z.ZodInt
>;

/** What is written down of who is not to work for whom, who was chosen for whom, and what that is weighed by. */
export const matchingAudit = declareAudit({
  "fit_weights.set": forAdministrators("fit_weight", { poolId: IdFact, ...WEIGHTS }),
  "placement.decided": forAdministrators("placement_decision", {
    executiveId: IdFact,
    assistantId: IdFact,
    from: DayFact,
    isFirst: z.boolean(),
  }),
  "pairing.restricted": RESTRICTION,
  "pairing.restriction_lifted": RESTRICTION,
});
