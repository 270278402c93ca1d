import { weightInRow } from "@/lib/coverage/planner/patterns/capacity-rows";
import { forEachRun } from "@/lib/coverage/planner/patterns/columns";
import { chargeOf, limitOf } from "@/lib/coverage/planner/patterns/fairness-cuts";
import type { NearPatterns } from "@/lib/coverage/planner/patterns/near-patterns";
import { int, item, num } from "@/lib/coverage/planner/problem/arrays";
import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { boundUnder, isHopeless, type Prices, type SharedRows } from "./prices";

/** What prices are tried on, and what comes of it: the cheapest patterns `met`, and how far they overstep each limit. */
export type Scene = {
  instance: Instance;
  patterns: NearPatterns;
  rows: SharedRows;
  spare: Float64Array;
  over: Prices;
  met: Cover;
};

/** The bound under some prices; notes the patterns met and how far they overstep. */
export function evaluate({ instance, patterns, rows, spare, over, met }: Scene, prices: Prices): number {
  const { limit } = rows.capacity;
  for (let row = 0; row < limit.length; row++) over.capacity[row] = -num(limit, row);
  for (let person = 0; person < instance.people; person++) {
    const expected = int(instance.expected, person);
    over.near[person] = -instance.near * expected;
    over.far[person] = -(2 * instance.far - instance.near) * expected;
  }
  over.open.set(spare.map((weight) => -weight));
  for (const [place, cut] of rows.cuts.list.entries()) over.cuts[place] = -limitOf(cut);
  return boundUnder(instance, patterns, rows, spare, prices, (index, served) => {
    met[index] = served;
    addPattern(instance, rows, over, index, served);
  });
}

function addPattern(instance: Instance, rows: SharedRows, over: Prices, index: number, served: Int32Array) {
  const episode = item(instance.episodes, index);
  const { first, divisor } = rows.capacity;
  forEachRun(episode, served, (person, minutes) => {
    const own = fairnessCost(minutes, int(instance.expected, person), instance.near, instance.far);
    over.near[person] = num(over.near, person) + instance.near * minutes - own;
    over.far[person] = num(over.far, person) + instance.far * minutes - own;
    for (const place of rows.cuts.of.get(person) ?? []) {
      over.cuts[place] = num(over.cuts, place) + chargeOf(item(rows.cuts.list, place), minutes) - own;
    }
  });
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    const slot = int(episode.slots, step);
    if (candidate < 0) {
      const weight = isHopeless(episode, step) ? 0 : episode.weight * int(episode.demand, step);
      over.open[slot] = num(over.open, slot) + weight;
      continue;
    }
    const cell = int(episode.people, candidate) * instance.slots + slot;
    const use = int(episode.use, candidate * episode.steps + step);
    for (let row = int(first, cell); row < int(first, cell + 1); row++) {
      over.capacity[row] = num(over.capacity, row) + weightInRow(int(divisor, row), use);
    }
  }
}
