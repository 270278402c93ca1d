import { int, num } from "@/lib/coverage/planner/arrays";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import type { Episode, Instance } from "@/lib/coverage/planner/instance";

/**
 * The prices under which an episode's best pattern is sought, among the first `count` candidates of `who`. `cost` and
 * `open` price candidate × step and uncovered steps (Infinity forbids). A run of V minutes by a candidate with `base`
 * minutes adds `share` × (fairness(base + V) − fairness(base)) + `lean` × V + `extra`(V).
 */
export type View = {
  who: Int32Array;
  count: number;
  cost: Float64Array;
  open: Float64Array;
  base: Float64Array;
  share: Float64Array;
  lean: Float64Array;
  extra: (((minutes: number) => number) | null)[];
};

/** `ends` holds, after a search, the least cost of serving the steps before each. */
export type PatternSearch = {
  view: View;
  ends: Float64Array;
  best: (episode: Episode, out: Int32Array) => number;
  /** The same where a person may take over from themselves, which only ever costs less. */
  loose: (episode: Episode, out: Int32Array) => number;
};

const nobody = -1;
const start = -2;

type Ends = { cost: Float64Array; who: Int32Array; from: Int32Array; before: Int32Array };

/**
 * Where each candidate's open run stands: its cost and beginning, and the slope its minutes cost (NaN where bent; then
 * `flat`, `first` and `second` are the least it can cost by each line below the bend).
 */
type Runs = {
  cost: Float64Array;
  from: Int32Array;
  slope: Float64Array;
  flat: Float64Array;
  first: Float64Array;
  second: Float64Array;
};

type Tables = { first: Ends; second: Ends; runs: Runs };

/**
 * The dynamic programme behind insertion, pricing and bounds: the cheapest way to serve one episode under `view`,
 * written to `out` as candidate places. Never splits a run between the same person, which would dodge convex fairness.
 */
export function makePatternSearch(instance: Instance): PatternSearch {
  const { steps, nodes, people } = extent(instance);
  const view = {
    who: Int32Array.from({ length: people }, (_, place) => place),
    count: 0,
    cost: new Float64Array(nodes),
    open: new Float64Array(steps),
    base: new Float64Array(people),
    share: new Float64Array(people),
    lean: new Float64Array(people),
    extra: new Array<((minutes: number) => number) | null>(people).fill(null),
  };
  const runs = {
    cost: new Float64Array(people),
    from: new Int32Array(people),
    slope: new Float64Array(people),
    flat: new Float64Array(people),
    first: new Float64Array(people),
    second: new Float64Array(people),
  };
  const tables = { first: makeEnds(steps + 1), second: makeEnds(steps + 1), runs };
  return {
    view,
    ends: tables.first.cost,
    best: (episode, out) => bestPattern(instance, episode, view, tables, out, false),
    loose: (episode, out) => bestPattern(instance, episode, view, tables, out, true),
  };
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
  tables: Tables,
  out: Int32Array,
  isLoose: boolean,
): number {
  const { first, second, runs } = tables;
  setEnd(first, 0, 0, start, 0, 0);
  setEnd(second, 0, Number.POSITIVE_INFINITY, start, 0, 0);
  for (let place = 0; place < view.count; place++)
    openRun(instance, episode, view, runs, int(view.who, place));
  const { steps } = episode;
  for (let step = 0; step < steps; step++) {
    setEnd(first, step + 1, num(first.cost, step) + num(view.open, step), nobody, step, 0);
    setEnd(second, step + 1, Number.POSITIVE_INFINITY, start, step, 0);
    const begun = num(first.cost, step) + instance.piece;
    for (let place = 0; place < view.count; place++) {
      const candidate = int(view.who, place);
      const node = candidate * steps + step;
      const cost = num(view.cost, node);
      if (cost === Number.POSITIVE_INFINITY) {
        closeRun(runs, candidate);
        continue;
      }
      const slope = num(runs.slope, candidate);
      if (Number.isNaN(slope)) {
        const least = extendLines(instance, episode, view, runs, begun, candidate, node);
        if (least < num(second.cost, step + 1))
          extendBentRun(instance, episode, view, tables, candidate, step, isLoose);
        continue;
      }
      let run = num(runs.cost, candidate);
      if (begun < run) {
        run = begun;
        runs.from[candidate] = step;
      }
      run += cost + slope * int(episode.take, node);
      runs.cost[candidate] = run;
      offerEnd(first, second, step + 1, run, candidate, int(runs.from, candidate), 0);
    }
  }
  readBack(steps, first, second, out);
  return num(first.cost, steps);
}

// Where all the minutes a run could take lie on one line of the fairness cost, its best beginning needs no search.
function openRun(instance: Instance, episode: Episode, view: View, runs: Runs, candidate: number) {
  const { near, far } = instance;
  const { steps } = episode;
  closeRun(runs, candidate);
  const share = num(view.share, candidate);
  const lean = num(view.lean, candidate);
  const base = num(view.base, candidate);
  const expected = int(instance.expected, int(episode.people, candidate));
  let most = base;
  for (let step = 0; step < steps; step++) most += int(episode.take, candidate * steps + step);
  let slope = Number.NaN;
  if (view.extra[candidate]) slope = Number.NaN;
  else if (share <= 1e-12 || most <= expected) slope = 0;
  else if (base >= 2 * expected) slope = share * far;
  else if (base >= expected && most <= 2 * expected) slope = share * near;
  runs.slope[candidate] = slope + lean;
}

function closeRun(runs: Runs, candidate: number) {
  runs.cost[candidate] = Number.POSITIVE_INFINITY;
  runs.flat[candidate] = Number.POSITIVE_INFINITY;
  runs.first[candidate] = Number.POSITIVE_INFINITY;
  runs.second[candidate] = Number.POSITIVE_INFINITY;
}

// The least a bent run ending here can cost: each line below a convex fairness cost is searched as if it were straight.
function extendLines(
  { near, far, expected }: Instance,
  episode: Episode,
  view: View,
  runs: Runs,
  begun: number,
  candidate: number,
  node: number,
): number {
  const take = int(episode.take, node);
  const share = num(view.share, candidate);
  const bare = num(view.cost, node) + num(view.lean, candidate) * take;
  const flat = Math.min(num(runs.flat, candidate), begun) + bare;
  runs.flat[candidate] = flat;
  if (near > far) return flat;
  const free = int(expected, int(episode.people, candidate));
  const base = num(view.base, candidate);
  const already = fairnessCost(base, free, near, far);
  const first = Math.min(num(runs.first, candidate), begun) + bare + share * near * take;
  const second = Math.min(num(runs.second, candidate), begun) + bare + share * far * take;
  runs.first[candidate] = first;
  runs.second[candidate] = second;
  const nearLine = first + share * (near * (base - free) - already);
  const farLine = second + share * (far * (base - 2 * free) + near * free - already);
  return Math.max(flat, nearLine, farLine);
}

function extendBentRun(
  instance: Instance,
  episode: Episode,
  view: View,
  { first, second }: Tables,
  candidate: number,
  step: number,
  isLoose: boolean,
) {
  const { near, far, piece } = instance;
  const row = candidate * episode.steps;
  const base = num(view.base, candidate);
  const share = num(view.share, candidate);
  const lean = num(view.lean, candidate);
  const expected = int(instance.expected, int(episode.people, candidate));
  const extra = view.extra[candidate];
  const already = fairnessCost(base, expected, near, far);
  let run = 0;
  let minutes = 0;
  // No beginning further back can help once the run alone costs what two others' ends do.
  let best = num(second.cost, step + 1) - piece;
  let bestFrom = -1;
  let bestBefore = 0;
  for (let from = step; from >= 0; from--) {
    run += num(view.cost, row + from);
    if (run === Number.POSITIVE_INFINITY) break;
    minutes += int(episode.take, row + from);
    let total = run + lean * minutes + share * (fairnessCost(base + minutes, expected, near, far) - already);
    if (extra) total += extra(minutes);
    if (total >= best) break;
    const before = !isLoose && int(first.who, from) === candidate ? 1 : 0;
    total += before === 1 ? num(second.cost, from) : num(first.cost, from);
    if (total < best) {
      best = total;
      bestFrom = from;
      bestBefore = before;
    }
  }
  if (bestFrom >= 0) offerEnd(first, second, step + 1, best + piece, candidate, bestFrom, bestBefore);
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
