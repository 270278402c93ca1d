import type { PricedBound } from "@/lib/coverage/planner/patterns/column-generation";
import { blendRuns, type MeanRuns, meanOverstep, noRuns } from "@/lib/coverage/planner/patterns/mean-runs";
import { allCandidates } from "@/lib/coverage/planner/patterns/near";
import { makeNearPatterns, type NearPatterns } from "@/lib/coverage/planner/patterns/near-patterns";
import { num } from "@/lib/coverage/planner/problem/arrays";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { narrowTo } from "@/lib/coverage/planner/problem/narrow";
import type { Stopping } from "@/lib/coverage/planner/problem/stopping";
import { evaluate, type Scene } from "./overstep";
import { openDirection, priceSteps, stepPrices } from "./price-steps";
import { freePrices, type Prices, type SharedRows } from "./prices";

/** Who serves one episode. */
export type Pattern = { index: number; served: Int32Array };

/** Where an ascent ended: the best bound and its prices, and the mean overstep and runs of the plans met on the way. */
export type Ascent = PricedBound & { mean: Float64Array; runs: MeanRuns };

export type AscentOptions = {
  spare: Float64Array;
  /** The quality of a known plan, which no bound can exceed. */
  upper: number;
  iterations: number;
  stopping: Stopping;
  /** An earlier ascent to go on from; cuts may have come since. */
  start?: Ascent;
  onPattern?: (found: Pattern, turn: number) => void;
};

const glances = 10;
const quiet = 3;
const shortest = 0.003;

/**
 * Raises the Lagrangian bound of patterns by the volume algorithm: prices step from the best so far along the averaged
 * overstep of the limits. Most steps only glance at whoever mattered lately; every so often the best is proven.
 */
export function ascendPrices(
  instance: Instance,
  patterns: NearPatterns,
  rows: SharedRows,
  options: AscentOptions,
): Ascent {
  const { stopping, upper } = options;
  const steps = priceSteps(instance, rows);
  const { pace } = steps;
  const centre = freePrices(instance, rows.capacity, rows.cuts);
  if (options.start) centre.all.set(options.start.prices.all);
  const trial = freePrices(instance, rows.capacity, rows.cuts);
  const over = freePrices(instance, rows.capacity, rows.cuts);
  const open = new Float64Array(over.all.length);
  const wide: Scene = { instance, patterns, rows, spare: options.spare, over, met: [] };
  let at = evaluate(wide, centre);
  let glanced = glanceAt(wide);
  let best: PricedBound = { bound: at, prices: copyPrices(instance, rows, centre) };
  const runs = options.start?.runs ?? noRuns(instance);
  const mean = options.start ? meanWithCuts(instance, rows, options.start) : Float64Array.from(over.all);
  let target = aim(at, upper);
  let reach = options.start ? 0.05 : 0.15;
  let idle = 0;
  for (let turn = 1; turn <= options.iterations && !stopping.isOver(); turn++) {
    if (upper - best.bound < 1) break;
    openDirection(steps, centre.all, mean, open);
    const square = alongside(open, open, pace);
    if (square < 1e-12) break;
    stepPrices(steps, trial, centre, open, (reach * (target - at)) / square);
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
      if (isOnward) reach = Math.min(2, reach * 1.03);
      if (at > 0.95 * target) target = aim(at, upper);
    } else if (++idle > quiet) {
      reach *= 0.66;
      idle = 0;
    }
    const isProving = turn % glances === 0 || turn === 3 || turn === 10;
    if (!isProving && turn !== options.iterations && reach >= shortest) continue;
    prove();
    glanced = glanceAt(wide);
    if (reach < shortest) break;
  }
  if (at > best.bound && !stopping.isCancelled()) prove();
  return { ...best, mean, runs };

  function prove() {
    at = evaluate(wide, centre);
    if (at > best.bound) best = { bound: at, prices: copyPrices(instance, rows, centre) };
  }
}

// The mean overstep of an earlier ascent, with that of the cuts that have come since.
function meanWithCuts(instance: Instance, rows: SharedRows, { mean, runs }: Ascent): Float64Array {
  const whole = freePrices(instance, rows.capacity, rows.cuts);
  whole.all.set(mean);
  for (const [place, cut] of rows.cuts.list.entries()) {
    const known = mean.length - (whole.all.length - rows.cuts.list.length);
    if (place >= known) whole.cuts[place] = meanOverstep(instance, cut, runs);
  }
  return whole.all;
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
  return Math.max(at + 1, Math.min(upper, at + 0.02 * Math.abs(at) + 1));
}

function copyPrices(instance: Instance, rows: SharedRows, prices: Prices): Prices {
  const copy = freePrices(instance, rows.capacity, rows.cuts);
  copy.all.set(prices.all);
  return copy;
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
  return Math.min(mostMixed, Math.max(leastMixed, ideal));
}

const leastMixed = 0.06;
const mostMixed = 0.3;

function blend(mean: Float64Array, fresh: Float64Array, share: number) {
  for (let row = 0; row < mean.length; row++) {
    mean[row] = (1 - share) * num(mean, row) + share * num(fresh, row);
  }
}
