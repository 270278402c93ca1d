import { int, num } from "@/lib/coverage/planner/arrays";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import type { Episode, Instance } from "@/lib/coverage/planner/instance";

/**
 * The prices under which an episode's best pattern is sought. `cost` and `open` price candidate × step and uncovered
 * steps (Infinity forbids). A run of V minutes by a candidate with `base` minutes adds
 * `share` × (fairness(base + V) − fairness(base)) + `lean` × V.
 */
export type View = {
  cost: Float64Array;
  open: Float64Array;
  base: Float64Array;
  share: Float64Array;
  lean: Float64Array;
};

export type PatternSearch = {
  view: View;
  best: (episode: Episode, out: Int32Array) => number;
};

const nobody = -1;
const start = -2;

type Ends = { cost: Float64Array; who: Int32Array; from: Int32Array; before: Int32Array };

/**
 * The dynamic programme behind insertion, pricing and bounds: the cheapest way to serve one episode under `view`,
 * written to `out` as candidate places. Never splits a run between the same person, which would dodge convex fairness.
 */
export function makePatternSearch(instance: Instance): PatternSearch {
  const { steps, nodes, people } = extent(instance);
  const view = {
    cost: new Float64Array(nodes),
    open: new Float64Array(steps),
    base: new Float64Array(people),
    share: new Float64Array(people),
    lean: new Float64Array(people),
  };
  const first = makeEnds(steps + 1);
  const second = makeEnds(steps + 1);
  return { view, best: (episode, out) => bestPattern(instance, episode, view, first, second, out) };
}

function extent(instance: Instance) {
  let steps = 1;
  let nodes = 1;
  let people = 1;
  for (const episode of instance.episodes) {
    steps = Math.max(steps, episode.steps);
    nodes = Math.max(nodes, episode.take.length);
    people = Math.max(people, episode.people.length);
  }
  return { steps, nodes, people };
}

function makeEnds(size: number): Ends {
  return {
    cost: new Float64Array(size),
    who: new Int32Array(size),
    from: new Int32Array(size),
    before: new Int32Array(size),
  };
}

function bestPattern(
  instance: Instance,
  episode: Episode,
  view: View,
  first: Ends,
  second: Ends,
  out: Int32Array,
): number {
  setEnd(first, 0, 0, start, 0, 0);
  setEnd(second, 0, Number.POSITIVE_INFINITY, start, 0, 0);
  const candidates = episode.people.length;
  for (let step = 0; step < episode.steps; step++) {
    const end = step + 1;
    setEnd(first, end, num(first.cost, step) + num(view.open, step), nobody, step, 0);
    setEnd(second, end, Number.POSITIVE_INFINITY, start, step, 0);
    for (let candidate = 0; candidate < candidates; candidate++) {
      if (num(view.cost, candidate * episode.steps + step) < Number.POSITIVE_INFINITY) {
        extendRun(instance, episode, view, first, second, candidate, step);
      }
    }
  }
  readBack(episode.steps, first, second, out);
  return num(first.cost, episode.steps);
}

function extendRun(
  instance: Instance,
  episode: Episode,
  view: View,
  first: Ends,
  second: Ends,
  candidate: number,
  step: number,
) {
  const { near, far, piece } = instance;
  const row = candidate * episode.steps;
  const base = num(view.base, candidate);
  const share = num(view.share, candidate);
  const lean = num(view.lean, candidate);
  const expected = int(instance.expected, int(episode.people, candidate));
  const already = fairnessCost(base, expected, near, far);
  let run = 0;
  let minutes = 0;
  let best = Number.POSITIVE_INFINITY;
  let bestFrom = step;
  let bestBefore = 0;
  for (let from = step; from >= 0; from--) {
    run += num(view.cost, row + from);
    if (run === Number.POSITIVE_INFINITY) break;
    minutes += int(episode.take, row + from);
    const before = int(first.who, from) === candidate ? 1 : 0;
    let total = (before === 1 ? num(second.cost, from) : num(first.cost, from)) + run + lean * minutes;
    if (share > 0) total += share * (fairnessCost(base + minutes, expected, near, far) - already);
    if (total < best) {
      best = total;
      bestFrom = from;
      bestBefore = before;
    }
  }
  offerEnd(first, second, step + 1, best + piece, candidate, bestFrom, bestBefore);
}

function offerEnd(
  first: Ends,
  second: Ends,
  end: number,
  cost: number,
  who: number,
  from: number,
  before: number,
) {
  if (cost < num(first.cost, end)) {
    setEnd(
      second,
      end,
      num(first.cost, end),
      int(first.who, end),
      int(first.from, end),
      int(first.before, end),
    );
    setEnd(first, end, cost, who, from, before);
  } else if (cost < num(second.cost, end)) {
    setEnd(second, end, cost, who, from, before);
  }
}

function setEnd(ends: Ends, at: number, cost: number, who: number, from: number, before: number) {
  ends.cost[at] = cost;
  ends.who[at] = who;
  ends.from[at] = from;
  ends.before[at] = before;
}

function readBack(steps: number, first: Ends, second: Ends, out: Int32Array) {
  let end = steps;
  let ends = first;
  while (end > 0) {
    const from = int(ends.from, end);
    out.fill(int(ends.who, end), from, end);
    ends = int(ends.before, end) === 1 ? second : first;
    end = from;
  }
}
