import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact, KeyFact } from "@/lib/facts";

const PLAN = forAdministrators("coverage_plan");

const FOUND = forAdministrators("coverage_plan", { status: KeyFact, gap: z.number().nullable() });

/** What the audit log tells of plans. */
export const planAudit = declareAudit({
  "plan.proposed": forAdministrators("coverage_plan", {
    poolId: IdFact,
    from: DayFact,
    to: DayFact,
    mode: KeyFact,
    status: KeyFact,
  }),
  "plan.proven": FOUND,
  "plan.improved": FOUND,
  "plan.stopped": PLAN,
  "plan.accepted": PLAN,
  "plan.discarded": PLAN,
  "plan.active": PLAN,
  "plan.completed": PLAN,
});
