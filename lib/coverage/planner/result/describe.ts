import type { StageOne } from "@/lib/coverage/planner/gaps/minimise-uncovered";
import { hashProblem } from "@/lib/coverage/planner/problem/input-hash";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { Proof } from "@/lib/coverage/planner/proof";
import { solverVersion } from "@/lib/solver/programme";
import type { Stopping } from "@/lib/solver/stopping";
import type { PlanResult, PlanStatus } from "./plan-result";
import { listAssignments, listUncovered } from "./report";
import { scoreCover } from "./score";

export type Describe = (stage: StageOne, found: Proof) => PlanResult;

/** Prepares to write plans of a problem down as results. */
export function makeDescription(
  problem: PlanProblem,
  instance: Instance,
  stopping: Stopping,
  hasSolver: boolean,
): Describe {
  const inputHash = hashProblem(problem);
  return (stage, { cover, bound }) => {
    const score = scoreCover(instance, cover);
    const isMinimum = score.uncoveredWeight === stage.bound;
    const status = statusOf(score.quality, bound, hasSolver, isMinimum, stopping);
    const isBounded = hasSolver;
    return {
      status,
      assignments: listAssignments(problem, instance, cover),
      uncovered: listUncovered(problem, instance, cover),
      score,
      lowerBound: isBounded ? { uncoveredWeight: stage.bound, quality: isMinimum ? bound : 0 } : null,
      gap: isBounded && isMinimum ? gapOf(score.quality, bound) : null,
      inputHash,
      solverVersion,
      elapsedMs: Math.round(stopping.elapsedMs()),
    };
  };
}

function statusOf(
  quality: number,
  bound: number,
  hasSolver: boolean,
  isMinimum: boolean,
  stopping: Stopping,
): PlanStatus {
  if (stopping.isCancelled()) return "cancelled";
  if (!hasSolver) return "heuristic";
  if (!isMinimum) return "bounded";
  return quality <= bound ? "optimal" : "bounded";
}

function gapOf(quality: number, bound: number): number {
  return quality === 0 ? 0 : (quality - bound) / quality;
}
