import { type AssignmentExplanation, explainRun, layOutResult } from "@/lib/coverage/planner/explain/explain";
import {
  explainUncovered,
  type UncoveredExplanation,
} from "@/lib/coverage/planner/explain/explain-uncovered";
import { plan } from "@/lib/coverage/planner/plan";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type {
  PlanOptions,
  PlanProgress,
  PlanResult,
  PlanScore,
} from "@/lib/coverage/planner/result/plan-result";
import { verify } from "@/lib/coverage/planner/result/verify";
import type { Parsed } from "@/lib/result";

export type PlannerOrder = Pick<PlanOptions, "seed" | "budget" | "mode" | "solver"> & {
  /** False where only the plan is asked for: explaining takes longer than planning. */
  explains?: boolean;
};

/**
 * A plan, the verdict of the independent check, and an explanation per assignment and uncovered slot, in their order;
 * `isExplained` is false where nobody asked, the plan was cancelled or is too large to explain whole: ask for the one in view.
 */
export type PlannerReport = {
  result: PlanResult;
  verdict: Parsed<PlanScore, "bad_plan">;
  assignments: AssignmentExplanation[];
  uncovered: UncoveredExplanation[];
  isExplained: boolean;
};

export const PLANNER_SEED = 1;

const mostExplained = 120;

/** Plans, verifies and explains in the thread that calls it. */
export async function runPlannerJob(
  problem: PlanProblem,
  order: PlannerOrder,
  more: { shouldStop?: () => boolean; onProgress?: (progress: PlanProgress) => void } = {},
): Promise<PlannerReport> {
  const { explains = true, ...options } = order;
  const result = await plan(problem, { ...options, ...more, now: () => performance.now() });
  const verdict = verify(problem, result);
  const size = result.assignments.length + result.uncovered.length;
  if (!explains || !verdict.ok || result.status === "cancelled" || size > mostExplained) {
    return { result, verdict, assignments: [], uncovered: [], isExplained: false };
  }
  const laid = layOutResult(problem, result);
  const assignments = result.assignments.flatMap((_, index) => explainRun(laid, index) ?? []);
  const uncovered: UncoveredExplanation[] = [];
  for (const index of result.uncovered.keys()) {
    const explanation = await explainUncovered(problem, result, index);
    if (explanation) uncovered.push(explanation);
  }
  return { result, verdict, assignments, uncovered, isExplained: true };
}

/** The verified result of a report; a plan its independent check refuses is a defect and never kept. */
export function verifiedResult({ result, verdict }: PlannerReport): PlanResult {
  if (!verdict.ok) throw new Error(`the planner made a plan its check refuses: ${verdict.path ?? ""}`);
  return result;
}
