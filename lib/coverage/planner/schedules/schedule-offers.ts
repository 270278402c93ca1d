import { int, item, num } from "@/lib/coverage/planner/problem/arrays";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import type { ScheduleRows } from "./schedule-rows";

/**
 * Which episodes are worth an assistant's while: for each person the pairs of episode and candidate place, one after the
 * other. A run that earns nothing is in no cheapest schedule, since leaving it out frees time and costs nothing.
 */
export type Offers = number[][];

/** Empty offers, to be filled anew for every set of prices. */
export function makeOffers(instance: Instance): Offers {
  return Array.from({ length: instance.people }, () => []);
}

/** Finds for each person the episodes with a run whose worth exceeds its cost by more than `above` beside the piece. */
export function fillOffers(
  instance: Instance,
  rows: ScheduleRows,
  worth: Float64Array,
  above: number,
  offers: Offers,
) {
  for (const list of offers) list.length = 0;
  const least = instance.piece + above + 1e-9;
  for (const [index, episode] of instance.episodes.entries()) {
    const { steps, people, able, cost } = episode;
    const first = int(rows.first, index);
    let node = 0;
    for (let candidate = 0; candidate < people.length; candidate++) {
      let run = 0;
      let best = Number.NEGATIVE_INFINITY;
      for (let step = 0; step < steps; step++, node++) {
        if (able[node] !== 1) {
          run = 0;
          continue;
        }
        run = Math.max(run, 0) + num(worth, first + step) - num(cost, node);
        if (run > best) best = run;
      }
      if (best > least) item(offers, int(people, candidate)).push(index, candidate);
    }
  }
}
