import { isUncoverable } from "@/lib/coverage/planner/prices/prices";
import type { Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { episodeQuality } from "@/lib/coverage/planner/search/search-state";
import { int, item } from "@/lib/solver/arrays";
import { type CapacityRows, weightInRow } from "./capacity-rows";
import { chargeOf, type FairnessCuts, noCuts } from "./fairness-cuts";

/** A pattern as a column of the master programme: its whole cost and what it weighs in each shared row. */
export type Column = {
  index: number;
  served: Int32Array;
  cost: number;
  rows: Int32Array;
  values: Float64Array;
};

/**
 * The rows of the master programme: one per episode (exactly one pattern), two per assistant for fairness beyond what
 * patterns are charged themselves, the capacity rows, one per slot that may leave weight open, and last the fairness cuts.
 */
export type RowPlan = {
  capacity: CapacityRows;
  firstCapacity: number;
  firstSlope: (person: number) => number;
  secondSlope: (person: number) => number;
  open: Map<number, number>;
  cuts: FairnessCuts;
  firstCut: number;
  upper: Float64Array;
};

/** Numbers the rows of the master programme and gives their limits. */
export function planRows(instance: Instance, capacity: CapacityRows, spare: Float64Array): RowPlan {
  const episodes = instance.episodes.length;
  const people = instance.people;
  const upper: number[] = new Array<number>(episodes).fill(1);
  for (const expected of instance.expected) upper.push(instance.firstSlope * expected);
  for (const expected of instance.expected)
    upper.push((2 * instance.secondSlope - instance.firstSlope) * expected);
  const firstCapacity = upper.length;
  for (const limit of capacity.limit) upper.push(limit);
  const open = new Map<number, number>();
  spare.forEach((weight, slot) => {
    if (weight <= 0) return;
    open.set(slot, upper.length);
    upper.push(weight);
  });
  return {
    capacity,
    firstCapacity,
    firstSlope: (person) => episodes + person,
    secondSlope: (person) => episodes + people + person,
    open,
    cuts: noCuts(),
    firstCut: upper.length,
    upper: Float64Array.from(upper),
  };
}

/** The column of one episode's pattern. */
export function makeColumn(instance: Instance, plan: RowPlan, index: number, pattern: Int32Array): Column {
  const episode = instance.episodes[index] as Episode;
  const served = Int32Array.from(pattern);
  const entries = new Map<number, number>([[index, 1]]);
  const add = (row: number, value: number) => {
    if (value !== 0) entries.set(row, (entries.get(row) ?? 0) + value);
  };
  let cost = episodeQuality(instance, episode, served);
  forEachRun(episode, served, (person, minutes) => {
    const own = fairnessCost(
      minutes,
      int(instance.expected, person),
      instance.firstSlope,
      instance.secondSlope,
    );
    cost += own;
    add(plan.firstSlope(person), instance.firstSlope * minutes - own);
    add(plan.secondSlope(person), instance.secondSlope * minutes - own);
    for (const place of plan.cuts.of.get(person) ?? []) {
      add(plan.firstCut + place, chargeOf(item(plan.cuts.list, place), minutes) - own);
    }
  });
  for (let step = 0; step < episode.steps; step++) {
    const candidate = int(served, step);
    const slot = int(episode.slots, step);
    if (candidate >= 0) {
      const cell = int(episode.people, candidate) * instance.slots + slot;
      const use = int(episode.use, candidate * episode.steps + step);
      const { first, divisor } = plan.capacity;
      for (let row = int(first, cell); row < int(first, cell + 1); row++) {
        add(plan.firstCapacity + row, weightInRow(int(divisor, row), use));
      }
    } else if (!isUncoverable(episode, step)) {
      const row = plan.open.get(slot);
      if (row !== undefined) add(row, episode.weight * int(episode.demand, step));
    }
  }
  return {
    index,
    served,
    cost,
    rows: Int32Array.from(entries.keys()),
    values: Float64Array.from(entries.values()),
  };
}

/** A key equal for equal patterns of the same episode. */
export function columnKey(index: number, served: Int32Array): string {
  return `${index}:${served.join(",")}`;
}

/** Calls `visit` with the person and minutes of each run of a pattern. */
export function forEachRun(
  episode: Episode,
  served: Int32Array,
  visit: (person: number, minutes: number) => void,
) {
  let from = 0;
  while (from < episode.steps) {
    const candidate = int(served, from);
    let minutes = 0;
    let to = from;
    for (; to < episode.steps && int(served, to) === candidate; to++) {
      if (candidate >= 0) minutes += int(episode.take, candidate * episode.steps + to);
    }
    if (candidate >= 0) visit(int(episode.people, candidate), minutes);
    from = to;
  }
}
