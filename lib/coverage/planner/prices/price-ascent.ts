import {
  type AverageRuns,
  averageRuns,
  meanSubgradient,
  noRuns,
} from "@/lib/coverage/planner/patterns/average-runs";
import type { PricedBound } from "@/lib/coverage/planner/patterns/column-generation";
import { allCandidates } from "@/lib/coverage/planner/patterns/near-candidates";
import { makePatternPricing, type PatternPricing } from "@/lib/coverage/planner/patterns/pattern-pricing";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { narrowTo } from "@/lib/coverage/planner/problem/narrow";
import { num } from "@/lib/solver/arrays";
import type { Stopping } from "@/lib/solver/stopping";
import { priceSteps, projectSubgradient, stepPrices } from "./price-steps";
import { freePrices, type Prices, type SharedRows } from "./prices";
import { evaluate, type Relaxation } from "./subgradient";

/** Who serves one episode. */
export type Pattern = { index: number; served: Int32Array };

/** Where an ascent ended: the best bound and its prices, and the averaged subgradient and runs of the plans found on the way. */
export type Ascent = PricedBound & { mean: Float64Array; runs: AverageRuns };

export type AscentOptions = {
  spare: Float64Array;
  /** The quality of a known plan, which no bound can exceed. */
  upper: number;
  iterations: number;
  stopping: Stopping;
  /** An earlier ascent to go on from; cuts may have come since. */
  start?: Ascent;
  onPattern?: (found: Pattern, iteration: number) => void;
};

/** Iterations over recent candidates between two over all of them. */
const iterationsPerProof = 10;
/** Iterations without a better bound after which the step is shortened. */
const maxIdleIterations = 3;
/** The share of a Polyak step (target − bound, over the squared norm) below which the ascent ends. */
const minStepScale = 0.003;

/**
 * Raises the Lagrangian bound of patterns by the volume algorithm (Barahona & Anbil, 2000): prices step from the best so
 * far along the averaged subgradient. Most steps price recent candidates only; every tenth is proven over all of them.
 */
export function ascendPrices(
  instance: Instance,
  patterns: PatternPricing,
  rows: SharedRows,
  options: AscentOptions,
): Ascent {
  const { stopping, upper } = options;
  const steps = priceSteps(instance, rows);
  const { rowScale } = steps;
  const centre = freePrices(instance, rows.capacity, rows.cuts);
  if (options.start) centre.all.set(options.start.prices.all);
  const trial = freePrices(instance, rows.capacity, rows.cuts);
  const subgradient = freePrices(instance, rows.capacity, rows.cuts);
  const direction = new Float64Array(subgradient.all.length);
  const full: Relaxation = { instance, patterns, rows, spare: options.spare, subgradient, met: [] };
  let current = evaluate(full, centre);
  let restricted = restrictToRecent(full);
  let best: PricedBound = { bound: current, prices: copyPrices(instance, rows, centre) };
  const runs = options.start?.runs ?? noRuns(instance);
  const mean = options.start
    ? meanWithCuts(instance, rows, options.start)
    : Float64Array.from(subgradient.all);
  let target = polyakTarget(current, upper);
  let stepScale = options.start ? 0.05 : 0.15;
  let idleIterations = 0;
  for (let iteration = 1; iteration <= options.iterations && !stopping.isOver(); iteration++) {
    if (upper - best.bound < 1) break;
    projectSubgradient(steps, centre.all, mean, direction);
    const square = innerProduct(direction, direction, rowScale);
    if (square < 1e-12) break;
    stepPrices(steps, trial, centre, direction, (stepScale * (target - current)) / square);
    const bound = evaluate(restricted.relaxation, trial);
    for (const pattern of options.onPattern ? restricted.met() : []) options.onPattern?.(pattern, iteration);
    const isAligned = innerProduct(mean, subgradient.all, rowScale) >= 0;
    const share = averagingWeight(mean, subgradient.all, rowScale);
    average(mean, subgradient.all, share);
    averageRuns(runs, restricted.relaxation.instance, restricted.relaxation.met, share);
    if (bound > current) {
      if (bound > current + 1e-5 * Math.abs(current)) idleIterations = 0;
      current = bound;
      centre.all.set(trial.all);
      if (isAligned) stepScale = Math.min(2, stepScale * 1.03);
      if (current > 0.95 * target) target = polyakTarget(current, upper);
    } else if (++idleIterations > maxIdleIterations) {
      stepScale *= 0.66;
      idleIterations = 0;
    }
    const isProving = iteration % iterationsPerProof === 0 || iteration === 3 || iteration === 10;
    if (!isProving && iteration !== options.iterations && stepScale >= minStepScale) continue;
    prove();
    restricted = restrictToRecent(full);
    if (stepScale < minStepScale) break;
  }
  if (current > best.bound && !stopping.isCancelled()) prove();
  return { ...best, mean, runs };

  function prove() {
    current = evaluate(full, centre);
    if (current > best.bound) best = { bound: current, prices: copyPrices(instance, rows, centre) };
  }
}

// The averaged subgradient of an earlier ascent, with that of the cuts that have come since.
function meanWithCuts(instance: Instance, rows: SharedRows, { mean, runs }: Ascent): Float64Array {
  const whole = freePrices(instance, rows.capacity, rows.cuts);
  whole.all.set(mean);
  for (const [place, cut] of rows.cuts.list.entries()) {
    const known = mean.length - (whole.all.length - rows.cuts.list.length);
    if (place >= known) whole.cuts[place] = meanSubgradient(instance, cut, runs);
  }
  return whole.all;
}

// The relaxation restricted to candidates that had a profitable run recently.
function restrictToRecent(full: Relaxation) {
  const narrowed = narrowTo(full.instance, full.patterns.recent);
  const patterns = makePatternPricing(narrowed.instance, allCandidates(narrowed.instance));
  const relaxation: Relaxation = { ...full, instance: narrowed.instance, patterns, met: [] };
  const met = (): Pattern[] => narrowed.toWide(relaxation.met).map((served, index) => ({ index, served }));
  return { relaxation, met };
}

// Never far above where the bound stands, lest steps overshoot; never above what it can reach.
function polyakTarget(current: number, upper: number): number {
  return Math.max(current + 1, Math.min(upper, current + 0.02 * Math.abs(current) + 1));
}

function copyPrices(instance: Instance, rows: SharedRows, prices: Prices): Prices {
  const copy = freePrices(instance, rows.capacity, rows.cuts);
  copy.all.set(prices.all);
  return copy;
}

function innerProduct(a: Float64Array, b: Float64Array, rowScale: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += num(rowScale, row) * num(a, row) * num(b, row);
  return sum;
}

// The weight of the fresh subgradient that leaves the average shortest, within limits (Barahona & Anbil, step 2).
function averagingWeight(mean: Float64Array, fresh: Float64Array, rowScale: Float64Array): number {
  const both = innerProduct(mean, fresh, rowScale);
  const old = innerProduct(mean, mean, rowScale);
  const apart = old + innerProduct(fresh, fresh, rowScale) - 2 * both;
  const ideal = apart > 0 ? (old - both) / apart : maxAveragingWeight;
  return Math.min(maxAveragingWeight, Math.max(minAveragingWeight, ideal));
}

/** Limits of the weight of a fresh subgradient in the average, tried on the benchmark pools. */
const minAveragingWeight = 0.06;
const maxAveragingWeight = 0.3;

function average(mean: Float64Array, fresh: Float64Array, share: number) {
  for (let row = 0; row < mean.length; row++) {
    mean[row] = (1 - share) * num(mean, row) + share * num(fresh, row);
  }
}
