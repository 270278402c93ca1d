import type { Highs } from "highs";
import { hashProblem } from "@/lib/coverage/planner/input-hash";
import { buildInstance, type Cover, type Instance } from "@/lib/coverage/planner/instance";
import { constructCover, improveCover, polish } from "@/lib/coverage/planner/local-search";
import type { PlanOptions, PlanResult, PlanStatus } from "@/lib/coverage/planner/plan-result";
import type { PlanProblem } from "@/lib/coverage/planner/problem";
import { lonelyBound, type Proof, type ProofOptions, proveCover } from "@/lib/coverage/planner/proof";
import { holdStanding } from "@/lib/coverage/planner/repair";
import { listAssignments, listUncovered } from "@/lib/coverage/planner/report";
import { buildGraphs } from "@/lib/coverage/planner/schedule-graph";
import { proveBySchedules } from "@/lib/coverage/planner/schedule-proof";
import { scoreCover } from "@/lib/coverage/planner/score";
import { makeState, penalised } from "@/lib/coverage/planner/search-state";
import { loadSolver, solverVersion } from "@/lib/coverage/planner/solver";
import { coverMost, type StageOne } from "@/lib/coverage/planner/stage-one";
import { makeStopping, type Stopping, shareOf } from "@/lib/coverage/planner/stopping";

/**
 * Plans who covers whom: first the least uncovered weight, then the least quality cost. The answer says what is proven:
 * "optimal", "bounded" by a lower bound, "heuristic" without one, or "cancelled" with the best plan so far.
 */
export async function plan(problem: PlanProblem, options: PlanOptions): Promise<PlanResult> {
  const stopping = makeStopping(options);
  const instance = buildInstance(problem);
  const highs = await loadSolver();
  const stage = coverMost(instance, highs, stopping);
  options.onProgress?.({
    stage: "uncovered",
    uncoveredWeight: stage.uncoveredWeight,
    quality: null,
    bound: null,
  });
  const isRepair = options.mode === "repair" && problem.prior.length > 0;
  const found = isRepair
    ? repairCover(instance, stage, highs, options, stopping)
    : findCover(instance, stage, highs, options, stopping);
  return describePlan(problem, instance, stage, found, highs, stopping);
}

type Found = { cover: Cover; bound: number };

function repairCover(
  instance: Instance,
  stage: StageOne,
  highs: Highs | null,
  options: PlanOptions,
  stopping: Stopping,
): Found {
  const held = holdStanding(instance, highs, stopping);
  const heldStage = coverMost(held, highs, stopping);
  const { cover } = findCover(held, heldStage, highs, options, stopping);
  return { cover, bound: lonelyBound(instance, stage.spare) };
}

function findCover(
  instance: Instance,
  stage: StageOne,
  highs: Highs | null,
  options: PlanOptions,
  stopping: Stopping,
): Found {
  const lonely = lonelyBound(instance, stage.spare);
  const seen: { index: number; served: Int32Array }[] = [];
  const searched = searchCover(instance, stage, lonely, options, shareOf(stopping, highs ? 0.4 : 1), seen);
  const quality = scoreCover(instance, searched).quality;
  report(options, "search", stage, quality, lonely);
  if (
    !highs ||
    !stage.isProven ||
    quality <= lonely ||
    stopping.isOver() ||
    !isAffordable(instance, stopping)
  ) {
    return { cover: searched, bound: lonely };
  }
  const proof = proveQuality(
    highs,
    instance,
    { cover: searched, quality, bound: lonely },
    {
      spare: stage.spare,
      seen,
      stopping,
      mostColumns: 20_000,
      onBound: (bound) => report(options, "bound", stage, quality, bound),
    },
  );
  report(options, "proof", stage, proof.quality, proof.bound);
  return { cover: proof.cover, bound: Math.max(proof.bound, lonely) };
}

// By whole schedules where they can be listed, which closes the gap; else by episode patterns.
function proveQuality(highs: Highs, instance: Instance, start: Proof, options: ProofOptions): Proof {
  const graphs = buildGraphs(instance, 400_000);
  if (!graphs) return proveCover(highs, instance, start.cover, options);
  return proveBySchedules(highs, instance, graphs, start, { ...options, covers: [] });
}

function searchCover(
  instance: Instance,
  stage: StageOne,
  lonely: number,
  options: PlanOptions,
  stopping: Stopping,
  seen: { index: number; served: Int32Array }[],
): Cover {
  const built = constructCover(instance, stopping);
  const state = makeState(instance, stage.cover);
  polish(state, stopping);
  const from = penalised(instance, built) <= penalised(instance, state.cover) ? built : state.cover;
  return improveCover(instance, from, {
    seed: options.seed,
    iterations: options.budget.iterations ?? defaultIterations(instance),
    stopping,
    target: stage.uncoveredWeight * instance.uncoveredPenalty + lonely,
    onPattern: (index, served) => {
      if (seen.length < 5000) seen.push({ index, served: Int32Array.from(served) });
    },
  });
}

function defaultIterations(instance: Instance): number {
  return Math.min(6000, 40 * instance.episodes.length);
}

// Without a clock only instances whose linear programme takes seconds at most are bounded by it.
function isAffordable(instance: Instance, stopping: Stopping): boolean {
  if (Number.isFinite(stopping.remainingMs())) return true;
  const nodes = instance.episodes.reduce((sum, episode) => sum + episode.take.length, 0);
  return nodes <= 30_000;
}

function report(
  options: PlanOptions,
  stage: "search" | "bound" | "proof",
  { uncoveredWeight }: StageOne,
  quality: number,
  bound: number,
) {
  options.onProgress?.({ stage, uncoveredWeight, quality, bound });
}

function describePlan(
  problem: PlanProblem,
  instance: Instance,
  stage: StageOne,
  found: Found,
  highs: Highs | null,
  stopping: Stopping,
): PlanResult {
  const score = scoreCover(instance, found.cover);
  const isMinimum = score.uncoveredWeight === stage.bound;
  const status = statusOf(score.quality, found.bound, highs !== null && isMinimum, stopping);
  const isBounded = isMinimum && status !== "heuristic";
  return {
    status,
    assignments: listAssignments(problem, instance, found.cover),
    uncovered: listUncovered(problem, instance, found.cover),
    score,
    lowerBound: isBounded ? { uncoveredWeight: stage.bound, quality: found.bound } : null,
    gap: isBounded ? gapOf(score.quality, found.bound) : null,
    inputHash: hashProblem(problem),
    solverVersion,
    elapsedMs: Math.round(stopping.elapsedMs()),
  };
}

function statusOf(quality: number, bound: number, isProven: boolean, stopping: Stopping): PlanStatus {
  if (stopping.isCancelled()) return "cancelled";
  if (!isProven) return "heuristic";
  return quality <= bound ? "optimal" : "bounded";
}

function gapOf(quality: number, bound: number): number {
  return quality === 0 ? 0 : (quality - bound) / quality;
}
