import { z } from "zod";
import { type AuditDeclaration, declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact } from "@/lib/facts";
import { TRIAL_STATUSES, type TrialAction, type TrialStatus } from "./trials/rules";
import { FIT_PARTS, type FitPart } from "./weights/rules";

/** That a pair was kept apart, by whom and when, is for nobody to read: a matter of its own may be the cause. */
const RESTRICTION = {
  entityType: "pairing_restriction",
  visibility: "handlers",
  data: z.strictObject({ executiveId: IdFact, assistantId: IdFact }),
} as const satisfies AuditDeclaration;

/** What matching knows of a person, and what they say of it, is between them and those who lead their pool. */
const OF_ASSISTANT = {
  entityType: "matching",
  visibility: "handlers",
  data: z.strictObject({ assistantId: IdFact }),
} as const satisfies AuditDeclaration;

const WEIGHTS = Object.fromEntries(FIT_PARTS.map((part) => [part, z.number().int()])) as Record<
  FitPart,
  z.ZodInt
>;

const TrialStatusFact = z.enum(TRIAL_STATUSES);

/** That two try working together is theirs and their managers'; never who of them said no or stopped it. */
const OF_TRIAL = {
  entityType: "trial",
  visibility: "handlers",
  data: z.strictObject({
    executiveId: IdFact,
    assistantId: IdFact,
    from: TrialStatusFact.nullable(),
    to: TrialStatusFact,
  }),
} as const satisfies AuditDeclaration;

/** What is written down of who is not to work for whom, who was chosen for whom, and what that is weighed by. */
export const matchingAudit = declareAudit({
  "fit_weights.set": forAdministrators("fit_weight", { poolId: IdFact, ...WEIGHTS }),
  "placement.decided": forAdministrators("placement_decision", {
    executiveId: IdFact,
    assistantId: IdFact,
    from: DayFact,
    isFirst: z.boolean(),
  }),
  "rebalance.proposed": forAdministrators("rebalance", { poolId: IdFact, from: DayFact }),
  "rebalance.applied": forAdministrators("rebalance", {
    poolId: IdFact,
    from: DayFact,
    count: z.number().int(),
  }),
  "rebalance.undone": forAdministrators("rebalance", { poolId: IdFact }),
  "rebalance.discarded": forAdministrators("rebalance", { poolId: IdFact }),
  "matching.told": OF_ASSISTANT,
  "matching.read": OF_ASSISTANT,
  "matching.rated": OF_ASSISTANT,
  "matching.objected": OF_ASSISTANT,
  "matching.answered": OF_ASSISTANT,
  "matching.cover_rated": OF_ASSISTANT,
  "matching.asked": { ...RESTRICTION, entityType: "matching", data: z.strictObject({ executiveId: IdFact }) },
  "matching.wished": { ...RESTRICTION, entityType: "matching" },
  "trial.proposed": OF_TRIAL,
  "trial.accepted": OF_TRIAL,
  "trial.agreed": OF_TRIAL,
  "trial.declined": OF_TRIAL,
  "trial.stopped": OF_TRIAL,
  "trial.confirmed": OF_TRIAL,
  "trial.checked_in": OF_TRIAL,
  "pairing.restricted": RESTRICTION,
  "pairing.restriction_lifted": RESTRICTION,
});

type TrialFacts = { id: string; executiveId: string; assistantId: string; status: TrialStatus };

/** What is written down of one trial: what was done, and from which status to which it led. */
export function trialAudit(
  action: TrialAction,
  { id, executiveId, assistantId, status }: TrialFacts,
  from: TrialStatus | null = status,
  to: TrialStatus = status,
) {
  return matchingAudit(`trial.${action}`, id, { executiveId, assistantId, from, to });
}
