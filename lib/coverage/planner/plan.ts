import type { Highs } from "highs";
import { minimiseUncovered, type StageOne } from "@/lib/coverage/planner/gaps/minimise-uncovered";
import { independentBound } from "@/lib/coverage/planner/prices/independent-bound";
import { buildInstance, type Instance } from "@/lib/coverage/planner/problem/instance";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { makeDescription } from "@/lib/coverage/planner/result/describe";
import type { PlanOptions, PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { scoreCover } from "@/lib/coverage/planner/result/score";
import { repairCover } from "@/lib/coverage/planner/search/repair";
import { loadSolver } from "@/lib/solver/programme";
import { makeStopping, type Stopping, shareOf } from "@/lib/solver/stopping";
import { optimiseCover } from "./optimise";
import type { Proof } from "./proof";

/**
 * The pipeline, in order: `problem/` lays the document out (instance) · `gaps/` proves the least uncovered weight slot by
 * slot · `search/` lowers the quality cost (insertion, large-neighbourhood search; repair for a plan that stands) ·
 * `prices/` raises a Lagrangian bound · `patterns/` and `schedules/` prove it by column generation · `result/` scores,
 * verifies and describes · `explain/` answers why, and what would help.
 *
 * Plans who covers whom: first the least uncovered weight, then the least quality cost. The answer says what is proven:
 * "optimal", "bounded" by a lower bound, "heuristic" without one, or "cancelled" with the best plan so far. Every plan
 * found on the way is reported whole, the first as soon as the least uncovered weight is reached.
 */
export async function plan(problem: PlanProblem, options: PlanOptions): Promise<PlanResult> {
  const stopping = makeStopping(options);
  const instance = buildInstance(problem);
  const highs = options.solver === "none" ? null : await loadSolver();
  const describe = makeDescription(problem, instance, stopping, highs !== null);
  const isRepair = options.mode === "repair" && problem.prior.length > 0;
  const { stage, found } = isRepair
    ? repairCover(instance, highs, stopping, reporter)
    : optimise(instance, highs, options, stopping, reporter);
  return describe(stage, found);

  function reporter(stage: StageOne, name: "uncovered" | "search" | "bound" | "proof", found: Proof) {
    if (!options.onProgress) return;
    const { uncoveredWeight, quality } = scoreCover(instance, found.cover);
    const snapshot = name === "bound" ? {} : { plan: describe(stage, found) };
    options.onProgress({ stage: name, uncoveredWeight, quality, bound: found.bound, ...snapshot });
  }
}

export type Reporter = (
  stage: StageOne,
  name: "uncovered" | "search" | "bound" | "proof",
  found: Proof,
) => void;

function optimise(
  instance: Instance,
  highs: Highs | null,
  options: PlanOptions,
  stopping: Stopping,
  report: Reporter,
): { stage: StageOne; found: Proof } {
  const stage = minimiseUncovered(instance, highs, shareOf(stopping, 0.6));
  const quality = scoreCover(instance, stage.cover).quality;
  const bound = independentBound(instance);
  const first = { cover: stage.cover, quality, bound };
  report(stage, "uncovered", first);
  if (stopping.isOver()) return { stage, found: first };
  return {
    stage,
    found: optimiseCover(instance, stage, first, highs, options, stopping, (name, found) =>
      report(stage, name, found),
    ),
  };
}
