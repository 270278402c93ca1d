import { num } from "@/lib/coverage/planner/arrays";
import type { PricedBound } from "@/lib/coverage/planner/column-generation";
import type { Instance } from "@/lib/coverage/planner/instance";
import { blendRuns, type MeanRuns } from "@/lib/coverage/planner/mean-runs";
import { narrowTo } from "@/lib/coverage/planner/narrow";
import { allCandidates } from "@/lib/coverage/planner/near";
import { makeNearPatterns, type NearPatterns } from "@/lib/coverage/planner/near-patterns";
import { evaluate, type Scene } from "@/lib/coverage/planner/overstep";
import { freePrices, type Prices, type SharedRows } from "@/lib/coverage/planner/prices";
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
  const centre = freePrices(instance, rows.capacity, rows.cuts);
  if (options.start) centre.all.set(options.start.all);
  const trial = freePrices(instance, rows.capacity, rows.cuts);
  const over = freePrices(instance, rows.capacity, rows.cuts);
  const wide: Scene = { instance, patterns, rows, spare: options.spare, over, met: [] };
  let at = evaluate(wide, centre);
  let glanced = glanceAt(wide);
  let best: PricedBound = { bound: at, prices: copyPrices(instance, rows, centre) };
  const mean = Float64Array.from(over.all);
  const runs: MeanRuns = { weight: 1, of: Array.from({ length: instance.people }, () => new Map()) };
  let target = aim(at, upper);
  let reach = options.start ? 0.05 : 0.5;
  let idle = 0;
  for (let turn = 1; turn <= options.iterations && !stopping.isOver(); turn++) {
    if (upper - best.bound < 1) break;
    const square = squared(mean, centre.all, pace);
    if (square < 1e-12) break;
    step(rows, trial, centre, mean, pace, (reach * (target - at)) / square);
    const bound = evaluate(glanced.scene, trial);
    for (const pattern of options.onPattern ? glanced.met() : []) options.onPattern?.(pattern, turn);
    const isOnward = alongside(mean, over.all, pace) >= 0;
    const share = mixing(mean, over.all, pace);
    blend(mean, over.all, share);
    blendRuns(runs, glanced.scene.instance, glanced.scene.met, share);
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
    at = evaluate(wide, centre);
    glanced = glanceAt(wide);
    if (at > best.bound) best = { bound: at, prices: copyPrices(instance, rows, centre) };
    if (reach < shortest) break;
  }
  return { ...best, runs };
}

// The scene narrowed to whoever mattered lately.
function glanceAt(wide: Scene) {
  const narrow = narrowTo(wide.instance, wide.patterns.lately);
  const patterns = makeNearPatterns(narrow.instance, allCandidates(narrow.instance));
  const scene: Scene = { ...wide, instance: narrow.instance, patterns, met: [] };
  const met = (): Pattern[] => narrow.toWide(scene.met).map((served, index) => ({ index, served }));
  return { scene, met };
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
