import { int, item, num } from "@/lib/coverage/planner/arrays";
import { weightInRow } from "@/lib/coverage/planner/capacity-rows";
import type { PricedBound } from "@/lib/coverage/planner/column-generation";
import { forEachRun } from "@/lib/coverage/planner/columns";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import { chargeOf, limitOf } from "@/lib/coverage/planner/fairness-cuts";
import type { Cover, Instance } from "@/lib/coverage/planner/instance";
import { blendRuns, type MeanRuns } from "@/lib/coverage/planner/mean-runs";
import type { NearPatterns } from "@/lib/coverage/planner/near-patterns";
import {
  boundUnder,
  freePrices,
  isHopeless,
  type Prices,
  type SharedRows,
} from "@/lib/coverage/planner/prices";
import type { Stopping } from "@/lib/coverage/planner/stopping";

/** Who serves one episode. */
export type Pattern = { index: number; served: Int32Array };

export type AscentOptions = {
  spare: Float64Array;
  /** The quality of a known plan, which no bound can exceed. */
  upper: number;
  iterations: number;
  stopping: Stopping;
  /** Prices to rise from. */
  start?: Prices;
  onPattern?: (found: Pattern, turn: number) => void;
};

const glances = 20;
const quiet = 12;
const shortest = 0.01;

/**
 * Raises the Lagrangian bound of patterns by the volume algorithm: prices step from the best so far along the averaged
 * overstep of the limits. Most steps only glance at whoever mattered lately; every so often the best is proven.
 */
export function ascendPrices(
  instance: Instance,
  patterns: NearPatterns,
  rows: SharedRows,
  options: AscentOptions,
): PricedBound & { runs: MeanRuns } {
  const { stopping, upper } = options;
  const pace = paceOf(instance, rows);
  const met: Cover = [];
  const centre = freePrices(instance, rows.capacity, rows.cuts);
  if (options.start) centre.all.set(options.start.all);
  const trial = freePrices(instance, rows.capacity, rows.cuts);
  const over = freePrices(instance, rows.capacity, rows.cuts);
  let at = evaluate(instance, patterns, rows, centre, over, met, options, 0, false);
  let best: PricedBound = { bound: at, prices: copyPrices(instance, rows, centre) };
  const mean = Float64Array.from(over.all);
  const runs: MeanRuns = { weight: 1, of: Array.from({ length: instance.people }, () => new Map()) };
  let target = aim(at, upper);
  let reach = 0.5;
  let idle = 0;
  for (let turn = 1; turn <= options.iterations && !stopping.isOver(); turn++) {
    if (upper - best.bound < 1) break;
    const square = squared(mean, centre.all, pace);
    if (square < 1e-12) break;
    step(rows, trial, centre, mean, pace, (reach * (target - at)) / square);
    const bound = evaluate(instance, patterns, rows, trial, over, met, options, turn, true);
    const isOnward = alongside(mean, over.all, pace) >= 0;
    const share = mixing(mean, over.all, pace);
    blend(mean, over.all, share);
    blendRuns(runs, instance, met, share);
    if (bound > at) {
      if (bound > at + 1e-5 * Math.abs(at)) idle = 0;
      at = bound;
      centre.all.set(trial.all);
      if (isOnward) reach = Math.min(2, reach * 1.1);
      if (at > 0.95 * target) target = aim(at, upper);
    } else if (++idle > quiet) {
      reach *= 0.66;
      idle = 0;
    }
    const isProving = turn % glances === 0 || turn === 3 || turn === 10;
    if (!isProving && turn !== options.iterations && reach >= shortest) continue;
    at = evaluate(instance, patterns, rows, centre, over, met, options, turn, false);
    if (at > best.bound) best = { bound: at, prices: copyPrices(instance, rows, centre) };
    if (reach < shortest) break;
  }
  return { ...best, runs };
}

// Never far above where the bound stands, lest steps overshoot; never above what it can reach.
function aim(at: number, upper: number): number {
  return Math.max(at + 1, Math.min(upper, at + 0.06 * Math.abs(at) + 1));
}

function copyPrices(instance: Instance, rows: SharedRows, prices: Prices): Prices {
  const copy = freePrices(instance, rows.capacity, rows.cuts);
  copy.all.set(prices.all);
  return copy;
}

// Brings every limit to one unit, minutes: fairness prices are shares of a slope, rounded rows count whole parts.
function paceOf(instance: Instance, rows: SharedRows): Float64Array {
  const pace = freePrices(instance, rows.capacity, rows.cuts);
  pace.near.fill(instance.near > 0 ? 1 / instance.near ** 2 : 0);
  pace.far.fill(instance.far > 0 ? 1 / instance.far ** 2 : 0);
  pace.open.fill(1);
  for (const [place, { slope }] of rows.cuts.list.entries()) pace.cuts[place] = 1 / slope ** 2;
  for (const [row, divisor] of rows.capacity.divisor.entries()) pace.capacity[row] = divisor ** 2;
  return pace.all;
}

function evaluate(
  instance: Instance,
  patterns: NearPatterns,
  rows: SharedRows,
  prices: Prices,
  over: Prices,
  met: Cover,
  options: AscentOptions,
  turn: number,
  isGlance: boolean,
): number {
  for (const [row, limit] of rows.capacity.limit.entries()) over.capacity[row] = -limit;
  for (let person = 0; person < instance.people; person++) {
    const expected = int(instance.expected, person);
    over.near[person] = -instance.near * expected;
    over.far[person] = -(2 * instance.far - instance.near) * expected;
  }
  for (const [slot, weight] of options.spare.entries()) over.open[slot] = -weight;
  for (const [place, cut] of rows.cuts.list.entries()) over.cuts[place] = -limitOf(cut);
  const visit = (index: number, served: Int32Array) => {
    met[index] = served;
    options.onPattern?.({ index, served }, turn);
    addPattern(instance, rows, over, index, served);
  };
  return boundUnder(instance, patterns, rows, options.spare, prices, visit, isGlance);
}

function addPattern(instance: Instance, rows: SharedRows, over: Prices, index: number, served: Int32Array) {
  const episode = item(instance.episodes, index);
  const { first, divisor } = rows.capacity;
  forEachRun(episode, served, (person, minutes) => {
    const own = fairnessCost(minutes, int(instance.expected, person), instance.near, instance.far);
    over.near[person] = num(over.near, person) + instance.near * minutes - own;
    over.far[person] = num(over.far, person) + instance.far * minutes - own;
    for (const place of rows.cuts.of.get(person) ?? []) {
      over.cuts[place] = num(over.cuts, place) + chargeOf(item(rows.cuts.list, place), minutes) - own;
    }
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
    const use = int(episode.use, candidate * episode.steps + step);
    for (let row = int(first, cell); row < int(first, cell + 1); row++) {
      over.capacity[row] = num(over.capacity, row) + weightInRow(int(divisor, row), use);
    }
  }
}

function squared(mean: Float64Array, prices: Float64Array, pace: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < mean.length; row++) {
    const value = num(mean, row);
    if (value > 0 || num(prices, row) > 0) sum += num(pace, row) * value * value;
  }
  return sum;
}

function alongside(a: Float64Array, b: Float64Array, pace: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += num(pace, row) * num(a, row) * num(b, row);
  return sum;
}

// The share of the fresh overstep that leaves the mean shortest, within limits.
function mixing(mean: Float64Array, fresh: Float64Array, pace: Float64Array): number {
  const both = alongside(mean, fresh, pace);
  const old = alongside(mean, mean, pace);
  const apart = old + alongside(fresh, fresh, pace) - 2 * both;
  const ideal = apart > 0 ? (old - both) / apart : mostMixed;
  return Math.min(mostMixed, Math.max(mostMixed / 10, ideal));
}

const mostMixed = 0.2;

function blend(mean: Float64Array, fresh: Float64Array, share: number) {
  for (let row = 0; row < mean.length; row++) {
    mean[row] = (1 - share) * num(mean, row) + share * num(fresh, row);
  }
}

function step(
  rows: SharedRows,
  to: Prices,
  from: Prices,
  along: Float64Array,
  pace: Float64Array,
  length: number,
) {
  for (let row = 0; row < along.length; row++) {
    to.all[row] = Math.max(0, num(from.all, row) + length * num(pace, row) * num(along, row));
  }
  for (let person = 0; person < to.near.length; person++) {
    const own = rows.cuts.of.get(person) ?? [];
    let whole = num(to.near, person) + num(to.far, person);
    for (const place of own) whole += num(to.cuts, place);
    if (whole <= 1) continue;
    to.near[person] = num(to.near, person) / whole;
    to.far[person] = num(to.far, person) / whole;
    for (const place of own) to.cuts[place] = num(to.cuts, place) / whole;
  }
}
