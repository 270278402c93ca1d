import { type Prices, priceEpisode, type SharedRows } from "@/lib/coverage/planner/prices/prices";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { cheapestFirst } from "./near";
import { bestOfAll, cheapestRun, type NearPatterns, worthOfSteps } from "./near-patterns";

const cheapest = 10;
const perStep = 3;

/**
 * For each episode the candidates a guided search looks at: those whose best run costs least beyond what its steps are
 * worth under the prices. Half as many as without prices do, and the better ones.
 */
export function nearByPrices(
  instance: Instance,
  rows: SharedRows,
  prices: Prices,
  patterns: NearPatterns,
): Int32Array[] {
  return instance.episodes.map((episode, index) => {
    priceEpisode(instance, episode, rows, prices, patterns.view);
    bestOfAll(instance, index, patterns, new Int32Array(episode.steps));
    const worth = worthOfSteps(patterns.ends, episode.steps);
    const costs = Float64Array.from(episode.people.keys(), (candidate) =>
      cheapestRun(instance, episode, patterns.view, candidate, worth),
    );
    return cheapestFirst(episode, costs, cheapest, perStep);
  });
}
