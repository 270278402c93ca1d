import { z } from "zod";
import { WindowView } from "@/lib/coverage/board/schema";
import { PlannedExtent, PlannedGapView, PlannedIndex, PlannedMoveView } from "@/lib/coverage/plans/schema";
import { DayPartInput } from "@/lib/time/inputs";

const Day = z.iso.date();
const HalfDay = z.object({ on: Day, part: DayPartInput });
const Rules = z.array(z.record(z.string(), z.unknown())).meta({
  description:
    "The rules not met: skill, learning (a step of the introduction plan is not open yet), language, site, other_pool, not_available.",
});

const WhyNot = z.discriminatedUnion("verdict", [
  z.object({ assistantId: z.uuid(), verdict: z.literal("ineligible"), rules: Rules }),
  z.object({
    assistantId: z.uuid(),
    verdict: z.literal("full"),
    slots: z.array(
      HalfDay.extend({
        freeMinutes: z.number(),
        neededMinutes: z.number(),
        holds: z.array(z.uuid()).meta({ description: "Executives who hold the time." }),
      }),
    ),
  }),
  z.object({
    assistantId: z.uuid(),
    verdict: z.literal("worse"),
    leavesMoreOpen: z
      .boolean()
      .meta({ description: "Whether more would stay uncovered; else the plan would be worse otherwise." }),
  }),
]);

const PlannedCover = z.object({
  index: PlannedIndex,
  executiveId: z.uuid(),
  assistantId: z.uuid(),
  from: Day,
  fromPart: DayPartInput,
  to: Day,
  toPart: DayPartInput,
  ...PlannedExtent,
  minutes: z.number().int(),
  isChange: z.boolean(),
  isPinned: z.boolean(),
  isExplained: z.boolean().meta({ description: "False until `others` is known, in a very large plan." }),
  others: z.array(WhyNot),
});

const Difference = z.object({
  moves: z.array(PlannedMoveView),
  moved: z.number().int(),
  gained: z.number().int(),
  lost: z.number().int(),
  kept: z.number().int(),
  open: z
    .array(z.object({ week: z.string(), before: z.number().int(), after: z.number().int() }))
    .meta({ description: "Half-days without cover by ISO week, as they stand and with the plan." }),
  people: z.array(z.object({ assistantId: z.uuid(), before: z.number(), after: z.number() })),
});

/** How a plan's run stands. */
export const PlanRunView = z.object({
  id: z.uuid(),
  status: z.string(),
  version: z.number().int().meta({ description: "Raised whenever a better plan replaces the one before." }),
  isSolving: z.boolean(),
  isStopped: z.boolean(),
  stage: z.enum(["waiting", "uncovered", "search", "bound", "proof"]).nullable(),
  gap: z.number().nullable().meta({ description: "How much better a plan could be at most, as a share." }),
});

/** A cover or a gap of a plan with its explanation. */
export const ExplainedPartView = z.object({
  version: z.number().int().meta({ description: "The plan's version that is explained." }),
  cover: PlannedCover.nullable(),
  gap: PlannedGapView.nullable(),
});

/** What is left uncovered, weighted; other costs of a plan are no figures to show, since they would tell who prefers whom not. */
const UncoveredView = z.object({ uncoveredWeight: z.number() });

/** A plan with its score, each cover explained, and what stays open with reasons. */
export const PlanDocument = z.object({
  id: z.uuid(),
  poolId: z.uuid(),
  from: Day,
  to: Day,
  mode: z.enum(["repair", "optimise"]),
  status: z.string(),
  version: z.number().int(),
  run: PlanRunView,
  solver: z.object({
    status: z.enum(["optimal", "bounded", "heuristic", "cancelled"]),
    gap: z.number().nullable(),
    lowerBound: UncoveredView.nullable(),
    elapsedMs: z.number(),
    solverVersion: z.string(),
  }),
  score: UncoveredView,
  difference: Difference.meta({ description: "The plan's changes to existing cover." }),
  assignments: z.array(PlannedCover),
  uncovered: z.array(PlannedGapView),
  names: z.record(z.string(), z.string()),
});

/** The planning problem as the planner reads it; `slotIndexes` counts half-days from the morning of 2000-01-01. */
export const ProblemView = z.object({
  problem: z.record(z.string(), z.unknown()),
  slotIndexes: z.array(z.number().int()),
  parts: z
    .record(z.string(), z.object({ dutyIds: z.array(z.string()), windows: z.record(z.string(), WindowView) }))
    .optional()
    .meta({ description: "Episodes of some duties or hours: which, by episode and slot." }),
});

export const CandidateView = z.object({
  assistantId: z.uuid(),
  name: z.string(),
  fit: z.object({
    total: z.number(),
    skills: z.number(),
    continuity: z.number(),
    place: z.number(),
    otherPool: z.number().meta({ description: "What fit loses because the person is of another pool." }),
  }),
  state: z.enum(["free", "covering", "full", "away", "not_at_work", "ineligible"]),
  rules: Rules,
  freeHalfDays: z.number().int(),
  neededHalfDays: z.number().int(),
  lentBy: z.string().nullable().meta({ description: "The pool that lends this person." }),
  minutes: z.number().int().meta({ description: "Minutes needed by an assistant who knows the executive." }),
  minutesNeeded: z.number().int().meta({ description: "Minutes needed by this assistant." }),
  familiarityPercent: z.number().int(),
});
