import { allCandidates, withServing } from "@/lib/coverage/planner/patterns/near-candidates";
import { makePatternSearch, type PatternSearch } from "@/lib/coverage/planner/patterns/pattern";
import type { Cover, Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, item, num } from "@/lib/solver/arrays";

/**
 * Prices that insertion follows beside what stands: the price of a minute of each cell (assistant × slot), and
 * for each assistant the share of fairness that counts as it stands and what each minute costs beside.
 */
export type Guide = { cells: Float64Array; share: Float64Array; minutePrice: Float64Array };

/**
 * A plan under change: whom the search looks at, the room and minutes it leaves, which episodes each person holds (one
 * entry per run), what each episode leaves uncovered and costs without fairness, and the fairness cost of all.
 */
export type SearchState = {
  instance: Instance;
  patterns: PatternSearch;
  near: readonly Int32Array[];
  guide: Guide | null;
  /** How far insertion may misjudge a step's cost, drawn from `random`. */
  noise: number;
  random: () => number;
  left: Int32Array;
  minutes: Float64Array;
  held: number[][];
  cover: Cover;
  open: Float64Array;
  costs: Float64Array;
  fairness: number;
};

/** Starts a search from a plan, or from an empty one; looks at all candidates unless told which. */
export function makeState(
  instance: Instance,
  cover: Cover = emptyCover(instance),
  near: readonly Int32Array[] = allCandidates(instance),
): SearchState {
  const count = instance.episodes.length;
  const state: SearchState = {
    instance,
    patterns: makePatternSearch(instance),
    near: withServing(near, cover),
    guide: null,
    noise: 0,
    random: () => 0.5,
    left: Int32Array.from(instance.residual),
    minutes: new Float64Array(instance.people),
    held: Array.from({ length: instance.people }, () => []),
    cover: copyCover(cover),
    open: new Float64Array(count),
    costs: new Float64Array(count),
    fairness: 0,
  };
  for (const [index, served] of state.cover.entries()) {
    place(state, index, served, 1);
    weighEpisode(state, index, served);
  }
  return state;
}

/** A plan of pinned covers alone. */
export function emptyCover(instance: Instance): Cover {
  return instance.episodes.map((episode) => Int32Array.from(episode.pin));
}

/** A copy of the plan that later moves leave alone. */
export function copyCover(cover: Cover): Cover {
  return cover.map((served) => Int32Array.from(served));
}

/** Notes what an episode's pattern leaves uncovered and costs without fairness. */
export function weighEpisode(state: SearchState, index: number, served: Int32Array) {
  const episode = item(state.instance.episodes, index);
  state.open[index] = openWeight(episode, served);
  state.costs[index] = episodeQuality(state.instance, episode, served);
}

/** The weight an episode's pattern leaves uncovered. */
export function openWeight(episode: Episode, served: Int32Array): number {
  let weight = 0;
  for (let step = 0; step < episode.steps; step++) {
    if (int(served, step) < 0) weight += episode.weight * int(episode.demand, step);
  }
  return weight;
}

/** An episode's quality cost without fairness. */
export function episodeQuality(instance: Instance, episode: Episode, served: Int32Array): number {
  let cost = 0;
  let last = -1;
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    if (candidate < 0) cost += num(episode.openCost, step);
    else
      cost += num(episode.cost, candidate * episode.steps + step) + (candidate === last ? 0 : instance.piece);
    last = candidate;
  }
  return cost;
}

/** Puts an episode's pattern into the plan (sign +1) or takes it out (sign −1), run by run. */
export function place(state: SearchState, index: number, served: Int32Array, sign: 1 | -1) {
  const { instance, left } = state;
  const episode = item(instance.episodes, index);
  const { steps } = episode;
  let step = 0;
  while (step < steps) {
    const candidate = int(served, step);
    if (candidate < 0) {
      step++;
      continue;
    }
    const person = int(episode.people, candidate);
    let minutes = 0;
    for (; step < steps && int(served, step) === candidate; step++) {
      const cell = person * instance.slots + int(episode.slots, step);
      const node = candidate * steps + step;
      left[cell] = int(left, cell) - sign * int(episode.use, node);
      minutes += int(episode.take, node);
    }
    changeMinutes(state, person, sign * minutes);
    const held = item(state.held, person);
    if (sign === 1) held.push(index);
    else held.splice(held.indexOf(index), 1);
  }
}

function changeMinutes(state: SearchState, person: number, change: number) {
  const { firstSlope, secondSlope } = state.instance;
  const expected = int(state.instance.expected, person);
  const before = num(state.minutes, person);
  state.minutes[person] = before + change;
  state.fairness +=
    fairnessCost(before + change, expected, firstSlope, secondSlope) -
    fairnessCost(before, expected, firstSlope, secondSlope);
}

/** The best pattern for an episode that is out of the plan, given the room and minutes the others leave. */
export function insertBest(state: SearchState, index: number, out: Int32Array) {
  const { instance, patterns, left, guide } = state;
  const episode = item(instance.episodes, index);
  const { view } = patterns;
  const near = item(state.near, index);
  const { steps } = episode;
  view.who = near;
  view.count = near.length;
  for (let place = 0; place < near.length; place++) {
    const candidate = int(near, place);
    const person = int(episode.people, candidate);
    view.base[candidate] = num(state.minutes, person);
    view.share[candidate] = guide ? num(guide.share, person) : 1;
    view.minutePrice[candidate] = guide ? num(guide.minutePrice, person) : 0;
    for (let step = 0; step < steps; step++) {
      const node = candidate * steps + step;
      const cell = person * instance.slots + int(episode.slots, step);
      const use = int(episode.use, node);
      const fits = int(left, cell) >= use && episode.feasible[node] === 1;
      let cost = fits ? num(episode.cost, node) : Number.POSITIVE_INFINITY;
      if (fits && guide) cost += num(guide.cells, cell) * use;
      if (state.noise > 0) cost += (state.random() - 0.5) * state.noise;
      view.cost[node] = cost;
    }
  }
  for (let step = 0; step < steps; step++) view.open[step] = openPenalty(instance, episode, step);
  patterns.best(episode, out);
}

const largestPenalty = 2 ** 40;

// Capped where whole numbers would get lost in the sum; what is uncovered is compared exactly elsewhere.
function openPenalty(instance: Instance, episode: Episode, step: number): number {
  if (int(episode.pin, step) >= 0) return Number.POSITIVE_INFINITY;
  const weight = instance.uncoveredPenalty * episode.weight * int(episode.demand, step);
  return Math.min(weight, largestPenalty) + num(episode.openCost, step);
}
