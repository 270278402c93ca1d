import { int, num } from "@/lib/coverage/planner/arrays";
import { type CapacityRows, weightInRow } from "@/lib/coverage/planner/capacity-rows";
import { type FairnessCuts, limitOf, noCuts, pricedCharge } from "@/lib/coverage/planner/fairness-cuts";
import type { Episode, Instance } from "@/lib/coverage/planner/instance";
import { bestOfAll, type NearPatterns } from "@/lib/coverage/planner/near-patterns";
import type { View } from "@/lib/coverage/planner/pattern";

/**
 * What the shared limits cost: per capacity row (`isPriced` flags the
 * cells with any), per assistant's two fairness rows (near and far), per fairness
 * cut (with the two rows at most 1 for each assistant), and per slot's limit on uncovered weight. All non-negative.
 */
export type Prices = {
  capacity: Map<number, Float64Array>;
  isPriced: Uint8Array;
  near: Float64Array;
  far: Float64Array;
  cuts: Float64Array;
  open: Float64Array;
};

/** The limits that episodes share: capacity rows and fairness cuts. */
export type SharedRows = { capacity: CapacityRows; cuts: FairnessCuts };

/** Prices under which nothing shared costs anything. */
export function freePrices(instance: Instance, rows: CapacityRows, cuts = noCuts()): Prices {
  return {
    capacity: new Map([...rows].map(([cell, list]) => [cell, new Float64Array(list.length)])),
    isPriced: new Uint8Array(instance.people * instance.slots),
    near: new Float64Array(instance.people),
    far: new Float64Array(instance.people),
    cuts: new Float64Array(cuts.list.length),
    open: new Float64Array(instance.slots),
  };
}

/** Notes which cells have a price at all, so that pricing passes over the others. */
export function flagPriced(prices: Prices) {
  prices.isPriced.fill(0);
  for (const [cell, values] of prices.capacity) {
    if (values.some((value) => value > 0)) prices.isPriced[cell] = 1;
  }
}

/** Writes to `view` what each node of an episode costs under the prices; only what the rules allow is finite. */
export function priceEpisode(
  instance: Instance,
  episode: Episode,
  { capacity, cuts }: SharedRows,
  prices: Prices,
  view: View,
) {
  const steps = episode.steps;
  view.count = episode.people.length;
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    const person = int(episode.people, candidate);
    view.base[candidate] = 0;
    const own = cuts.of.get(person);
    let share = 1 - num(prices.near, person) - num(prices.far, person);
    view.extra[candidate] = null;
    if (own) {
      let paid = 0;
      for (const place of own) paid += prices.cuts[place] ?? 0;
      share -= paid;
      if (paid > 0) view.extra[candidate] = (minutes) => pricedCharge(cuts, own, prices.cuts, minutes);
    }
    view.share[candidate] = Math.max(0, share);
    view.lean[candidate] = instance.near * num(prices.near, person) + instance.far * num(prices.far, person);
    const row = person * instance.slots;
    for (let step = 0; step < steps; step++) {
      const node = candidate * steps + step;
      if (episode.able[node] !== 1) {
        view.cost[node] = Number.POSITIVE_INFINITY;
        continue;
      }
      const cell = row + int(episode.slots, step);
      const price =
        prices.isPriced[cell] === 1 ? roomPrice(capacity, prices, cell, int(episode.use, node)) : 0;
      view.cost[node] = num(episode.cost, node) + price;
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
  patterns: NearPatterns,
  rows: SharedRows,
  spare: Float64Array,
  prices: Prices,
  visit?: (index: number, served: Int32Array, cost: number) => void,
): number {
  let bound = -limitsWorth(instance, rows, spare, prices);
  for (const [index, episode] of instance.episodes.entries()) {
    const served = new Int32Array(episode.steps);
    priceEpisode(instance, episode, rows, prices, patterns.view);
    const cost = bestOfAll(instance, index, patterns, served);
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

function limitsWorth(
  instance: Instance,
  { capacity, cuts }: SharedRows,
  spare: Float64Array,
  prices: Prices,
): number {
  let worth = 0;
  for (const [place, cut] of cuts.list.entries()) worth += (prices.cuts[place] ?? 0) * limitOf(cut);
  for (const [cell, list] of capacity) {
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
