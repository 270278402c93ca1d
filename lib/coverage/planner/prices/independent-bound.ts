import { makePatternSearch, type PatternSearch } from "@/lib/coverage/planner/patterns/pattern";
import type { Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { convexInstance } from "@/lib/coverage/planner/proof";
import { num } from "@/lib/solver/arrays";

/** A bound on quality in a moment: each episode at its best as if it were alone. */
export function independentBound(instance: Instance): number {
  const relaxed = convexInstance(instance);
  const patterns = makePatternSearch(relaxed);
  patterns.view.share.fill(1);
  let bound = 0;
  for (const episode of relaxed.episodes) {
    priceAlone(episode, patterns);
    bound += patterns.best(episode, new Int32Array(episode.steps));
  }
  return bound;
}

// Base, minutePrice and extra stay 0 and empty: nothing but this episode counts.
function priceAlone(
  { steps, people, feasible, cost, mayStayOpen, openCost }: Episode,
  { view }: PatternSearch,
) {
  view.count = people.length;
  for (let node = 0; node < feasible.length; node++) {
    view.cost[node] = feasible[node] === 1 ? num(cost, node) : Number.POSITIVE_INFINITY;
  }
  for (let step = 0; step < steps; step++) {
    view.open[step] = mayStayOpen[step] === 1 ? num(openCost, step) : Number.POSITIVE_INFINITY;
  }
}
