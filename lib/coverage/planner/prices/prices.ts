import { type CapacityRows, weightInRow } from "@/lib/coverage/planner/patterns/capacity-rows";
import {
  type FairnessCuts,
  limitOf,
  noCuts,
  pricedCharge,
} from "@/lib/coverage/planner/patterns/fairness-cuts";
import { bestOverAll, type PatternPricing } from "@/lib/coverage/planner/patterns/pattern-pricing";
import type { View } from "@/lib/coverage/planner/patterns/pattern-tables";
import type { Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { int, num } from "@/lib/solver/arrays";

/**
 * What the shared limits cost: per capacity row, per assistant's two fairness rows (first and second slope), per fairness cut (with
 * the two rows at most 1 for each assistant), and per slot's limit on uncovered weight. All non-negative; `all` holds
 * them in one row, cuts last.
 */
export type Prices = {
  all: Float64Array;
  firstSlope: Float64Array;
  secondSlope: Float64Array;
  open: Float64Array;
  capacity: Float64Array;
  cuts: Float64Array;
};

/** The limits that episodes share: capacity rows and fairness cuts. */
export type SharedRows = { capacity: CapacityRows; cuts: FairnessCuts };

/** Prices under which nothing shared costs anything. */
export function freePrices(instance: Instance, rows: CapacityRows, cuts = noCuts()): Prices {
  const { people, slots } = instance;
  const capacity = rows.limit.length;
  return makePrices(
    people,
    slots,
    capacity,
    new Float64Array(2 * people + slots + capacity + cuts.list.length),
  );
}

/** Names the parts of prices that lie in one row. */
export function makePrices(people: number, slots: number, capacity: number, all: Float64Array): Prices {
  const open = 2 * people;
  return {
    all,
    firstSlope: all.subarray(0, people),
    secondSlope: all.subarray(people, 2 * people),
    open: all.subarray(open, open + slots),
    capacity: all.subarray(open + slots, open + slots + capacity),
    cuts: all.subarray(open + slots + capacity),
  };
}

/** Writes to `view` what each node of an episode costs under the prices; only what the rules allow is finite. */
export function priceEpisode(
  instance: Instance,
  episode: Episode,
  { capacity: { first, divisor }, cuts }: SharedRows,
  prices: Prices,
  view: View,
) {
  const steps = episode.steps;
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    const person = int(episode.people, candidate);
    view.base[candidate] = 0;
    const own = cuts.of.get(person);
    let share = 1 - num(prices.firstSlope, person) - num(prices.secondSlope, person);
    view.extra[candidate] = null;
    if (own) {
      let paid = 0;
      for (const place of own) paid += prices.cuts[place] ?? 0;
      share -= paid;
      if (paid > 0) view.extra[candidate] = (minutes) => pricedCharge(cuts, own, prices.cuts, minutes);
    }
    view.share[candidate] = Math.max(0, share);
    view.minutePrice[candidate] =
      instance.firstSlope * num(prices.firstSlope, person) +
      instance.secondSlope * num(prices.secondSlope, person);
    const row = person * instance.slots;
    for (let step = 0; step < steps; step++) {
      const node = candidate * steps + step;
      if (episode.feasible[node] !== 1) {
        view.cost[node] = Number.POSITIVE_INFINITY;
        continue;
      }
      const cell = row + int(episode.slots, step);
      const until = int(first, cell + 1);
      let cost = num(episode.cost, node);
      for (let at = int(first, cell); at < until; at++) {
        const price = num(prices.capacity, at);
        if (price > 0) cost += price * weightInRow(int(divisor, at), int(episode.use, node));
      }
      view.cost[node] = cost;
    }
  }
  for (let step = 0; step < steps; step++) view.open[step] = openPrice(episode, step, prices);
}

/**
 * A proven lower bound on quality at the minimum uncovered weight: every episode at its best under the prices, less
 * the value of the limits. Calls `visit` with each episode's best pattern and its priced cost.
 */
export function boundUnder(
  instance: Instance,
  patterns: PatternPricing,
  rows: SharedRows,
  spare: Float64Array,
  prices: Prices,
  visit?: (index: number, served: Int32Array, cost: number) => void,
): number {
  let bound = -limitValue(instance, rows, spare, prices);
  for (const [index, episode] of instance.episodes.entries()) {
    const served = new Int32Array(episode.steps);
    priceEpisode(instance, episode, rows, prices, patterns.view);
    const cost = bestOverAll(instance, index, patterns, served);
    bound += cost;
    visit?.(index, served, cost);
  }
  return bound;
}

/** Whether no candidate can serve a step: it is open in every plan, so it doesn't count against the slot's spare weight. */
export function isUncoverable(episode: Episode, step: number): boolean {
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    if (episode.feasible[candidate * episode.steps + step] === 1) return false;
  }
  return true;
}

function openPrice(episode: Episode, step: number, prices: Prices): number {
  if (episode.mayStayOpen[step] !== 1) return Number.POSITIVE_INFINITY;
  const cost = num(episode.openCost, step);
  if (isUncoverable(episode, step)) return cost;
  return cost + num(prices.open, int(episode.slots, step)) * episode.weight * int(episode.demand, step);
}

function limitValue(
  instance: Instance,
  { capacity, cuts }: SharedRows,
  spare: Float64Array,
  prices: Prices,
): number {
  let duals = 0;
  for (const [place, cut] of cuts.list.entries()) duals += (prices.cuts[place] ?? 0) * limitOf(cut);
  const { limit } = capacity;
  for (let row = 0; row < limit.length; row++) duals += num(prices.capacity, row) * num(limit, row);
  for (let person = 0; person < instance.people; person++) {
    const expected = int(instance.expected, person);
    duals += num(prices.firstSlope, person) * instance.firstSlope * expected;
    duals += num(prices.secondSlope, person) * (2 * instance.secondSlope - instance.firstSlope) * expected;
  }
  for (let slot = 0; slot < instance.slots; slot++) duals += num(prices.open, slot) * num(spare, slot);
  return duals;
}
