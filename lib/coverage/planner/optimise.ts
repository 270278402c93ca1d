import type { Highs } from "highs";
import type { Cover, Instance } from "@/lib/coverage/planner/instance";
import { constructCover, improveCover, polish, totalOf } from "@/lib/coverage/planner/local-search";
import { narrowTo } from "@/lib/coverage/planner/narrow";
import { nearCandidates, withServing } from "@/lib/coverage/planner/near";
import type { PlanOptions } from "@/lib/coverage/planner/plan-result";
import { type Proof, proveByPatterns } from "@/lib/coverage/planner/proof";
import { proveBySchedules } from "@/lib/coverage/planner/schedule-proof";
import { scoreCover } from "@/lib/coverage/planner/score";
import { emptyCover, type Guide, makeState } from "@/lib/coverage/planner/search-state";
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
  const hasClock = Number.isFinite(stopping.remainingMs());
  const mostColumns = hasClock ? 20_000 : 2_000;
  const mayProve = highs !== null && stage.isProven && isAffordable(instance, stopping);
  const searched = search(instance, stage, first, options, shareOf(stopping, mayProve ? 0.04 : 1));
  report("search", searched);
  if (!highs || !mayProve || searched.quality <= searched.bound || stopping.isOver()) return searched;
  // Where whole schedules can be priced exactly in good time.
  const mostNodes = hasClock ? 5_000 : 500;
  const isSmall = nodesOf(instance) <= mostNodes;
  let turns = 0;
  const byPatterns = proveByPatterns(highs, instance, searched, {
    spare: stage.spare,
    stopping: shareOf(stopping, isSmall ? 0.4 : 1),
    mostColumns,
    iterations: hasClock ? 400 : 150,
    hasProgramme: nodesOf(instance) <= mostProgrammeNodes,
    rounds: hasClock ? 6 : 2,
    onBound: (found) => report("bound", found),
    search: (found, guide, share) => {
      turns++;
      const again = { ...options, seed: options.seed + turns };
      const better = search(instance, stage, found, again, shareOf(stopping, share), guide);
      report("search", better);
      return better;
    },
  });
  report("proof", byPatterns);
  if (!isSmall || byPatterns.bound >= byPatterns.quality || stopping.isOver()) return byPatterns;
  const bySchedules = proveBySchedules(highs, instance, byPatterns, {
    spare: stage.spare,
    covers: [searched.cover],
    stopping,
    mostColumns,
    onBound: (bound) => report("bound", { ...byPatterns, bound }),
  });
  report("proof", bySchedules);
  return bySchedules;
}

// Beyond, the linear programme doesn't settle in good time.
const mostProgrammeNodes = 100_000;

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
  const lists = withServing(withServing(nearCandidates(instance), start.cover), emptyCover(instance));
  const narrow = narrowTo(instance, lists);
  const cover = narrow.fromWide(start.cover);
  const improved = improveCover(narrow.instance, guide ? cover : settled(narrow.instance, cover, stopping), {
    seed: options.seed,
    iterations: options.budget.iterations ?? defaultIterations(instance, stopping),
    stopping,
    target: { uncoveredWeight: stage.bound, quality: start.bound },
    ...(guide ? { guide } : {}),
  });
  const state = makeState(instance, narrow.toWide(improved));
  polish(state, stopping);
  return { cover: state.cover, quality: totalOf(state).quality, bound: start.bound };
}

// A plan to search from: the given one polished or one built afresh, whichever is better.
function settled(instance: Instance, cover: Cover, stopping: Stopping): Cover {
  const state = makeState(instance, cover);
  polish(state, stopping);
  const built = constructCover(instance, stopping);
  const weight = scoreCover(instance, built);
  const polished = totalOf(state);
  const isBuiltBetter =
    weight.uncoveredWeight < polished.uncoveredWeight ||
    (weight.uncoveredWeight === polished.uncoveredWeight && weight.quality < polished.quality);
  return isBuiltBetter ? built : state.cover;
}

function defaultIterations(instance: Instance, stopping: Stopping): number {
  if (!Number.isFinite(stopping.remainingMs())) return Math.min(10_000, 200 * instance.episodes.length);
  return Math.max(10_000, 600 * instance.episodes.length);
}
