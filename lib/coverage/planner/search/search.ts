import type { StageOne } from "@/lib/coverage/planner/gaps/minimise-uncovered";
import { nearCandidates, withServing } from "@/lib/coverage/planner/patterns/near-candidates";
import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import { narrowTo } from "@/lib/coverage/planner/problem/narrow";
import type { Guidance, Proof } from "@/lib/coverage/planner/proof";
import type { PlanOptions } from "@/lib/coverage/planner/result/plan-result";
import { scoreCover } from "@/lib/coverage/planner/result/score";
import type { Stopping } from "@/lib/solver/stopping";
import { constructCover } from "./construct";
import { improveCover, polish, totalOf } from "./local-search";
import { emptyCover, makeState } from "./search-state";

/** Searches on from a plan; where prices lead, as they lead. */
export type Search = (start: Proof, seed: number, stopping: Stopping, guidance?: Guidance) => Proof;

/**
 * A search among near candidates, polished among all at its end. Where no prices lead it begins with what stands or a plan
 * built afresh, whichever is better; the first time they do, with a plan built under them.
 */
export function makeSearch(instance: Instance, stage: StageOne, options: PlanOptions): Search {
  const near = nearCandidates(instance);
  const pinned = emptyCover(instance);
  let isFirstGuided = true;
  return (start, seed, stopping, guidance) => {
    const lists = [stage.cover, start.cover, pinned].reduce(withServing, guidance?.near ?? near);
    const narrow = narrowTo(instance, lists);
    const given = narrow.fromWide(start.cover);
    const isFresh = guidance ? isFirstGuided : true;
    if (guidance) isFirstGuided = false;
    const leastOpen = narrow.fromWide(stage.cover);
    const built = isFresh ? constructCover(narrow.instance, leastOpen, stopping, guidance?.guide) : given;
    const from = guidance ? built : better(narrow.instance, given, built);
    const improved = improveCover(narrow.instance, from, {
      seed,
      iterations: options.budget.iterations ?? turnsOf(instance, stopping, guidance !== undefined),
      stopping,
      target: { uncoveredWeight: stage.bound, quality: start.bound },
      ...(guidance ? { guide: guidance.guide } : {}),
    });
    const state = makeState(instance, narrow.toWide(better(narrow.instance, given, improved)));
    polish(state, stopping);
    return { cover: state.cover, quality: totalOf(state).quality, bound: start.bound };
  };
}

function better(instance: Instance, a: Cover, b: Cover): Cover {
  const one = scoreCover(instance, a);
  const other = scoreCover(instance, b);
  const isOther =
    other.uncoveredWeight < one.uncoveredWeight ||
    (other.uncoveredWeight === one.uncoveredWeight && other.quality < one.quality);
  return isOther ? b : a;
}

// Beyond, turns hardly help; without prices to lead them they help less.
function turnsOf({ episodes }: Instance, stopping: Stopping, isGuided: boolean): number {
  if (!Number.isFinite(stopping.remainingMs())) return Math.min(10_000, 200 * episodes.length);
  return Math.max(2_000, (isGuided ? 1_000 : 100) * episodes.length);
}
