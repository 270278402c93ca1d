import { type Prices, priceEpisode, type SharedRows } from "@/lib/coverage/planner/prices/prices";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { cheapestFirst } from "./near-candidates";
import { bestOverAll, cheapestRun, type PatternPricing, stepDualsOf } from "./pattern-pricing";

const cheapest = 10;
const perStep = 3;

/**
 * For each episode the candidates a guided search looks at: those whose best run has the least
 * reduced cost. Half as many as without prices serve as well.
 */
export function candidatesByReducedCost(
  instance: Instance,
  rows: SharedRows,
  prices: Prices,
  patterns: PatternPricing,
): Int32Array[] {
  return instance.episodes.map((episode, index) => {
    priceEpisode(instance, episode, rows, prices, patterns.view);
    bestOverAll(instance, index, patterns, new Int32Array(episode.steps));
    const duals = stepDualsOf(patterns.ends, episode.steps);
    const costs = Float64Array.from(episode.people.keys(), (candidate) =>
      cheapestRun(instance, episode, patterns.view, candidate, duals),
    );
    return cheapestFirst(episode, costs, cheapest, perStep);
  });
}
