import type { Highs } from "highs";
import { constructCover } from "@/lib/coverage/planner/construct";
import type { Cover, Instance } from "@/lib/coverage/planner/instance";
import { improveCover, polish, totalOf } from "@/lib/coverage/planner/local-search";
import { narrowTo } from "@/lib/coverage/planner/narrow";
import { nearCandidates, withServing } from "@/lib/coverage/planner/near";
import type { PlanOptions } from "@/lib/coverage/planner/plan-result";
import { type Lead, type Proof, type ProofOptions, proveByPatterns } from "@/lib/coverage/planner/proof";
import { proveBySchedules } from "@/lib/coverage/planner/schedule-proof";
import { scoreCover } from "@/lib/coverage/planner/score";
import { emptyCover, makeState } from "@/lib/coverage/planner/search-state";
import { isOfSingleSteps, proveSingleSteps } from "@/lib/coverage/planner/single-steps";
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
  const search = makeSearch(instance, stage, options);
  const searched = search(first, options.seed, shareOf(stopping, mayProve ? 0.04 : 1));
  report("search", searched);
  if (!highs || !mayProve || searched.quality <= searched.bound || stopping.isOver()) return searched;
  // Where whole schedules can be priced exactly in good time.
  const mostNodes = hasClock ? 5_000 : 500;
  const isSmall = nodesOf(instance) <= mostNodes;
  let turns = 0;
  const byPatterns = (start: Proof, next: ProofOptions["next"], within: Stopping) =>
    proveByPatterns(highs, instance, start, {
      spare: stage.spare,
      stopping: within,
      mostColumns,
      iterations: hasClock ? 400 : 150,
      next,
      onBound: (found) => report("bound", found),
      search: (found, lead, share) => {
        turns++;
        const again = search(found, options.seed + turns, shareOf(within, share), lead);
        report("search", again);
        return again;
      },
    });
  let proof: Proof = searched;
  if (isSmall) {
    const { worth, ...priced } = byPatterns(
      searched,
      "schedules",
      shareOf(stopping, isOfSingleSteps(instance) ? 0.05 : 0.4),
    );
    proof = priced;
    const isDone = () => proof.bound >= proof.quality || stopping.isOver();
    if (!isDone() && isOfSingleSteps(instance))
      proof = proveSingleSteps(highs, instance, proof, stage.spare, shareOf(stopping, 0.9));
    if (worth && !isDone())
      proof = proveBySchedules(highs, instance, proof, {
        spare: stage.spare,
        worth,
        covers: [searched.cover],
        stopping,
        mostColumns,
        onBound: (bound) => report("bound", { ...proof, bound }),
      });
    report("proof", proof);
    if (isDone()) return proof;
  }
  const hasProgramme = nodesOf(instance) <= mostProgrammeNodes;
  const { worth: _, ...proven } = byPatterns(proof, hasProgramme ? "programme" : "turns", stopping);
  report("proof", proven);
  return proven;
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

type Search = (start: Proof, seed: number, stopping: Stopping, lead?: Lead) => Proof;

/**
 * A search among near candidates, polished among all at its end. Where no prices lead it begins with what stands or a plan
 * built afresh, whichever is better; the first time they do, with a plan built under them.
 */
function makeSearch(instance: Instance, stage: StageOne, options: PlanOptions): Search {
  const near = nearCandidates(instance);
  const pinned = emptyCover(instance);
  let isFirstLed = true;
  return (start, seed, stopping, lead) => {
    const lists = [stage.cover, start.cover, pinned].reduce(withServing, lead?.near ?? near);
    const narrow = narrowTo(instance, lists);
    const given = narrow.fromWide(start.cover);
    const isFresh = lead ? isFirstLed : true;
    if (lead) isFirstLed = false;
    const leastOpen = narrow.fromWide(stage.cover);
    const built = isFresh ? constructCover(narrow.instance, leastOpen, stopping, lead?.guide) : given;
    const from = lead ? built : better(narrow.instance, given, built);
    const improved = improveCover(narrow.instance, from, {
      seed,
      iterations: options.budget.iterations ?? turnsOf(instance, stopping, lead !== undefined),
      stopping,
      target: { uncoveredWeight: stage.bound, quality: start.bound },
      ...(lead ? { guide: lead.guide } : {}),
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
function turnsOf({ episodes }: Instance, stopping: Stopping, isLed: boolean): number {
  if (!Number.isFinite(stopping.remainingMs())) return Math.min(10_000, 200 * episodes.length);
  return Math.max(2_000, (isLed ? 1_000 : 100) * episodes.length);
}
