import { int, num } from "@/lib/coverage/planner/arrays";
import { type CapacityRows, weightInRow } from "@/lib/coverage/planner/capacity-rows";
import type { Episode, Instance } from "@/lib/coverage/planner/instance";
import type { PatternSearch, View } from "@/lib/coverage/planner/pattern";

/**
 * What the shared limits cost: per capacity row, per assistant's two fairness rows (near and far, together at most 1),
 * and per slot's limit on uncovered weight. All non-negative.
 */
export type Prices = {
  capacity: Map<number, Float64Array>;
  near: Float64Array;
  far: Float64Array;
  open: Float64Array;
};

/** Prices under which nothing shared costs anything. */
export function freePrices(instance: Instance, rows: CapacityRows): Prices {
  return {
    capacity: new Map([...rows].map(([cell, list]) => [cell, new Float64Array(list.length)])),
    near: new Float64Array(instance.people),
    far: new Float64Array(instance.people),
    open: new Float64Array(instance.slots),
  };
}

/** Writes to `view` what each node of an episode costs under the prices; only what the rules allow is finite. */
export function priceEpisode(
  instance: Instance,
  episode: Episode,
  rows: CapacityRows,
  prices: Prices,
  view: View,
) {
  const steps = episode.steps;
  view.count = episode.people.length;
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    const person = int(episode.people, candidate);
    view.base[candidate] = 0;
    view.share[candidate] = 1 - num(prices.near, person) - num(prices.far, person);
    view.lean[candidate] = instance.near * num(prices.near, person) + instance.far * num(prices.far, person);
    for (let step = 0; step < steps; step++) {
      const node = candidate * steps + step;
      const cell = person * instance.slots + int(episode.slots, step);
      view.cost[node] =
        episode.able[node] === 1
          ? num(episode.cost, node) + roomPrice(rows, prices, cell, int(episode.use, node))
          : Number.POSITIVE_INFINITY;
    }
  }
  for (let step = 0; step < steps; step++) view.open[step] = openPrice(episode, step, prices);
}

/**
 * A proven lower bound on quality at the minimum uncovered weight: every episode at its best under the prices, less
 * what the limits are worth. Calls `visit` with each episode's best pattern and its priced cost.
 */
export function boundUnder(
  instance: Instance,
  patterns: PatternSearch,
  rows: CapacityRows,
  spare: Float64Array,
  prices: Prices,
  visit?: (index: number, served: Int32Array, cost: number) => void,
): number {
  let bound = -limitsWorth(instance, rows, spare, prices);
  for (const [index, episode] of instance.episodes.entries()) {
    const served = new Int32Array(episode.steps);
    priceEpisode(instance, episode, rows, prices, patterns.view);
    const cost = patterns.best(episode, served);
    bound += cost;
    visit?.(index, served, cost);
  }
  return bound;
}

/** Whether a step is hopeless: open in every plan, so it doesn't count against the slot's spare weight. */
export function isHopeless(episode: Episode, step: number): boolean {
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    if (episode.able[candidate * episode.steps + step] === 1) return false;
  }
  return true;
}

function roomPrice(rows: CapacityRows, prices: Prices, cell: number, use: number): number {
  const list = rows.get(cell);
  const values = prices.capacity.get(cell);
  if (!list || !values) return 0;
  let price = 0;
  for (let position = 0; position < list.length; position++) {
    const row = list[position];
    if (row) price += num(values, position) * weightInRow(row, use);
  }
  return price;
}

function openPrice(episode: Episode, step: number, prices: Prices): number {
  if (episode.mayStayOpen[step] !== 1) return Number.POSITIVE_INFINITY;
  const cost = num(episode.openCost, step);
  if (isHopeless(episode, step)) return cost;
  return cost + num(prices.open, int(episode.slots, step)) * episode.weight * int(episode.demand, step);
}

function limitsWorth(instance: Instance, rows: CapacityRows, spare: Float64Array, prices: Prices): number {
  let worth = 0;
  for (const [cell, list] of rows) {
    const values = prices.capacity.get(cell);
    if (!values) continue;
    for (const [position, row] of list.entries()) worth += num(values, position) * row.limit;
  }
  for (let person = 0; person < instance.people; person++) {
    const expected = int(instance.expected, person);
    worth += num(prices.near, person) * instance.near * expected;
    worth += num(prices.far, person) * (2 * instance.far - instance.near) * expected;
  }
  for (let slot = 0; slot < instance.slots; slot++) worth += num(prices.open, slot) * num(spare, slot);
  return worth;
}
