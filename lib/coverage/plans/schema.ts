import { z } from "zod";
import { isBounded, OrderedDays, WindowView } from "@/lib/coverage/board/schema";
import { UNCOVERED_REASONS } from "@/lib/coverage/planner/result/plan-result";
import { CursorInput, LimitInput } from "@/lib/cursor";
import { ReadVersion } from "@/lib/moves/schema";
import { DayInput, DayPartInput } from "@/lib/time/inputs";
import { PLAN_STATUSES } from "./rules-moves";

/** Which pool and days to plan: repair leaves alone what stands, optimise plans anew at a cost for each change. */
export const ProposePlanInput = z
  .strictObject({ poolId: z.uuid(), ...OrderedDays, mode: z.enum(["repair", "optimise"]).default("repair") })
  .refine((input) => input.from <= input.to, { path: ["to"], error: "ends_before_start" })
  .refine(isBounded, {
    path: ["to"],
    error: "range_too_long",
  });
export type ProposePlanInput = z.infer<typeof ProposePlanInput>;

/** A page of a pool's plans, newest first. */
export const ListPlansInput = z.strictObject({
  poolId: z.uuid(),
  status: z.enum(PLAN_STATUSES).optional(),
  cursor: CursorInput.optional(),
  limit: LimitInput,
});
export type ListPlansInput = z.infer<typeof ListPlansInput>;

/** A plan in a list. */
export const PlanSummaryView = z.strictObject({
  id: z.uuid(),
  version: z.number().int(),
  status: z.enum(PLAN_STATUSES),
  mode: z.enum(["repair", "optimise"]),
  from: z.iso.date(),
  to: z.iso.date(),
  createdAt: z.string().meta({ format: "date-time" }),
  decidedAt: z.string().nullable().meta({ format: "date-time" }),
});
export type PlanSummaryView = z.infer<typeof PlanSummaryView>;

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

/** Of which hours and duties a cover or a gap is. */
export const PlannedExtent = {
  window: WindowView,
  dutyIds: z.array(z.string()).meta({ description: "The duties; empty for all." }),
};

/** The place of a cover or gap in its plan. */
export const PlannedIndex = z
  .number()
  .int()
  .meta({ description: "Its index in the plan, by which an explanation is asked for." });

/** The costs of a plan, lower is better. */
export const PlanScoreView = z.object({
  uncoveredWeight: z.number(),
  misfit: z.number(),
  pieces: z.number(),
  fairness: z.number(),
  change: z.number(),
  quality: z.number(),
});

const Remedy = z.union([
  z.object({
    code: z.enum(["extra_minutes", "ask_back", "add_candidate"]),
    assistantId: z.string(),
    minutes: z.number(),
  }),
  z.object({
    code: z.literal("move_executive"),
    executiveId: z.string(),
    fromAssistantId: z.string(),
    toAssistantId: z.string(),
  }),
]);

/** A half-day that stays open, why, and what would close it. */
export const PlannedGapView = z.object({
  on: DayInput,
  part: DayPartInput,
  ...PlannedExtent,
  index: PlannedIndex,
  executiveId: z.string(),
  minutes: z.number().int(),
  reasons: z.array(z.enum(UNCOVERED_REASONS)),
  remedies: z.array(Remedy).nullable().meta({ description: "Null until it is explained." }),
});

/** Half-days of an executive that go from one person to another; null is nobody. */
export const PlannedMoveView = z.object({
  executiveId: z.string(),
  from: DayInput,
  fromPart: DayPartInput,
  to: DayInput,
  toPart: DayPartInput,
  fromAssistantId: z.string().nullable(),
  toAssistantId: z.string().nullable(),
  halfDays: z.number().int(),
});
