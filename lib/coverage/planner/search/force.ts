import { nearCandidates } from "@/lib/coverage/planner/patterns/near-candidates";
import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import type { PlanScore } from "@/lib/coverage/planner/result/plan-result";
import { scoreCover } from "@/lib/coverage/planner/result/score";
import { int, item, num } from "@/lib/solver/arrays";
import { insertBest, makeState, place, type SearchState } from "./search-state";

/** A plan that others are forced into one after another, each time put back as it was. */
export type ForcingBase = {
  base: Instance;
  state: SearchState;
  near: Int32Array[];
  /** The room the plan leaves and the minutes it takes of each person. */
  left: Int32Array;
  minutes: Float64Array;
  /** For each episode looked at so far the cheapest candidates who have room. */
  withRoom: Map<number, Int32Array>;
};

/** Lays a plan out to force others into. */
export function layForcingBase(instance: Instance, cover: Cover): ForcingBase {
  const near = instance.episodes.map(() => new Int32Array(0));
  const state = makeState(instance, cover, near);
  state.near = near;
  const { left, minutes } = state;
  return {
    base: instance,
    state,
    near,
    left: Int32Array.from(left),
    minutes: Float64Array.from(minutes),
    withRoom: new Map(),
  };
}

/**
 * What forcing a candidate into some steps of an episode changes in the whole score, when the covers in the way are taken
 * out and put back as well as can be: a repair, not a proof. Null where the candidate can't serve there even alone.
 */
export function forceRun(
  forcing: ForcingBase,
  index: number,
  steps: readonly number[],
  candidate: number,
): PlanScore | null {
  const { base: instance, state } = forcing;
  const { fairness } = state;
  const episode = item(instance.episodes, index);
  if (steps.some((step) => episode.feasible[candidate * episode.steps + step] !== 1)) return null;
  state.instance = withForced(instance, index, steps, candidate);
  const before = new Map([[index, item(state.cover, index)]]);
  place(state, index, item(state.cover, index), -1);
  for (const other of evict(state, index, steps, candidate)) before.set(other, item(state.cover, other));
  widenCandidates(forcing, before, candidate, index);
  for (const one of before.keys()) putBack(state, one);
  for (let round = 0; round < 2 && before.size > 1; round++) {
    for (const one of before.keys()) {
      place(state, one, item(state.cover, one), -1);
      putBack(state, one);
    }
  }
  const by = difference(instance, before, state.cover, state.fairness - fairness);
  for (const one of before.keys()) place(state, one, item(state.cover, one), -1);
  state.instance = instance;
  for (const [one, served] of before) {
    state.cover[one] = served;
    place(state, one, served, 1);
  }
  return by;
}

function withForced(
  instance: Instance,
  index: number,
  steps: readonly number[],
  candidate: number,
): Instance {
  const episode = item(instance.episodes, index);
  const pin = Int32Array.from(episode.pin);
  const feasible = Uint8Array.from(episode.feasible);
  for (const step of steps) {
    pin[step] = candidate;
    for (let other = 0; other < episode.people.length; other++) {
      if (other !== candidate) feasible[other * episode.steps + step] = 0;
    }
  }
  const episodes = [...instance.episodes];
  episodes[index] = { ...episode, pin, feasible };
  return { ...instance, episodes };
}

function evict(state: SearchState, index: number, steps: readonly number[], candidate: number): number[] {
  const { instance, left, cover } = state;
  const episode = item(instance.episodes, index);
  const person = int(episode.people, candidate);
  const rivals = [...new Set(state.held[person])].sort((a, b) => a - b);
  const moved: number[] = [];
  for (const step of steps) {
    const slot = int(episode.slots, step);
    const needs = int(episode.use, candidate * episode.steps + step);
    for (const other of rivals) {
      if (int(left, person * instance.slots + slot) >= needs) break;
      const rival = item(instance.episodes, other);
      const at = rival.slots.indexOf(slot);
      const served = at < 0 ? -1 : int(item(cover, other), at);
      const isInTheWay = served >= 0 && int(rival.people, served) === person && int(rival.pin, at) < 0;
      if (moved.includes(other) || !isInTheWay) continue;
      place(state, other, item(cover, other), -1);
      moved.push(other);
    }
  }
  return moved;
}

// Nobody else can serve than who had room before, and those whom this frees.
function widenCandidates(
  forcing: ForcingBase,
  before: ReadonlyMap<number, Int32Array>,
  candidate: number,
  index: number,
) {
  const { base, near } = forcing;
  const freed = new Set<number>();
  for (const [one, served] of before) {
    for (const place of served) if (place >= 0) freed.add(int(item(base.episodes, one).people, place));
  }
  for (const one of before.keys()) {
    const list = new Set(candidatesWithRoom(forcing, one));
    for (const person of freed) list.add(item(base.episodes, one).people.indexOf(person));
    list.delete(-1);
    if (one === index) list.add(candidate);
    near[one] = Int32Array.from(list);
  }
}

// The cheapest with some room, and the cheapest with room throughout, who may look dearer step by step.
function candidatesWithRoom(forcing: ForcingBase, index: number): Int32Array {
  const known = forcing.withRoom.get(index);
  if (known) return known;
  const { base, left } = forcing;
  const episode = item(base.episodes, index);
  const { steps } = episode;
  const feasible = Uint8Array.from(episode.feasible);
  const throughout = new Uint8Array(feasible.length);
  const cost = Float64Array.from(episode.cost);
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    const person = int(episode.people, candidate);
    const first = candidate * steps;
    let minutes = 0;
    let count = 0;
    for (let step = 0; step < steps; step++) {
      const free = int(left, person * base.slots + int(episode.slots, step));
      if (int(episode.use, first + step) > free) feasible[first + step] = 0;
      if (feasible[first + step] !== 1) continue;
      minutes += int(episode.take, first + step);
      count++;
    }
    if (count === steps) throughout.fill(1, first, first + steps);
    const share = fairnessOf(forcing, person, minutes) / Math.max(1, count);
    for (let node = first; node < first + steps; node++) cost[node] = num(cost, node) + share;
  }
  const seen = [feasible, throughout].map((one) => ({ ...episode, feasible: one, cost }));
  const lists = nearCandidates({ ...base, episodes: seen });
  const list = Int32Array.from(new Set(lists.flatMap((one) => [...one])));
  forcing.withRoom.set(index, list);
  return list;
}

function fairnessOf({ base, minutes }: ForcingBase, person: number, more: number): number {
  const given = num(minutes, person);
  const cost = (all: number) =>
    fairnessCost(all, int(base.expected, person), base.firstSlope, base.secondSlope);
  return cost(given + more) - cost(given);
}

function putBack(state: SearchState, index: number) {
  const served = new Int32Array(item(state.instance.episodes, index).steps);
  insertBest(state, index, served);
  state.cover[index] = served;
  place(state, index, served, 1);
}

function difference(
  instance: Instance,
  before: ReadonlyMap<number, Int32Array>,
  cover: Cover,
  fairness: number,
): PlanScore {
  const few = { ...instance, episodes: [...before.keys()].map((index) => item(instance.episodes, index)) };
  const was = scoreCover(few, [...before.values()]);
  const is = scoreCover(
    few,
    [...before.keys()].map((index) => item(cover, index)),
  );
  const by = { ...is, fairness };
  for (const part of ["uncoveredWeight", "misfit", "pieces", "change"] as const) by[part] -= was[part];
  return { ...by, quality: by.misfit + by.pieces + by.fairness + by.change };
}
