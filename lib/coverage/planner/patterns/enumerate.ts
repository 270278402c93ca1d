import type { Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, num } from "@/lib/solver/arrays";
import type { View } from "./pattern-tables";

/**
 * Every pattern of an episode whose priced cost is at most `most`, or null beyond `limit` of them. Completions are
 * bounded by a backward dynamic programme, so hardly a branch is walked in vain.
 */
export function patternsWithin(
  instance: Instance,
  episode: Episode,
  view: View,
  most: number,
  limit: number,
): Int32Array[] | null {
  const charge = runCharges(instance, episode, view);
  const rest = cheapestRest(episode, view, charge);
  const found: Int32Array[] = [];
  const served = new Int32Array(episode.steps);
  const steps = episode.steps;
  let visits = 0;

  function walk(from: number, spent: number, last: number): boolean {
    if (from === steps) {
      found.push(Int32Array.from(served));
      return found.length <= limit;
    }
    if (++visits > 50 * limit) return false;
    const open = spent + num(view.open, from);
    if (open + num(rest, from + 1) <= most) {
      served[from] = -1;
      if (!walk(from + 1, open, -1)) return false;
    }
    for (let candidate = 0; candidate < episode.people.length; candidate++) {
      if (candidate === last) continue;
      for (let to = from + 1; to <= steps; to++) {
        const cost = spent + charge(candidate, from, to);
        if (cost === Number.POSITIVE_INFINITY) break;
        if (cost + num(rest, to) > most) continue;
        served.fill(candidate, from, to);
        if (!walk(to, cost, candidate)) return false;
      }
    }
    return true;
  }

  return walk(0, 0, -2) ? found : null;
}

type RunCharge = (candidate: number, from: number, to: number) => number;

function runCharges(instance: Instance, episode: Episode, view: View): RunCharge {
  const width = episode.steps + 1;
  const table = new Float64Array(episode.people.length * width * width).fill(Number.POSITIVE_INFINITY);
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    const expected = int(instance.expected, int(episode.people, candidate));
    const minutePrice = num(view.minutePrice, candidate);
    const share = num(view.share, candidate);
    const extra = view.extra[candidate];
    for (let from = 0; from < episode.steps; from++) {
      let run = instance.piece;
      let minutes = 0;
      for (let to = from + 1; to <= episode.steps; to++) {
        const node = candidate * episode.steps + to - 1;
        run += num(view.cost, node);
        if (run === Number.POSITIVE_INFINITY) break;
        minutes += int(episode.take, node);
        table[(candidate * width + from) * width + to] =
          run +
          minutePrice * minutes +
          share * fairnessCost(minutes, expected, instance.firstSlope, instance.secondSlope) +
          (extra ? extra(minutes) : 0);
      }
    }
  }
  return (candidate, from, to) => num(table, (candidate * width + from) * width + to);
}

function cheapestRest(episode: Episode, view: View, charge: RunCharge): Float64Array {
  const rest = new Float64Array(episode.steps + 1);
  for (let from = episode.steps - 1; from >= 0; from--) {
    let least = num(view.open, from) + num(rest, from + 1);
    for (let candidate = 0; candidate < episode.people.length; candidate++) {
      for (let to = from + 1; to <= episode.steps; to++) {
        const run = charge(candidate, from, to);
        if (run === Number.POSITIVE_INFINITY) break;
        least = Math.min(least, run + num(rest, to));
      }
    }
    rest[from] = least;
  }
  return rest;
}
