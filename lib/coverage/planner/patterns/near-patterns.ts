import { int, item, num } from "@/lib/coverage/planner/problem/arrays";
import type { Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { nearCandidates } from "./near";
import { makePatternSearch, type PatternSearch } from "./pattern";

/** A pattern search that knows for each episode whom to look at first: the near ones, and whoever mattered last. */
export type NearPatterns = PatternSearch & { near: readonly Int32Array[]; lately: Int32Array[] };

/** Starts from the near candidates. */
export function makeNearPatterns(instance: Instance, near = nearCandidates(instance)): NearPatterns {
  return { ...makePatternSearch(instance), near, lately: [...near] };
}

const tolerance = 1e-9;

/**
 * The cheapest pattern among all candidates, though most are only glanced at: by the potentials of the loose search over
 * near ones, whoever has no run that pays can be in no cheaper pattern. Whoever has joins the near ones.
 */
export function bestOfAll(
  instance: Instance,
  index: number,
  patterns: NearPatterns,
  out: Int32Array,
): number {
  const episode = item(instance.episodes, index);
  const { view } = patterns;
  let near = item(patterns.lately, index);
  let mattered: number[] = [];
  for (;;) {
    view.who = near;
    view.count = near.length;
    const isWhole = near.length === episode.people.length;
    const loose = isWhole ? 0 : patterns.loose(episode, out);
    const worth = isWhole ? null : worthOfSteps(patterns.ends, episode.steps);
    const best = patterns.best(episode, out);
    const joining = worth ? whoPays(instance, episode, patterns, near, worth, best - loose + tolerance) : [];
    if (joining.length === 0) {
      const kept = item(patterns.near, index);
      const base = near.length > 3 * kept.length + 20 ? kept : near;
      patterns.lately[index] = joined(joined(base, mattered), out);
      return best;
    }
    mattered = [...mattered, ...joining];
    near = joined(near, joining);
  }
}

function joined(near: Int32Array, more: Iterable<number>): Int32Array {
  const missing = new Set<number>();
  for (const candidate of more) if (candidate >= 0 && !near.includes(candidate)) missing.add(candidate);
  return missing.size === 0 ? near : Int32Array.from([...near, ...missing]);
}

/** What each step is worth: by how much the least cost of the steps so far rises with it. */
export function worthOfSteps(ends: Float64Array, steps: number): Float64Array {
  const worth = new Float64Array(steps);
  for (let step = 0; step < steps; step++) worth[step] = num(ends, step + 1) - num(ends, step);
  return worth;
}

function whoPays(
  instance: Instance,
  episode: Episode,
  { view }: PatternSearch,
  near: Int32Array,
  worth: Float64Array,
  slack: number,
): number[] {
  const isNear = new Uint8Array(episode.people.length);
  for (const candidate of near) isNear[candidate] = 1;
  const joining: number[] = [];
  for (let candidate = 0; candidate < isNear.length; candidate++) {
    if (isNear[candidate] === 0 && mayPay(instance, episode, view, candidate, worth, slack)) {
      joining.push(candidate);
    }
  }
  return joining;
}

// Each line below the fairness cost bounds what a run costs; no run can pay where one of the bounds says so.
function mayPay(
  instance: Instance,
  episode: Episode,
  view: PatternSearch["view"],
  candidate: number,
  worth: Float64Array,
  slack: number,
): boolean {
  const { near, far, piece } = instance;
  const { steps } = episode;
  const expected = int(instance.expected, int(episode.people, candidate));
  const share = num(view.share, candidate);
  const lean = num(view.lean, candidate);
  const limit = slack - piece;
  const nearLimit = limit + share * near * expected;
  const farLimit = limit + share * (2 * far - near) * expected;
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
    const bare = cost - num(worth, step) + lean * take;
    flat = Math.min(flat, 0) + bare;
    first = Math.min(first, 0) + bare + share * near * take;
    second = Math.min(second, 0) + bare + share * far * take;
    isFlat ||= flat < limit;
    isFirst ||= first < nearLimit;
    isSecond ||= second < farLimit;
  }
  return isFlat && isFirst && isSecond && cheapestRun(instance, episode, view, candidate, worth) < slack;
}

/** The least that a run of one candidate costs beyond what its steps are worth. */
export function cheapestRun(
  { near, far, piece, expected }: Instance,
  episode: Episode,
  view: PatternSearch["view"],
  candidate: number,
  worth: Float64Array,
): number {
  const { steps } = episode;
  const free = int(expected, int(episode.people, candidate));
  const share = num(view.share, candidate);
  const lean = num(view.lean, candidate);
  const extra = view.extra[candidate];
  let least = Number.POSITIVE_INFINITY;
  for (let from = 0; from < steps; from++) {
    let run = piece;
    let minutes = 0;
    for (let step = from; step < steps; step++) {
      const node = candidate * steps + step;
      run += num(view.cost, node) - num(worth, step);
      if (run === Number.POSITIVE_INFINITY) break;
      minutes += int(episode.take, node);
      const charge = lean * minutes + share * fairnessCost(minutes, free, near, far);
      if (run + charge < least) least = Math.min(least, run + charge + (extra?.(minutes) ?? 0));
    }
  }
  return least;
}
