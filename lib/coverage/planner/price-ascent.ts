import { int, item, num } from "@/lib/coverage/planner/arrays";
import { weightInRow } from "@/lib/coverage/planner/capacity-rows";
import type { PricedBound } from "@/lib/coverage/planner/column-generation";
import { forEachRun } from "@/lib/coverage/planner/columns";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import type { Instance } from "@/lib/coverage/planner/instance";
import type { NearPatterns } from "@/lib/coverage/planner/near-patterns";
import {
  boundUnder,
  flagPriced,
  freePrices,
  isHopeless,
  type Prices,
  type SharedRows,
} from "@/lib/coverage/planner/prices";
import type { Stopping } from "@/lib/coverage/planner/stopping";

export type AscentOptions = {
  spare: Float64Array;
  /** The quality of a known plan, which no bound can exceed. */
  upper: number;
  iterations: number;
  stopping: Stopping;
  onPattern: (index: number, served: Int32Array, turn: number) => void;
};

/** How far the cheapest patterns overstep each limit; the same shape as prices, each in its row's own unit. */
type Overstep = Pick<Prices, "capacity" | "near" | "far" | "open">;

/**
 * Raises the Lagrangian bound of patterns by a deflected subgradient on the prices of capacity, fairness and open weight:
 * a quick start for column generation, and all the bound there is where its programme would be too large.
 */
export function ascendPrices(
  instance: Instance,
  patterns: NearPatterns,
  rows: SharedRows,
  options: AscentOptions,
): PricedBound {
  let prices = freePrices(instance, rows.capacity);
  let at = evaluate(instance, patterns, rows, prices, options, 0);
  let best: PricedBound = { bound: at.bound, prices };
  let direction = at.over;
  let reach = 1;
  let idle = 0;
  for (let turn = 1; turn <= options.iterations && !options.stopping.isOver(); turn++) {
    if (options.upper - best.bound < 1) break;
    direction = turn === 1 ? at.over : deflect(direction, at.over);
    const square = squared(instance, direction, prices);
    if (square < 1e-12) break;
    prices = moved(instance, prices, direction, (reach * Math.max(1, options.upper - at.bound)) / square);
    at = evaluate(instance, patterns, rows, prices, options, turn);
    if (at.bound > best.bound) {
      if (at.bound > best.bound + 1e-4 * Math.abs(best.bound)) idle = 0;
      best = { bound: at.bound, prices };
    } else idle++;
    if (idle <= 6) continue;
    reach *= 0.6;
    idle = 0;
    if (reach < 5e-3) break;
    prices = best.prices;
    at = evaluate(instance, patterns, rows, prices, options, turn);
    direction = at.over;
  }
  return best;
}

function evaluate(
  instance: Instance,
  patterns: NearPatterns,
  rows: SharedRows,
  prices: Prices,
  options: AscentOptions,
  turn: number,
): { bound: number; over: Overstep } {
  const free = freePrices(instance, rows.capacity);
  const over: Overstep = { capacity: free.capacity, near: free.near, far: free.far, open: free.open };
  for (const [cell, list] of rows.capacity) {
    const values = over.capacity.get(cell) as Float64Array;
    for (const [position, row] of list.entries()) values[position] = -row.limit;
  }
  for (let person = 0; person < instance.people; person++) {
    const expected = int(instance.expected, person);
    over.near[person] = -instance.near * expected;
    over.far[person] = -(2 * instance.far - instance.near) * expected;
  }
  over.open.set(options.spare.map((weight) => -weight));
  const bound = boundUnder(instance, patterns, rows, options.spare, prices, (index, served) => {
    options.onPattern(index, served, turn);
    addPattern(instance, rows, over, index, served);
  });
  return { bound, over };
}

function addPattern(instance: Instance, rows: SharedRows, over: Overstep, index: number, served: Int32Array) {
  const episode = item(instance.episodes, index);
  forEachRun(episode, served, (person, minutes) => {
    const own = fairnessCost(minutes, int(instance.expected, person), instance.near, instance.far);
    over.near[person] = num(over.near, person) + instance.near * minutes - own;
    over.far[person] = num(over.far, person) + instance.far * minutes - own;
  });
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    const slot = int(episode.slots, step);
    if (candidate < 0) {
      const weight = isHopeless(episode, step) ? 0 : episode.weight * int(episode.demand, step);
      over.open[slot] = num(over.open, slot) + weight;
      continue;
    }
    const cell = int(episode.people, candidate) * instance.slots + slot;
    const values = over.capacity.get(cell);
    const use = int(episode.use, candidate * episode.steps + step);
    for (const [position, row] of (rows.capacity.get(cell) ?? []).entries()) {
      if (values) values[position] = num(values, position) + weightInRow(row, use);
    }
  }
}

function deflect(kept: Overstep, fresh: Overstep): Overstep {
  const mix = (a: Float64Array, b: Float64Array) =>
    a.map((value, place) => 0.3 * value + 0.7 * num(b, place));
  return {
    capacity: new Map(
      [...fresh.capacity].map(([cell, values]) => [cell, mix(kept.capacity.get(cell) ?? values, values)]),
    ),
    near: mix(kept.near, fresh.near),
    far: mix(kept.far, fresh.far),
    open: mix(kept.open, fresh.open),
  };
}

// Fairness prices are shares between 0 and 1; a step in them counts by the slope they stand for.
function pace(slope: number): number {
  return slope > 0 ? 1 / (slope * slope) : 0;
}

function squared(instance: Instance, over: Overstep, prices: Prices): number {
  let sum = 0;
  for (const [cell, values] of over.capacity) {
    const kept = prices.capacity.get(cell);
    values.forEach((value, place) => {
      if (value > 0 || (kept?.[place] ?? 0) > 0) sum += value * value;
    });
  }
  const add = (values: Float64Array, kept: Float64Array, scale: number) => {
    values.forEach((value, place) => {
      if (value > 0 || num(kept, place) > 0) sum += scale * value * value;
    });
  };
  add(over.near, prices.near, pace(instance.near));
  add(over.far, prices.far, pace(instance.far));
  add(over.open, prices.open, 1);
  return sum;
}

function moved(instance: Instance, from: Prices, over: Overstep, length: number): Prices {
  const raise = (values: Float64Array, by: Float64Array, scale: number) =>
    values.map((value, place) => Math.max(0, value + length * scale * num(by, place)));
  const near = raise(from.near, over.near, pace(instance.near));
  const far = raise(from.far, over.far, pace(instance.far));
  near.forEach((value, person) => {
    const whole = Math.max(1, value + num(far, person));
    near[person] = value / whole;
    far[person] = num(far, person) / whole;
  });
  const prices: Prices = {
    capacity: new Map(
      [...from.capacity].map(([cell, values]) => [
        cell,
        raise(values, over.capacity.get(cell) ?? new Float64Array(values.length), 1),
      ]),
    ),
    isPriced: new Uint8Array(from.isPriced.length),
    near,
    far,
    cuts: from.cuts,
    open: raise(from.open, over.open, 1),
  };
  flagPriced(prices);
  return prices;
}
