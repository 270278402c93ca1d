import { boundUnder, makePrices, type Prices } from "@/lib/coverage/planner/prices/prices";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import type { Master } from "./master";
import type { PatternPricing } from "./pattern-pricing";

/** A proven bound on quality with the prices that give it. */
export type PricedBound = { bound: number; prices: Prices };

const tolerance = 1e-6;
const nearly = 0.002;

/** Quality costs are whole numbers, so a proven fraction rounds up. */
export function wholeBound(bound: number): number {
  return Math.max(0, Math.ceil(bound - 1e-5));
}

/**
 * Column generation: solves the linear master programme, prices patterns by the dynamic programme, adds those that help,
 * until none does or the bound meets `upper`. Prices are smoothed towards the best so far, which calms them.
 */
export function generateColumns(
  instance: Instance,
  master: Master,
  patterns: PatternPricing,
  spare: Float64Array,
  upper: number,
  start: PricedBound,
): PricedBound {
  const { rows } = master;
  let best = start;
  let smoothing = 0.7;
  for (;;) {
    if (wholeBound(best.bound) >= upper) return best;
    const solved = master.solve();
    if (!solved) return best;
    let added = 0;
    for (const blend of smoothing > 0 ? [smoothing, 0] : [0]) {
      const prices = blend > 0 ? blendPrices(solved.prices, best.prices, blend) : solved.prices;
      const found: { index: number; served: Int32Array }[] = [];
      const bound = boundUnder(instance, patterns, rows, spare, prices, (index, served, cost) => {
        if (blend > 0 || cost < (solved.episodeDual[index] as number) - tolerance)
          found.push({ index, served });
      });
      if (bound > best.bound) best = { bound, prices };
      added = master.add(found);
      if (added > 0) break;
    }
    if (added === 0 || solved.value - best.bound < nearly * solved.value) {
      if (master.cut() > 0) smoothing = 0.5;
      else if (added === 0 || solved.value - best.bound < tolerance) return best;
    }
    smoothing = Math.max(0, smoothing - 0.02);
  }
}

function blendPrices(fresh: Prices, kept: Prices, weight: number): Prices {
  const mix = (a: Float64Array, b: Float64Array) =>
    a.map((value, index) => (1 - weight) * value + weight * (b[index] ?? 0));
  const { firstSlope, open, capacity } = fresh;
  return makePrices(firstSlope.length, open.length, capacity.length, mix(fresh.all, kept.all));
}
