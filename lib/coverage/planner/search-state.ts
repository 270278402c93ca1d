import { int, item, num } from "@/lib/coverage/planner/arrays";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import type { Cover, Episode, Instance } from "@/lib/coverage/planner/instance";
import { makePatternSearch, type PatternSearch } from "@/lib/coverage/planner/pattern";
import { minutesGiven, scoreCover } from "@/lib/coverage/planner/score";

/** A plan under change: the room and minutes it leaves, and each episode's own cost without fairness. */
export type SearchState = {
  instance: Instance;
  patterns: PatternSearch;
  left: Int32Array;
  minutes: Float64Array;
  cover: Cover;
  costs: Float64Array;
};

/** Starts a search from a plan, or from nobody serving. */
export function makeState(instance: Instance, cover: Cover = emptyCover(instance)): SearchState {
  const state: SearchState = {
    instance,
    patterns: makePatternSearch(instance),
    left: Int32Array.from(instance.room),
    minutes: minutesGiven(instance, cover),
    cover: cover.map((served) => Int32Array.from(served)),
    costs: new Float64Array(instance.episodes.length),
  };
  state.patterns.view.share.fill(1);
  for (const [index, episode] of instance.episodes.entries()) {
    const served = item(state.cover, index);
    takeRoom(state, episode, served, 1);
    state.costs[index] = episodeCost(instance, episode, served);
  }
  return state;
}

/** A plan in which nobody serves, save where someone is pinned. */
export function emptyCover(instance: Instance): Cover {
  return instance.episodes.map((episode) => Int32Array.from(episode.pin));
}

/** A copy of the plan that later moves leave alone. */
export function copyCover(cover: Cover): Cover {
  return cover.map((served) => Int32Array.from(served));
}

/** An episode's cost without fairness; uncovered weight enters by the penalty. */
export function episodeCost(instance: Instance, episode: Episode, served: Int32Array): number {
  let cost = 0;
  let last = -1;
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    if (candidate < 0) cost += openPenalty(instance, episode, step);
    else
      cost += num(episode.cost, candidate * episode.steps + step) + (candidate === last ? 0 : instance.piece);
    last = candidate;
  }
  return cost;
}

/** Takes an episode's pattern out of the plan (sign −1) or puts it back (sign +1). */
export function place(state: SearchState, index: number, served: Int32Array, sign: 1 | -1) {
  const episode = item(state.instance.episodes, index);
  takeRoom(state, episode, served, sign);
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    if (candidate < 0) continue;
    const person = int(episode.people, candidate);
    state.minutes[person] =
      num(state.minutes, person) + sign * int(episode.take, candidate * episode.steps + step);
  }
}

/** The best pattern for an episode that is out of the plan, given the room and minutes the others leave. */
export function insertBest(state: SearchState, index: number, out: Int32Array) {
  const { instance, patterns, left } = state;
  const episode = item(instance.episodes, index);
  const { cost, open, base } = patterns.view;
  const steps = episode.steps;
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    const person = int(episode.people, candidate);
    base[candidate] = num(state.minutes, person);
    for (let step = 0; step < steps; step++) {
      const node = candidate * steps + step;
      const fits = int(left, person * instance.slots + int(episode.slots, step)) >= int(episode.use, node);
      cost[node] = fits && episode.able[node] === 1 ? num(episode.cost, node) : Number.POSITIVE_INFINITY;
    }
  }
  for (let step = 0; step < steps; step++) open[step] = openPenalty(instance, episode, step);
  patterns.best(episode, out);
}

/** The change in fairness from adding these patterns to the plan as it stands. */
export function fairnessOf(
  state: SearchState,
  indices: readonly number[],
  patterns: readonly Int32Array[],
): number {
  const { instance, minutes } = state;
  const added = new Map<number, number>();
  for (const [position, index] of indices.entries()) {
    const episode = item(instance.episodes, index);
    const served = item(patterns, position);
    for (let step = 0; step < episode.steps; step++) {
      const candidate = int(served, step);
      if (candidate < 0) continue;
      const person = int(episode.people, candidate);
      added.set(person, (added.get(person) ?? 0) + int(episode.take, candidate * episode.steps + step));
    }
  }
  let total = 0;
  for (const [person, more] of added) {
    const expected = int(instance.expected, person);
    const now = num(minutes, person);
    total +=
      fairnessCost(now + more, expected, instance.near, instance.far) -
      fairnessCost(now, expected, instance.near, instance.far);
  }
  return total;
}

/** The search's single number: uncovered weight by the penalty, plus quality. */
export function penalised(instance: Instance, cover: Cover): number {
  const score = scoreCover(instance, cover);
  return score.uncoveredWeight * instance.uncoveredPenalty + score.quality;
}

function openPenalty(instance: Instance, episode: Episode, step: number): number {
  if (int(episode.pin, step) >= 0) return Number.POSITIVE_INFINITY;
  return instance.uncoveredPenalty * episode.weight * int(episode.demand, step) + num(episode.openCost, step);
}

function takeRoom(state: SearchState, episode: Episode, served: Int32Array, sign: 1 | -1) {
  const { left, instance } = state;
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    if (candidate < 0) continue;
    const cell = int(episode.people, candidate) * instance.slots + int(episode.slots, step);
    left[cell] = int(left, cell) - sign * int(episode.use, candidate * episode.steps + step);
  }
}

/** An episode's quality cost without fairness and without weighing what stays uncovered. */
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
