import type { Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { int, item, num } from "@/lib/solver/arrays";

const cheapest = 20;
const perStep = 6;

/**
 * For each episode the candidates a search looks at, cheapest first: the best ones, and enough for every step. What it
 * leaves out is met again when a plan is polished, and bounds always price all candidates.
 */
export function nearCandidates(instance: Instance): Int32Array[] {
  return instance.episodes.map((episode) => nearOf(instance, episode));
}

/** All candidates of each episode. */
export function allCandidates(instance: Instance): Int32Array[] {
  return instance.episodes.map((episode) => Int32Array.from(episode.people.keys()));
}

function nearOf(instance: Instance, episode: Episode): Int32Array {
  const { steps, people } = episode;
  const price = new Float64Array(people.length);
  for (let candidate = 0; candidate < people.length; candidate++) {
    let feasible = 0;
    let cost = instance.piece;
    for (let step = 0; step < steps; step++) {
      const node = candidate * steps + step;
      if (episode.feasible[node] !== 1) continue;
      feasible++;
      cost += num(episode.cost, node);
    }
    price[candidate] = feasible === 0 ? Number.POSITIVE_INFINITY : cost / feasible;
  }
  return cheapestFirst(episode, price, cheapest, perStep);
}

/** The candidates of finite price, cheapest first: so many of them, and for every step so many who are able to serve it. */
export function cheapestFirst(
  { steps, people, feasible }: Episode,
  price: Float64Array,
  most: number,
  perStep: number,
): Int32Array {
  const order = [...people.keys()].sort((a, b) => num(price, a) - num(price, b) || a - b);
  const met = new Int32Array(steps);
  const kept = order.filter((candidate, rank) => {
    if (num(price, candidate) === Number.POSITIVE_INFINITY) return false;
    let isNeeded = rank < most;
    for (let step = 0; step < steps && !isNeeded; step++) {
      isNeeded = int(met, step) < perStep && feasible[candidate * steps + step] === 1;
    }
    for (let step = 0; isNeeded && step < steps; step++) {
      if (feasible[candidate * steps + step] === 1) met[step] = int(met, step) + 1;
    }
    return isNeeded;
  });
  return Int32Array.from(kept);
}

/** Adds to each episode's near candidates those who serve it in a plan, so that the search can keep them. */
export function withServing(near: readonly Int32Array[], cover: readonly Int32Array[]): Int32Array[] {
  return near.map((list, index) => {
    const missing = new Set([...item(cover, index)].filter((one) => one >= 0 && !list.includes(one)));
    return missing.size === 0 ? list : Int32Array.from([...list, ...missing]);
  });
}
