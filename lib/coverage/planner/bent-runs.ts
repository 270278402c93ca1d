import { int, num } from "@/lib/coverage/planner/arrays";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import type { Episode, Instance } from "@/lib/coverage/planner/instance";
import { offerEnd, type Runs, type Tables, type View } from "@/lib/coverage/planner/pattern-tables";

/** Ends a candidate's open run. */
export function closeRun(runs: Runs, candidate: number) {
  runs.cost[candidate] = Number.POSITIVE_INFINITY;
  runs.flat[candidate] = Number.POSITIVE_INFINITY;
  runs.first[candidate] = Number.POSITIVE_INFINITY;
  runs.second[candidate] = Number.POSITIVE_INFINITY;
}

/** The least a bent run ending here can cost: each line below a convex fairness cost is searched as if straight. */
export function extendLines(
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

/** Offers the cheapest run that ends with this step, where its minutes don't lie on one line of the fairness cost. */
export function extendBentRun(
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
