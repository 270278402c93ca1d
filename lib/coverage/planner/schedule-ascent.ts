import { num } from "@/lib/coverage/planner/arrays";
import {
  boundSchedules,
  type Market,
  type MarketBound,
  missed,
  roughly,
  type Worth,
} from "@/lib/coverage/planner/schedule-bound";
import type { Stopping } from "@/lib/coverage/planner/stopping";

export type AscentOptions = {
  stopping: Stopping;
  iterations: number;
  /** The quality of a known plan, which no bound can exceed. */
  upper: number;
  onStep?: (bound: MarketBound) => void;
};

/**
 * Raises the Lagrangian bound by a deflected subgradient: raises the worth of steps too few serve, lowers it where too
 * many do, with steps as long as the distance to a known plan allows. Returns the best bound met.
 */
export function ascend(market: Market, start: Worth, options: AscentOptions): MarketBound {
  let worth = start;
  let best = boundSchedules(market, worth, 1, roughly);
  let at = best;
  let direction: Worth | null = null;
  let reach = 0.2;
  let idle = 0;
  for (let turn = 0; turn < options.iterations; turn++) {
    if (options.upper - best.bound < 1 - 1e-5 || options.stopping.isOver()) break;
    const slope = missed(market, at);
    direction = direction ? deflect(direction, slope) : slope;
    const square = squared(direction, worth);
    if (square < 1e-12) break;
    const length = (reach * Math.max(1, options.upper - at.bound)) / square;
    worth = moved(worth, direction, length);
    at = boundSchedules(market, worth, 1, roughly);
    options.onStep?.(at);
    if (at.bound > best.bound) {
      if (at.bound > best.bound + 2e-5 * Math.abs(best.bound)) idle = 0;
      best = at;
    } else idle++;
    if (idle > 12) {
      reach *= 0.65;
      idle = 0;
      worth = best.worth;
      at = best;
      direction = null;
      if (reach < 2e-3) break;
    }
  }
  return best;
}

function deflect(kept: Worth, slope: Worth): Worth {
  const mix = (a: Float64Array, b: Float64Array) =>
    a.map((value, index) => 0.3 * value + 0.7 * num(b, index));
  return { steps: mix(kept.steps, slope.steps), spare: mix(kept.spare, slope.spare) };
}

function squared(direction: Worth, worth: Worth): number {
  let sum = 0;
  for (const value of direction.steps) sum += value * value;
  direction.spare.forEach((value, slot) => {
    if (value > 0 || num(worth.spare, slot) > 0) sum += value * value;
  });
  return sum;
}

function moved(worth: Worth, direction: Worth, length: number): Worth {
  return {
    steps: worth.steps.map((value, row) => value + length * num(direction.steps, row)),
    spare: worth.spare.map((value, slot) => Math.max(0, value + length * num(direction.spare, slot))),
  };
}
