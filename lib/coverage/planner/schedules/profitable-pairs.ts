import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { int, item, num } from "@/lib/solver/arrays";
import type { ScheduleRows } from "./schedule-rows";

/**
 * The episodes with a run of negative reduced cost: for each person the pairs of episode and candidate place, one after the
 * other. A run that earns nothing is in no cheapest schedule, since leaving it out frees time and costs nothing.
 */
export type ProfitablePairs = number[][];

/** Empty offers, to be filled anew for every set of prices. */
export function makePairs(instance: Instance): ProfitablePairs {
  return Array.from({ length: instance.people }, () => []);
}

/** Finds for each person the episodes with a run whose dual values exceed its cost by more than `above` beside the piece. */
export function fillProfitablePairs(
  instance: Instance,
  rows: ScheduleRows,
  duals: Float64Array,
  above: number,
  pairs: ProfitablePairs,
) {
  for (const list of pairs) list.length = 0;
  const least = instance.piece + above + 1e-9;
  for (const [index, episode] of instance.episodes.entries()) {
    const { steps, people, feasible, cost } = episode;
    const first = int(rows.first, index);
    let node = 0;
    for (let candidate = 0; candidate < people.length; candidate++) {
      let run = 0;
      let best = Number.NEGATIVE_INFINITY;
      for (let step = 0; step < steps; step++, node++) {
        if (feasible[node] !== 1) {
          run = 0;
          continue;
        }
        run = Math.max(run, 0) + num(duals, first + step) - num(cost, node);
        if (run > best) best = run;
      }
      if (best > least) item(pairs, int(people, candidate)).push(index, candidate);
    }
  }
}
