import { int, item, num } from "@/lib/coverage/planner/arrays";
import type { Cover, Instance } from "@/lib/coverage/planner/instance";
import { randomStream } from "@/lib/coverage/planner/random";
import {
  copyCover,
  episodeCost,
  fairnessOf,
  insertBest,
  makeState,
  penalised,
  place,
  type SearchState,
} from "@/lib/coverage/planner/search-state";
import type { Stopping } from "@/lib/coverage/planner/stopping";

export type SearchOptions = {
  seed: number;
  iterations: number;
  stopping: Stopping;
  target?: number;
  onPattern?: (index: number, served: Int32Array) => void;
};

/** Inserts the weightiest episodes first, each in its best pattern, then re-inserts each until nothing improves. */
export function constructCover(instance: Instance, stopping: Stopping): Cover {
  const state = makeState(instance);
  const size = (index: number) => {
    const episode = item(instance.episodes, index);
    return episode.demand.reduce((sum, minutes) => sum + minutes, 0);
  };
  const order = [...instance.episodes.keys()].sort(
    (a, b) =>
      item(instance.episodes, b).weight - item(instance.episodes, a).weight || size(b) - size(a) || a - b,
  );
  for (const index of order) {
    const served = item(state.cover, index);
    place(state, index, served, -1);
    insertBest(state, index, served);
    place(state, index, served, 1);
    state.costs[index] = episodeCost(instance, item(instance.episodes, index), served);
  }
  polish(state, stopping);
  return state.cover;
}

/** Re-inserts one episode after another until a whole round brings nothing. */
export function polish(state: SearchState, stopping: Stopping) {
  const count = state.cover.length;
  let quiet = 0;
  for (let turn = 0; quiet < count && turn < count * 12 && !stopping.isOver(); turn++) {
    quiet = tryTogether(state, [turn % count], () => false) ? 0 : quiet + 1;
  }
}

/**
 * Large-neighbourhood search from a plan: takes a few episodes that compete for the same people out and puts them back
 * in another order, with simulated annealing. Returns the best plan met; never more uncovered than the start.
 */
export function improveCover(instance: Instance, from: Cover, options: SearchOptions): Cover {
  const count = instance.episodes.length;
  if (count === 0) return from;
  const random = randomStream(options.seed);
  const state = makeState(instance, from);
  let current = penalised(instance, from);
  let best = current;
  let bestCover = copyCover(from);
  const target = options.target ?? Number.NEGATIVE_INFINITY;
  const heat = startingHeat(instance, state);
  for (let turn = 0; turn < options.iterations && best > target && !options.stopping.isOver(); turn++) {
    const chosen = chooseRivals(state, random);
    const warmth = heat * 0.02 ** (turn / options.iterations);
    const change = tryTogether(state, chosen, (rise) => random() < Math.exp(-rise / warmth), random);
    if (change === 0) continue;
    for (const index of chosen) options.onPattern?.(index, item(state.cover, index));
    current += change;
    if (current < best) {
      best = current;
      bestCover = copyCover(state.cover);
    }
  }
  return bestCover;
}

function startingHeat(instance: Instance, state: SearchState): number {
  const count = instance.episodes.length;
  let quality = 0;
  for (const cost of state.costs) quality += cost % instance.uncoveredPenalty;
  return Math.max(2, (0.1 * quality) / count);
}

// Returns the change in cost that was accepted; 0 when the old patterns were put back.
function tryTogether(
  state: SearchState,
  chosen: readonly number[],
  acceptRise: (rise: number) => boolean,
  random?: () => number,
): number {
  const { instance, cover, costs } = state;
  const before = chosen.map((index) => item(cover, index));
  for (const [position, index] of chosen.entries()) place(state, index, item(before, position), -1);
  let change = -fairnessOf(state, chosen, before);
  for (const index of chosen) change -= num(costs, index);
  const after = new Array<Int32Array>(chosen.length);
  for (const position of shuffled(chosen.length, random)) {
    const index = item(chosen, position);
    const served = new Int32Array(item(instance.episodes, index).steps);
    insertBest(state, index, served);
    place(state, index, served, 1);
    after[position] = served;
  }
  for (const [position, index] of chosen.entries()) place(state, index, item(after, position), -1);
  change += fairnessOf(state, chosen, after);
  const afterCosts = chosen.map((index, position) =>
    episodeCost(instance, item(instance.episodes, index), item(after, position)),
  );
  for (const cost of afterCosts) change += cost;
  const accepted = change < 0 || (change > 0 && acceptRise(change));
  for (const [position, index] of chosen.entries()) {
    const served = accepted ? item(after, position) : item(before, position);
    cover[index] = served;
    place(state, index, served, 1);
    if (accepted) costs[index] = item(afterCosts, position);
  }
  return accepted ? change : 0;
}

function shuffled(length: number, random?: () => number): number[] {
  const order = Array.from({ length }, (_, position) => position);
  if (!random) return order;
  for (let last = length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [item(order, other), item(order, last)];
  }
  return order;
}

function chooseRivals(state: SearchState, random: () => number): number[] {
  const { instance, cover } = state;
  const count = instance.episodes.length;
  const seed = Math.floor(random() * count);
  const chosen = [seed];
  const wanted = 2 + Math.floor(random() * random() * 9);
  const people = item(instance.episodes, seed).people;
  for (let tries = 0; tries < 4 * wanted && chosen.length < wanted && people.length > 0; tries++) {
    const other = Math.floor(random() * count);
    if (chosen.includes(other)) continue;
    const shares = tries % 4 === 3 || sharesPerson(instance, cover, seed, other);
    if (shares) chosen.push(other);
  }
  return chosen;
}

function sharesPerson(instance: Instance, cover: Cover, seed: number, other: number): boolean {
  const { people } = item(instance.episodes, seed);
  const episode = item(instance.episodes, other);
  const served = item(cover, other);
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    if (candidate >= 0 && people.includes(int(episode.people, candidate))) return true;
  }
  return false;
}
