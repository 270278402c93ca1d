import { type PatternPricing, stepDualsOf } from "@/lib/coverage/planner/patterns/pattern-pricing";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import type { StepDuals } from "@/lib/coverage/planner/schedules/schedule-bound";
import { type Prices, priceEpisode, type SharedRows } from "./prices";

/**
 * The dual value of covering each step under the prices of patterns. No run costs less than its steps' dual values, which makes
 * it a good beginning for schedules: they can gain only what the prices of room and fairness allow.
 */
export function stepDualsUnder(
  instance: Instance,
  rows: SharedRows,
  prices: Prices,
  patterns: PatternPricing,
): StepDuals {
  const { view } = patterns;
  const steps = instance.episodes.flatMap((episode) => {
    priceEpisode(instance, episode, rows, prices, view);
    view.who = Int32Array.from(episode.people.keys());
    view.count = episode.people.length;
    patterns.relaxed(episode, new Int32Array(episode.steps));
    return [...stepDualsOf(patterns.ends, episode.steps)];
  });
  return { steps: Float64Array.from(steps), spare: Float64Array.from(prices.open) };
}
