import { z } from "zod";
import { CEFR_LEVELS } from "@/lib/assistants/schema";
import type { Ineligibility } from "@/lib/coverage/candidates/rules-eligibility";
import type { AssignmentExplanation } from "@/lib/coverage/planner/explain/explain";
import type { UncoveredExplanation } from "@/lib/coverage/planner/explain/explain-uncovered";
import { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { type PlanResult, UNCOVERED_REASONS } from "@/lib/coverage/planner/result/plan-result";
import type { PoolProblem } from "./rules-problem";
import type { StoredAnswer } from "./rules-view";
import { PlanScoreView } from "./schema";

const whole = z.number().int();
const Hours = z.object({ startMinute: whole, endMinute: whole });

/** The question a plan answers, as its column keeps it. */
export const StoredProblem: z.ZodType<PoolProblem> = z.object({
  problem: PlanProblem,
  slotIndexes: z.array(whole),
  parts: z
    .record(
      z.string(),
      z.object({ dutyIds: z.array(z.string()), windows: z.record(z.coerce.number(), Hours) }),
    )
    .optional(),
});

const Assignment = z.object({ episodeId: z.string(), from: whole, to: whole, assistantId: z.string() });

const Uncovered = z.object({
  episodeId: z.string(),
  slot: whole,
  minutes: whole,
  reasons: z.array(z.enum(UNCOVERED_REASONS)),
});

const Result: z.ZodType<PlanResult> = z.object({
  status: z.enum(["optimal", "bounded", "heuristic", "cancelled"]),
  assignments: z.array(Assignment),
  uncovered: z.array(Uncovered),
  score: PlanScoreView,
  lowerBound: z.object({ uncoveredWeight: z.number(), quality: z.number() }).nullable(),
  gap: z.number().nullable(),
  inputHash: z.string(),
  solverVersion: z.string(),
  elapsedMs: z.number(),
});

const Forced = z.object({ foundBy: z.literal("forced_and_repaired"), by: PlanScoreView });

const HeldSlot = z.object({
  slot: whole,
  needs: z.number(),
  free: z.number(),
  capacity: z.number(),
  holders: z.array(z.object({ episodeId: z.string(), minutes: z.number() })),
});

const OfAssignment: z.ZodType<AssignmentExplanation> = z.object({
  assignment: Assignment,
  isPinned: z.boolean(),
  chosen: z.object({
    minutes: z.number(),
    misfit: z.number(),
    pieces: z.number(),
    fairness: z.number(),
    change: z.number(),
  }),
  others: z.array(
    z.discriminatedUnion("verdict", [
      z.object({
        assistantId: z.string(),
        verdict: z.literal("full"),
        slots: z.array(HeldSlot),
        forced: Forced.nullable(),
      }),
      z.object({ assistantId: z.string(), verdict: z.literal("worse"), forced: Forced }),
    ]),
  ),
});

const OfUncovered: z.ZodType<UncoveredExplanation> = z.object({
  uncovered: Uncovered,
  remedies: z.array(
    z.discriminatedUnion("code", [
      z.object({ code: z.literal("extra_minutes"), assistantId: z.string(), minutes: z.number() }),
      z.object({ code: z.literal("ask_back"), assistantId: z.string(), minutes: z.number() }),
      z.object({ code: z.literal("add_candidate"), assistantId: z.string(), minutes: z.number() }),
      z.object({
        code: z.literal("move_executive"),
        episodeId: z.string(),
        fromAssistantId: z.string(),
        toAssistantId: z.string(),
        minutes: z.number(),
      }),
    ]),
  ),
});

const level = z.enum(CEFR_LEVELS).nullable();
const LeftOut = z.array(
  z.object({
    assistantId: z.string(),
    rules: z.array(
      z.discriminatedUnion("rule", [
        z.object({ rule: z.literal("skill"), dutyId: z.string(), needed: whole, held: whole }),
        z.object({ rule: z.literal("learning"), dutyId: z.string() }),
        z.object({ rule: z.literal("language"), language: z.string(), needed: level, held: level }),
        z.object({ rule: z.literal("site"), site: z.string() }),
        z.object({ rule: z.literal("other_pool") }),
        z.object({ rule: z.literal("not_available") }),
      ]) satisfies z.ZodType<Ineligibility>,
    ),
  }),
);

/** The answer of a plan, as its column keeps it. */
export const StoredPlanAnswer: z.ZodType<StoredAnswer> = z.object({
  result: Result,
  assignments: z.array(OfAssignment),
  uncovered: z.array(OfUncovered),
  ineligible: z.record(z.string(), LeftOut),
});

/** Explanations kept with a plan's version, by what they explain: "cover 3", "gap 0", "executive <id>". */
export const StoredExplanations = {
  cover: OfAssignment,
  gap: OfUncovered,
  executive: LeftOut,
};
