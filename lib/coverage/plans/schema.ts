import { z } from "zod";
import { isBounded, OrderedDays } from "@/lib/coverage/board/schema";
import { ReadVersion } from "@/lib/moves/schema";

/** Which pool and days to plan: repair leaves alone what stands, optimise plans anew at a cost for each change. */
export const ProposePlanInput = z
  .strictObject({ poolId: z.uuid(), ...OrderedDays, mode: z.enum(["repair", "optimise"]).default("repair") })
  .refine((input) => input.from <= input.to, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, {
    path: ["to"],
    error: "range_too_long",
  });
export type ProposePlanInput = z.infer<typeof ProposePlanInput>;

export const PlanIdInput = z.strictObject({ id: z.uuid() });
export type PlanIdInput = z.infer<typeof PlanIdInput>;

/** The plan to decide on, as it was when it was read. */
export const AcceptPlanInput = PlanIdInput.extend({ version: ReadVersion });
export type AcceptPlanInput = z.infer<typeof AcceptPlanInput>;

export const DiscardPlanInput = AcceptPlanInput;
export type DiscardPlanInput = z.infer<typeof DiscardPlanInput>;

/** Which cover or gap of a plan to explain, by its place in it. */
export const ExplainPlanInput = z.strictObject({
  id: z.uuid(),
  kind: z.enum(["cover", "gap"]),
  index: z.coerce.number().int().min(0).max(100_000),
});
export type ExplainPlanInput = z.infer<typeof ExplainPlanInput>;
