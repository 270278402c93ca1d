import type { Episode } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, item, num } from "@/lib/solver/arrays";
import { episodeQuality, insertBest, makeState, type SearchState } from "./search-state";

/** How much better each episode would do alone, summed up so that one can be drawn in proportion. */
export type Regret = { alone: Float64Array; sums: Float64Array; refresh: () => void };

/** Measures every episode against its best pattern in an empty pool. */
export function makeRegret(state: SearchState): Regret {
  const { instance } = state;
  const count = instance.episodes.length;
  const alone = new Float64Array(count);
  const empty = makeState(instance, undefined, state.near);
  for (const [index, episode] of instance.episodes.entries()) {
    const served = new Int32Array(episode.steps);
    insertBest(empty, index, served);
    alone[index] = episodeQuality(instance, episode, served);
  }
  const sums = new Float64Array(count);
  const refresh = () => {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      sum += 1 + Math.max(0, num(state.costs, index) - num(alone, index)) + unfairness(state, index);
      sums[index] = sum;
    }
  };
  return { alone, sums, refresh };
}

// Half of what the episode's minutes cost in fairness where they lie now.
function unfairness(state: SearchState, index: number): number {
  const { instance, minutes } = state;
  const episode = item(instance.episodes, index);
  const served = item(state.cover, index);
  let cost = 0;
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    if (candidate < 0) continue;
    const person = int(episode.people, candidate);
    const given = num(minutes, person);
    const take = int(episode.take, candidate * episode.steps + step);
    const expected = int(instance.expected, person);
    const { firstSlope, secondSlope } = instance;
    cost +=
      fairnessCost(given, expected, firstSlope, secondSlope) -
      fairnessCost(given - take, expected, firstSlope, secondSlope);
  }
  return 0.5 * cost;
}

/** Draws an episode by regret and some that hold the time of its cheap candidates, mostly in the same slots. */
export function chooseNeighbourhood(state: SearchState, regret: Regret, random: () => number): number[] {
  const { instance } = state;
  const seed = draw(regret.sums, random);
  const chosen = [seed];
  const wanted = 2 + Math.floor(random() * random() * 10);
  const episode = item(instance.episodes, seed);
  const near = item(state.near, seed);
  for (let tries = 0; tries < 30 && chosen.length < wanted && near.length > 0; tries++) {
    const candidate = int(near, Math.floor(random() * random() * near.length));
    for (const other of item(state.held, int(episode.people, candidate))) {
      if (chosen.length >= wanted) break;
      if (chosen.includes(other)) continue;
      if (overlaps(episode, item(instance.episodes, other)) || random() < 0.15) chosen.push(other);
    }
  }
  return chosen;
}

function draw(sums: Float64Array, random: () => number): number {
  const mark = random() * num(sums, sums.length - 1);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (num(sums, middle) < mark) low = middle + 1;
    else high = middle;
  }
  return low;
}

function overlaps(a: Episode, b: Episode): boolean {
  return int(a.slots, 0) <= int(b.slots, b.steps - 1) && int(b.slots, 0) <= int(a.slots, a.steps - 1);
}
