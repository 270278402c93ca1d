import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import { item, num } from "@/lib/solver/arrays";
import { randomStream } from "@/lib/solver/random";
import type { Stopping } from "@/lib/solver/stopping";
import { chooseNeighbourhood, makeRegret, type Regret } from "./neighbourhood";
import {
  copyCover,
  type Guide,
  insertBest,
  makeState,
  place,
  type SearchState,
  weighEpisode,
} from "./search-state";

export type SearchOptions = {
  seed: number;
  iterations: number;
  stopping: Stopping;
  guide?: Guide;
  /** No plan can be better; the search ends when it gets there. */
  target?: { uncoveredWeight: number; quality: number };
};

/** Re-inserts one episode after another until a whole round brings nothing. */
export function polish(state: SearchState, stopping: Stopping) {
  const count = state.cover.length;
  let unchanged = 0;
  for (let turn = 0; unchanged < count && turn < count * 12; turn++) {
    if (turn % 16 === 0 && stopping.isOver()) return;
    unchanged = tryTogether(state, [turn % count], 0) ? 0 : unchanged + 1;
  }
}

/**
 * Large-neighbourhood search from a plan: takes an episode that could do better and those in its way out, puts them back
 * in another order, and anneals. Returns the best plan found; never more uncovered than the start.
 */
export function improveCover(instance: Instance, from: Cover, options: SearchOptions): Cover {
  const count = instance.episodes.length;
  if (count === 0) return from;
  const { stopping, iterations } = options;
  const random = randomStream(options.seed);
  const state = makeState(instance, from);
  const regret = makeRegret(state);
  let best = totalOf(state);
  let bestCover = copyCover(from);
  const startTemperature = startTemperatureOf(state, regret);
  const began = stopping.elapsedMs();
  const span = stopping.remainingMs();
  let temperature = startTemperature;
  const maxNoise = meanCost(state);
  state.random = random;
  state.guide = options.guide ?? null;
  for (let turn = 0; turn < iterations; turn++) {
    if (turn % 64 === 0) {
      if (stopping.isOver() || reached(best, options.target)) break;
      const spent = Math.max(turn / iterations, span > 0 ? (stopping.elapsedMs() - began) / span : 1);
      temperature = startTemperature * 0.02 ** spent;
    }
    if (turn % 256 === 0) regret.refresh();
    state.noise = random() < 0.9 ? random() ** 2 * maxNoise : 0;
    const chosen = chooseNeighbourhood(state, regret, random);
    const maxIncrease = -temperature * Math.log(1 - random());
    if (!tryTogether(state, chosen, maxIncrease, random)) continue;
    const now = totalOf(state);
    if (now.uncoveredWeight > best.uncoveredWeight) continue;
    if (now.uncoveredWeight === best.uncoveredWeight && now.quality >= best.quality) continue;
    best = now;
    bestCover = copyCover(state.cover);
  }
  return bestCover;
}

/** What a plan under change leaves uncovered and costs. */
export function totalOf(state: SearchState) {
  let uncoveredWeight = 0;
  let quality = state.fairness;
  for (const weight of state.open) uncoveredWeight += weight;
  for (const cost of state.costs) quality += cost;
  return { uncoveredWeight, quality };
}

function reached(best: { uncoveredWeight: number; quality: number }, target: SearchOptions["target"]) {
  return target && best.uncoveredWeight <= target.uncoveredWeight && best.quality <= target.quality;
}

function startTemperatureOf(state: SearchState, regret: Regret): number {
  let excess = state.fairness;
  for (let index = 0; index < state.costs.length; index++) {
    excess += Math.max(0, num(state.costs, index) - num(regret.alone, index));
  }
  return Math.max(2, (0.3 * excess) / state.costs.length);
}

// What a covered step costs on the whole, the measure for noise that makes insertion try something else.
function meanCost(state: SearchState): number {
  const steps = state.instance.episodes.reduce((sum, episode) => sum + episode.steps, 0);
  return totalOf(state).quality / Math.max(1, steps);
}

// Puts the chosen back in some order, the first mostly first; keeps it where it costs at most `rise` more, and says so.
function tryTogether(
  state: SearchState,
  chosen: readonly number[],
  maxIncrease: number,
  random?: () => number,
): boolean {
  const { cover } = state;
  const before = chosen.map((index) => item(cover, index));
  const fairness = state.fairness;
  let open = 0;
  let costs = 0;
  for (const index of chosen) {
    open -= num(state.open, index);
    costs -= num(state.costs, index);
    place(state, index, item(cover, index), -1);
  }
  for (const position of shuffled(chosen.length, random)) {
    const index = item(chosen, position);
    const served = new Int32Array(item(before, position).length);
    insertBest(state, index, served);
    place(state, index, served, 1);
    cover[index] = served;
    weighEpisode(state, index, served);
  }
  for (const index of chosen) {
    open += num(state.open, index);
    costs += num(state.costs, index);
  }
  const change = costs + state.fairness - fairness;
  const isSame = open === 0 && change === 0 && maxIncrease === 0;
  if (!isSame && (open < 0 || (open === 0 && (maxIncrease === 0 ? change < 0 : change <= maxIncrease))))
    return true;
  for (const index of chosen) place(state, index, item(cover, index), -1);
  for (const [position, index] of chosen.entries()) {
    const served = item(before, position);
    cover[index] = served;
    place(state, index, served, 1);
    weighEpisode(state, index, served);
  }
  state.fairness = fairness;
  return false;
}

function shuffled(length: number, random?: () => number): number[] {
  const order = Array.from({ length }, (_, position) => position);
  if (!random) return order;
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [item(order, other), item(order, last)];
  }
  if (random() < 0.6) {
    const place = order.indexOf(0);
    order[place] = item(order, 0);
    order[0] = 0;
  }
  return order;
}
