import { type NearPatterns, worthOfSteps } from "@/lib/coverage/planner/patterns/near-patterns";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import type { Worth } from "@/lib/coverage/planner/schedules/schedule-bound";
import { type Prices, priceEpisode, type SharedRows } from "./prices";

/**
 * What covering each step is worth under the prices of patterns. No run costs less than its steps are worth, which makes
 * it a good beginning for schedules: they can gain only what the prices of room and fairness allow.
 */
export function worthUnder(
  instance: Instance,
  rows: SharedRows,
  prices: Prices,
  patterns: NearPatterns,
): Worth {
  const { view } = patterns;
  const steps = instance.episodes.flatMap((episode) => {
    priceEpisode(instance, episode, rows, prices, view);
    view.who = Int32Array.from(episode.people.keys());
    view.count = episode.people.length;
    patterns.loose(episode, new Int32Array(episode.steps));
    return [...worthOfSteps(patterns.ends, episode.steps)];
  });
  return { steps: Float64Array.from(steps), spare: Float64Array.from(prices.open) };
}
