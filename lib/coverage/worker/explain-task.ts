import { type AssignmentExplanation, explainRun, layOutResult } from "@/lib/coverage/planner/explain/explain";
import {
  explainUncovered,
  type UncoveredExplanation,
} from "@/lib/coverage/planner/explain/explain-uncovered";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";

/** Which assignments and uncovered slots of a result to explain, by their place in it. */
export type ExplainParts = { assignments: readonly number[]; uncovered: readonly number[] };

/** Explanations by the place of what they explain. */
export type ExplainedParts = {
  assignments: Record<number, AssignmentExplanation>;
  uncovered: Record<number, UncoveredExplanation>;
};

export type ExplainRequest = {
  kind: "explain";
  problem: PlanProblem;
  result: PlanResult;
  parts: ExplainParts;
};
export type ExplainReply = { kind: "explained"; explained: ExplainedParts };

/** Explains some parts of a result in the thread that calls it. */
export async function explainParts(
  problem: PlanProblem,
  result: PlanResult,
  parts: ExplainParts,
): Promise<ExplainedParts> {
  const explained: ExplainedParts = { assignments: {}, uncovered: {} };
  const laid = parts.assignments.length > 0 ? layOutResult(problem, result) : null;
  for (const index of parts.assignments) {
    const explanation = laid && explainRun(laid, index);
    if (explanation) explained.assignments[index] = explanation;
  }
  for (const index of parts.uncovered) {
    const explanation = await explainUncovered(problem, result, index);
    if (explanation) explained.uncovered[index] = explanation;
  }
  return explained;
}
