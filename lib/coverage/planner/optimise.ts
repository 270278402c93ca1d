import type { Highs } from "highs";
import type { StageOne } from "@/lib/coverage/planner/gaps/minimise-uncovered";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import type { PlanOptions } from "@/lib/coverage/planner/result/plan-result";
import { proveBySchedules } from "@/lib/coverage/planner/schedules/schedule-proof";
import { isOfSingleSteps, proveSingleSteps } from "@/lib/coverage/planner/schedules/single-steps";
import { makeSearch } from "@/lib/coverage/planner/search/search";
import { type Stopping, shareOf } from "@/lib/solver/stopping";
import { type PatternProof, type Proof, type ProofOptions, proveByPatterns } from "./proof";

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
  if (!highs || !mayProve || isDone(searched, stopping)) return searched;
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
      search: (found, guidance, share) => {
        turns++;
        const again = search(found, options.seed + turns, shareOf(within, share), guidance);
        report("search", again);
        return again;
      },
    });
  let proof = searched;
  if (isSmall) {
    proof = proveSmall(highs, instance, stage, searched, stopping, {
      byPatterns: (share) => byPatterns(searched, "schedules", shareOf(stopping, share)),
      mostColumns,
      report,
    });
    report("proof", proof);
    if (isDone(proof, stopping)) return proof;
  }
  const hasProgramme = nodesOf(instance) <= mostProgrammeNodes;
  const { best } = byPatterns(proof, hasProgramme ? "programme" : "turns", stopping);
  report("proof", best);
  return best;
}

type SmallProofOptions = {
  byPatterns: (share: number) => PatternProof;
  mostColumns: number;
  report: Report;
};

// Prices first; then, where no step has a neighbour, the textbook programme; then whole schedules.
function proveSmall(
  highs: Highs,
  instance: Instance,
  { spare }: StageOne,
  searched: Proof,
  stopping: Stopping,
  { byPatterns, mostColumns, report }: SmallProofOptions,
): Proof {
  const isSingle = isOfSingleSteps(instance);
  const { best, duals } = byPatterns(isSingle ? 0.05 : 0.4);
  let proof = best;
  if (isSingle && !isDone(proof, stopping))
    proof = proveSingleSteps(highs, instance, proof, spare, shareOf(stopping, 0.9));
  if (!duals || isDone(proof, stopping)) return proof;
  const known = proof;
  return proveBySchedules(highs, instance, known, {
    spare,
    duals,
    covers: [searched.cover],
    stopping,
    mostColumns,
    onBound: (bound) => report("bound", { ...known, bound }),
  });
}

function isDone({ bound, quality }: Proof, stopping: Stopping): boolean {
  return bound >= quality || stopping.isOver();
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
