import type { Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, item, num } from "@/lib/solver/arrays";
import { nearCandidates } from "./near-candidates";
import { makePatternSearch, type PatternSearch } from "./pattern";

/** Pricing that looks at some candidates of each episode first: the near ones, and those that had a profitable run last time. */
export type PatternPricing = PatternSearch & { near: readonly Int32Array[]; recent: Int32Array[] };

/** Starts from the near candidates. */
export function makePatternPricing(instance: Instance, near = nearCandidates(instance)): PatternPricing {
  return { ...makePatternSearch(instance), near, recent: [...near] };
}

const tolerance = 1e-9;

/**
 * The cheapest pattern among all candidates, though most are only bounded: by the potentials of the relaxed search over
 * near ones, a candidate without a profitable run can be in no cheaper pattern. A candidate with one joins the near ones.
 */
export function bestOverAll(
  instance: Instance,
  index: number,
  patterns: PatternPricing,
  out: Int32Array,
): number {
  const episode = item(instance.episodes, index);
  const { view } = patterns;
  let near = item(patterns.recent, index);
  let joinedEarlier: number[] = [];
  for (;;) {
    view.who = near;
    view.count = near.length;
    const isWhole = near.length === episode.people.length;
    const relaxed = isWhole ? 0 : patterns.relaxed(episode, out);
    const duals = isWhole ? null : stepDualsOf(patterns.ends, episode.steps);
    const best = patterns.best(episode, out);
    const joining = duals
      ? profitableCandidates(instance, episode, patterns, near, duals, best - relaxed + tolerance)
      : [];
    if (joining.length === 0) {
      const kept = item(patterns.near, index);
      const base = near.length > 3 * kept.length + 20 ? kept : near;
      patterns.recent[index] = joined(joined(base, joinedEarlier), out);
      return best;
    }
    joinedEarlier = [...joinedEarlier, ...joining];
    near = joined(near, joining);
  }
}

function joined(near: Int32Array, more: Iterable<number>): Int32Array {
  const missing = new Set<number>();
  for (const candidate of more) if (candidate >= 0 && !near.includes(candidate)) missing.add(candidate);
  return missing.size === 0 ? near : Int32Array.from([...near, ...missing]);
}

/** The dual value of each step: by how much the least cost of the steps so far rises with it. */
export function stepDualsOf(ends: Float64Array, steps: number): Float64Array {
  const duals = new Float64Array(steps);
  for (let step = 0; step < steps; step++) duals[step] = num(ends, step + 1) - num(ends, step);
  return duals;
}

function profitableCandidates(
  instance: Instance,
  episode: Episode,
  { view }: PatternSearch,
  near: Int32Array,
  duals: Float64Array,
  slack: number,
): number[] {
  const isNear = new Uint8Array(episode.people.length);
  for (const candidate of near) isNear[candidate] = 1;
  const joining: number[] = [];
  for (let candidate = 0; candidate < isNear.length; candidate++) {
    if (isNear[candidate] === 0 && mayBeProfitable(instance, episode, view, candidate, duals, slack)) {
      joining.push(candidate);
    }
  }
  return joining;
}

// Each line below the fairness cost bounds what a run costs; no run can pay where one of the bounds says so.
function mayBeProfitable(
  instance: Instance,
  episode: Episode,
  view: PatternSearch["view"],
  candidate: number,
  duals: Float64Array,
  slack: number,
): boolean {
  const { firstSlope, secondSlope, piece } = instance;
  const { steps } = episode;
  const expected = int(instance.expected, int(episode.people, candidate));
  const share = num(view.share, candidate);
  const minutePrice = num(view.minutePrice, candidate);
  const limit = slack - piece;
  const nearLimit = limit + share * firstSlope * expected;
  const farLimit = limit + share * (2 * secondSlope - firstSlope) * expected;
  let flat = 0;
  let first = 0;
  let second = 0;
  let isFlat = false;
  let isFirst = false;
  let isSecond = false;
  for (let step = 0; step < steps; step++) {
    const node = candidate * steps + step;
    const cost = num(view.cost, node);
    if (cost === Number.POSITIVE_INFINITY) {
      flat = 0;
      first = 0;
      second = 0;
      continue;
    }
    const take = int(episode.take, node);
    const bare = cost - num(duals, step) + minutePrice * take;
    flat = Math.min(flat, 0) + bare;
    first = Math.min(first, 0) + bare + share * firstSlope * take;
    second = Math.min(second, 0) + bare + share * secondSlope * take;
    isFlat ||= flat < limit;
    isFirst ||= first < nearLimit;
    isSecond ||= second < farLimit;
  }
  return isFlat && isFirst && isSecond && cheapestRun(instance, episode, view, candidate, duals) < slack;
}

/** The least reduced cost of a run of one candidate: its cost less the dual values of its steps. */
export function cheapestRun(
  { firstSlope, secondSlope, piece, expected }: Instance,
  episode: Episode,
  view: PatternSearch["view"],
  candidate: number,
  duals: Float64Array,
): number {
  const { steps } = episode;
  const free = int(expected, int(episode.people, candidate));
  const share = num(view.share, candidate);
  const minutePrice = num(view.minutePrice, candidate);
  const extra = view.extra[candidate];
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from < steps; from++) {
    let run = piece;
    let minutes = 0;
    for (let step = from; step < steps; step++) {
      const node = candidate * steps + step;
      run += num(view.cost, node) - num(duals, step);
      if (run === Number.POSITIVE_INFINITY) break;
      minutes += int(episode.take, node);
      const charge = minutePrice * minutes + share * fairnessCost(minutes, free, firstSlope, secondSlope);
      if (run + charge < least) least = Math.min(least, run + charge + (extra?.(minutes) ?? 0));
    }
  }
  return least;
}
