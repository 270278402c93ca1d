import type { Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, num } from "@/lib/solver/arrays";
import {
  clearEnds,
  makeEnds,
  offerEnd,
  type Runs,
  readBack,
  setEnd,
  type Tables,
  type View,
} from "./pattern-tables";

/** `ends` holds, after a search, the least cost of serving the steps before each. */
export type PatternSearch = {
  view: View;
  ends: Float64Array;
  best: (episode: Episode, out: Int32Array) => number;
  /** The same where a person may take over from themselves, which only ever costs less. */
  relaxed: (episode: Episode, out: Int32Array) => number;
};

const nobody = -1;
const start = -2;

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
    minutePrice: new Float64Array(people),
    extra: new Array<((minutes: number) => number) | null>(people).fill(null),
  };
  const runs = {
    cost: new Float64Array(people),
    from: new Int32Array(people),
    slope: new Float64Array(people),
  };
  const tables = { first: makeEnds(steps + 1), second: makeEnds(steps + 1), runs };
  return {
    view,
    ends: tables.first.cost,
    best: (episode, out) => bestPattern(instance, episode, view, tables, out, false),
    relaxed: (episode, out) => bestPattern(instance, episode, view, tables, out, true),
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

function bestPattern(
  instance: Instance,
  episode: Episode,
  view: View,
  tables: Tables,
  out: Int32Array,
  isRelaxed: boolean,
): number {
  const { first, second, runs } = tables;
  const { steps } = episode;
  clearEnds(first, steps);
  clearEnds(second, steps);
  setEnd(first, 0, 0, start, 0, 0);
  for (let place = 0; place < view.count; place++)
    openRun(instance, episode, view, runs, int(view.who, place));
  for (let step = 0; step < steps; step++) {
    offerEnd(first, second, step + 1, num(first.cost, step) + num(view.open, step), nobody, step, 0);
    const begun = num(first.cost, step) + instance.piece;
    for (let place = 0; place < view.count; place++) {
      const candidate = int(view.who, place);
      const node = candidate * steps + step;
      const cost = num(view.cost, node);
      if (cost === Number.POSITIVE_INFINITY) {
        runs.cost[candidate] = Number.POSITIVE_INFINITY;
        continue;
      }
      const slope = num(runs.slope, candidate);
      if (Number.isNaN(slope)) {
        beginBentRun(instance, episode, view, tables, candidate, step, isRelaxed);
        continue;
      }
      let run = num(runs.cost, candidate);
      if (begun < run) {
        run = begun;
        runs.from[candidate] = step;
      }
      run += cost + slope * int(episode.take, node);
      runs.cost[candidate] = run;
      if (run < num(second.cost, step + 1))
        offerEnd(first, second, step + 1, run, candidate, int(runs.from, candidate), 0);
    }
  }
  readBack(steps, first, second, out);
  return num(first.cost, steps);
}

// Offers every end of a run that begins with this step, where its minutes don't lie on one line of the fairness cost.
function beginBentRun(
  { firstSlope, secondSlope, piece, expected }: Instance,
  episode: Episode,
  view: View,
  { first, second }: Tables,
  candidate: number,
  from: number,
  isRelaxed: boolean,
) {
  const { steps, take } = episode;
  const row = candidate * steps;
  const base = num(view.base, candidate);
  const share = num(view.share, candidate);
  const minutePrice = num(view.minutePrice, candidate);
  const free = int(expected, int(episode.people, candidate));
  const extra = view.extra[candidate];
  const before = !isRelaxed && int(first.who, from) === candidate ? 1 : 0;
  const begun = (before === 1 ? num(second.cost, from) : num(first.cost, from)) + piece;
  if (begun === Number.POSITIVE_INFINITY) return;
  let run = begun - share * fairnessCost(base, free, firstSlope, secondSlope);
  let minutes = 0;
  for (let step = from; step < steps; step++) {
    run += num(view.cost, row + step);
    if (run === Number.POSITIVE_INFINITY) return;
    minutes += int(take, row + step);
    let total =
      run + minutePrice * minutes + share * fairnessCost(base + minutes, free, firstSlope, secondSlope);
    if (extra) total += extra(minutes);
    const rival = num(second.cost, step + 1);
    if (total < rival) offerEnd(first, second, step + 1, total, candidate, from, before);
    // Where fairness only gets dearer, beginning anew after another candidate costs no more than going on.
    else if (total >= rival + piece && firstSlope <= secondSlope) return;
  }
}

// Where all the minutes a run could take lie on one line of the fairness cost, its best beginning needs no search.
function openRun(instance: Instance, episode: Episode, view: View, runs: Runs, candidate: number) {
  const { firstSlope, secondSlope } = instance;
  const { steps } = episode;
  runs.cost[candidate] = Number.POSITIVE_INFINITY;
  const share = num(view.share, candidate);
  const minutePrice = num(view.minutePrice, candidate);
  const base = num(view.base, candidate);
  const expected = int(instance.expected, int(episode.people, candidate));
  let most = base;
  for (let step = 0; step < steps; step++) most += int(episode.take, candidate * steps + step);
  let slope = Number.NaN;
  if (view.extra[candidate]) slope = Number.NaN;
  else if (share <= 1e-12 || most <= expected) slope = 0;
  else if (base >= 2 * expected) slope = share * secondSlope;
  else if (base >= expected && most <= 2 * expected) slope = share * firstSlope;
  runs.slope[candidate] = slope + minutePrice;
}
