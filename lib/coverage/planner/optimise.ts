import type { Highs } from "highs";
import type { Instance } from "@/lib/coverage/planner/instance";
import { constructCover, improveCover, polish, totalOf } from "@/lib/coverage/planner/local-search";
import { nearCandidates } from "@/lib/coverage/planner/near";
import type { PlanOptions } from "@/lib/coverage/planner/plan-result";
import { type Proof, proveByPatterns } from "@/lib/coverage/planner/proof";
import { proveBySchedules } from "@/lib/coverage/planner/schedule-proof";
import { scoreCover } from "@/lib/coverage/planner/score";
import { type Guide, makeState } from "@/lib/coverage/planner/search-state";
import type { StageOne } from "@/lib/coverage/planner/stage-one";
import { type Stopping, shareOf } from "@/lib/coverage/planner/stopping";

type Report = (name: "search" | "bound" | "proof", found: Proof) => void;

/**
 * Lowers the quality cost at the least uncovered weight and proves how low it can go: search first, then the proof that
 * suits the size, whose prices guide another search.
 */
export function optimiseCover(
  instance: Instance,
  stage: StageOne,
  first: Proof,
  highs: Highs | null,
  options: PlanOptions,
  stopping: Stopping,
  report: Report,
): Proof {
  const mayProve = highs !== null && stage.isProven && isAffordable(instance, stopping);
  const searched = search(instance, stage, first, options, shareOf(stopping, mayProve ? 0.15 : 1));
  report("search", searched);
  if (!highs || !mayProve || searched.quality <= searched.bound || stopping.isOver()) return searched;
  if (nodesOf(instance) <= mostNodes) {
    const proof = proveBySchedules(highs, instance, searched, {
      spare: stage.spare,
      covers: [],
      stopping,
      mostColumns: 20_000,
      onBound: (bound) => report("bound", { ...searched, bound }),
    });
    report("proof", proof);
    return proof;
  }
  return proveByPatterns(highs, instance, searched, {
    spare: stage.spare,
    stopping,
    mostColumns: 20_000,
    onBound: (found) => report("bound", found),
    search: (found, guide, share) => {
      const better = search(instance, stage, found, options, shareOf(stopping, share), guide);
      report("search", better);
      return better;
    },
  });
}

const mostNodes = 5_000;

function nodesOf(instance: Instance): number {
  return instance.episodes.reduce((sum, episode) => sum + episode.take.length, 0);
}

// Without a clock only instances whose linear programme takes seconds at most are bounded by it.
function isAffordable(instance: Instance, stopping: Stopping): boolean {
  return Number.isFinite(stopping.remainingMs()) || nodesOf(instance) <= 30_000;
}

function search(
  instance: Instance,
  stage: StageOne,
  start: Proof,
  options: PlanOptions,
  stopping: Stopping,
  guide?: Guide,
): Proof {
  const near = nearCandidates(instance);
  let from = start.cover;
  if (!guide) {
    const state = makeState(instance, start.cover, near);
    polish(state, stopping);
    const built = constructCover(instance, stopping, near);
    const weight = scoreCover(instance, built);
    const polished = totalOf(state);
    const isBuiltBetter =
      weight.uncoveredWeight < polished.uncoveredWeight ||
      (weight.uncoveredWeight === polished.uncoveredWeight && weight.quality < polished.quality);
    from = isBuiltBetter ? built : state.cover;
  }
  const improved = improveCover(instance, from, {
    seed: options.seed,
    iterations: options.budget.iterations ?? defaultIterations(instance, stopping),
    stopping,
    near,
    target: { uncoveredWeight: stage.bound, quality: start.bound },
    ...(guide ? { guide } : {}),
  });
  const state = makeState(instance, improved);
  polish(state, stopping);
  return { cover: state.cover, quality: totalOf(state).quality, bound: start.bound };
}

function defaultIterations(instance: Instance, stopping: Stopping): number {
  const most = Number.isFinite(stopping.remainingMs()) ? 1e9 : 10_000;
  return Math.min(most, 200 * instance.episodes.length);
}
