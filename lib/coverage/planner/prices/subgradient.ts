import { weightInRow } from "@/lib/coverage/planner/patterns/capacity-rows";
import { forEachRun } from "@/lib/coverage/planner/patterns/columns";
import { chargeOf, limitOf } from "@/lib/coverage/planner/patterns/fairness-cuts";
import type { PatternPricing } from "@/lib/coverage/planner/patterns/pattern-pricing";
import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, item, num } from "@/lib/solver/arrays";
import { boundUnder, isUncoverable, type Prices, type SharedRows } from "./prices";

/** The Lagrangian relaxation prices are tried on: the cheapest patterns `met`, and the subgradient they give. */
export type Relaxation = {
  instance: Instance;
  patterns: PatternPricing;
  rows: SharedRows;
  spare: Float64Array;
  subgradient: Prices;
  met: Cover;
};

/** The bound under some prices; notes the cheapest patterns and the subgradient. */
export function evaluate(
  { instance, patterns, rows, spare, subgradient, met }: Relaxation,
  prices: Prices,
): number {
  const { limit } = rows.capacity;
  for (let row = 0; row < limit.length; row++) subgradient.capacity[row] = -num(limit, row);
  for (let person = 0; person < instance.people; person++) {
    const expected = int(instance.expected, person);
    subgradient.firstSlope[person] = -instance.firstSlope * expected;
    subgradient.secondSlope[person] = -(2 * instance.secondSlope - instance.firstSlope) * expected;
  }
  subgradient.open.set(spare.map((weight) => -weight));
  for (const [place, cut] of rows.cuts.list.entries()) subgradient.cuts[place] = -limitOf(cut);
  return boundUnder(instance, patterns, rows, spare, prices, (index, served) => {
    met[index] = served;
    addPattern(instance, rows, subgradient, index, served);
  });
}

function addPattern(
  instance: Instance,
  rows: SharedRows,
  subgradient: Prices,
  index: number,
  served: Int32Array,
) {
  const episode = item(instance.episodes, index);
  const { first, divisor } = rows.capacity;
  forEachRun(episode, served, (person, minutes) => {
    const own = fairnessCost(
      minutes,
      int(instance.expected, person),
      instance.firstSlope,
      instance.secondSlope,
    );
    subgradient.firstSlope[person] =
      num(subgradient.firstSlope, person) + instance.firstSlope * minutes - own;
    subgradient.secondSlope[person] =
      num(subgradient.secondSlope, person) + instance.secondSlope * minutes - own;
    for (const place of rows.cuts.of.get(person) ?? []) {
      subgradient.cuts[place] =
        num(subgradient.cuts, place) + chargeOf(item(rows.cuts.list, place), minutes) - own;
    }
  });
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    const slot = int(episode.slots, step);
    if (candidate < 0) {
      const weight = isUncoverable(episode, step) ? 0 : episode.weight * int(episode.demand, step);
      subgradient.open[slot] = num(subgradient.open, slot) + weight;
      continue;
    }
    const cell = int(episode.people, candidate) * instance.slots + slot;
    const use = int(episode.use, candidate * episode.steps + step);
    for (let row = int(first, cell); row < int(first, cell + 1); row++) {
      subgradient.capacity[row] = num(subgradient.capacity, row) + weightInRow(int(divisor, row), use);
    }
  }
}
