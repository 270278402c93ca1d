import type { Highs } from "highs";
import { int, item } from "@/lib/coverage/planner/problem/arrays";
import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import { type Stopping, shareOf } from "@/lib/coverage/planner/problem/stopping";
import { emptyCover } from "@/lib/coverage/planner/search/search-state";
import { fillSlot } from "./slot-answer";
import { ableFor, roomIn, type Want, wantOf } from "./slot-task";

/**
 * The least uncovered weight, slot by slot (slots are independent here). `spare` is what exceeds the demand nobody
 * could serve; `bound` is proven. `cover` reaches the minimum; a step may stay open only where some minimum leaves it.
 */
export type StageOne = {
  uncoveredWeight: number;
  bound: number;
  isProven: boolean;
  spare: Float64Array;
  cover: Cover;
};

/**
 * Finds the least uncovered weight and writes to the instance which steps may stay open. Where it keeps the prior plan,
 * whoever served stays wherever that costs no uncovered weight.
 */
export function coverMost(
  instance: Instance,
  highs: Highs | null,
  stopping: Stopping,
  keepsPrior = false,
): StageOne {
  const cover = emptyCover(instance);
  const spare = new Float64Array(instance.slots);
  let uncoveredWeight = 0;
  let bound = 0;
  for (const [slot, all] of wantsBySlot(instance).entries()) {
    const homes = keepsPrior ? homesOf(instance, all) : new Map<Want, number>();
    const hopeless = all.filter((want) => !homes.has(want) && ableFor(want).length === 0);
    const isSought = (want: Want) => homes.has(want) || (want.weight > 0 && ableFor(want).length > 0);
    const task = { room: roomIn(instance, slot), wants: all.filter(isSought), homes };
    const effort = { highs, stopping: shareOf(stopping, 2 / (instance.slots - slot + 1)) };
    const { lost, bound: least, served, doubtful } = fillSlot(task, effort);
    for (const want of all) {
      const mayStayOpen = want.weight === 0 || (lost > 0 && doubtful.has(want));
      item(instance.episodes, want.index).mayStayOpen[want.step] = mayStayOpen ? 1 : 0;
      item(cover, want.index)[want.step] = served.get(want) ?? -1;
    }
    let weight = 0;
    for (const want of hopeless) {
      item(instance.episodes, want.index).mayStayOpen[want.step] = 1;
      weight += want.weight;
    }
    spare[slot] = lost;
    uncoveredWeight += weight + lost;
    bound += weight + least;
  }
  return { uncoveredWeight, bound, isProven: bound >= uncoveredWeight, spare, cover };
}

function homesOf(instance: Instance, wants: readonly Want[]): Map<Want, number> {
  const homes = new Map<Want, number>();
  for (const want of wants) {
    const { people, prior, able, steps } = item(instance.episodes, want.index);
    const was = int(prior, want.step);
    const candidate = was < 0 ? -1 : people.indexOf(was);
    if (candidate >= 0 && able[candidate * steps + want.step] === 1) homes.set(want, candidate);
  }
  return homes;
}

// Everything unpinned that wants someone, by slot.
function wantsBySlot(instance: Instance): Want[][] {
  const bySlot: Want[][] = Array.from({ length: instance.slots }, () => []);
  for (const [index, episode] of instance.episodes.entries()) {
    for (let step = 0; step < episode.steps; step++) {
      if (int(episode.pin, step) < 0)
        item(bySlot, int(episode.slots, step)).push(wantOf(episode, index, step));
      else episode.mayStayOpen[step] = 0;
    }
  }
  return bySlot;
}
