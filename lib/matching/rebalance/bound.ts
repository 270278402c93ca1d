import type { DeskOption, RebalanceInstance } from "./instance";
import { costOf, type Stage, type StagePrices } from "./stage";

/**
 * A proven lower bound of a level over every possible pair, whatever the prices (a Lagrangian relaxation of capacities and changes),
 * and what each option costs above the cheapest of its desk.
 */
export type RelaxedBound = { bound: number; excess: (option: DeskOption) => number; cheapest: DeskOption[] };

/** Rounding of floating sums of this size is far below it. */
const TOLERANCE = 0.01;

/** Prices every pair. */
export function pricedBound(instance: RebalanceInstance, stage: Stage, prices: StagePrices): RelaxedBound {
  const { desks, options, capacity, lostDesks } = instance;
  const priceOf = (option: DeskOption) =>
    costOf(instance, stage, option) +
    (prices.minute[option.assistant] ?? 0) * (desks[option.desk]?.load ?? 0) +
    prices.change * option.change;
  const least = new Float64Array(desks.length);
  const cheapest: DeskOption[] = [];
  let bound = -prices.change * (stage.mostChanges - lostDesks);
  if (stage.level === "value") bound -= prices.over * stage.overload;
  for (const [place, most] of capacity.entries()) bound -= (prices.minute[place] ?? 0) * most;
  for (const [place, list] of options.entries()) {
    const [first] = list;
    if (!first) continue;
    let best = first;
    let price = priceOf(first);
    for (const option of list) {
      const other = priceOf(option);
      if (other < price) [best, price] = [option, other];
    }
    least[place] = price;
    bound += price;
    cheapest.push(best);
  }
  return { bound, cheapest, excess: (option) => priceOf(option) - (least[option.desk] ?? 0) };
}

/** A bound of whole costs as a whole number. */
export function roundedBound(bound: number): number {
  return Math.ceil(bound - TOLERANCE);
}

/**
 * A lower bound of the minutes over capacities after so many changes: each takes at most one desk from somebody over capacity, the
 * largest first, and takes at most what they have too much; what others are given can only add.
 */
export function leastOverload(
  { assistantIds, capacity, desks }: RebalanceInstance,
  mostChanges: number,
): number {
  const loads = new Map<string, number[]>(assistantIds.map((id) => [id, []]));
  for (const { present, load } of desks) if (present !== null) loads.get(present)?.push(load);
  let over = 0;
  const relief: number[] = [];
  for (const [place, id] of assistantIds.entries()) {
    const own = (loads.get(id) ?? []).toSorted((a, b) => b - a);
    let left = Math.max(0, own.reduce((sum, load) => sum + load, 0) - (capacity[place] ?? 0));
    over += left;
    for (const load of own) {
      relief.push(Math.min(load, left));
      left -= Math.min(load, left);
    }
  }
  const most = relief.toSorted((a, b) => b - a).slice(0, mostChanges);
  return most.reduce((sum, minutes) => sum - minutes, over);
}
