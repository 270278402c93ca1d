import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import { int, item, num } from "@/lib/solver/arrays";
import type { Stopping } from "@/lib/solver/stopping";
import { polish } from "./local-search";
import {
  copyCover,
  emptyCover,
  type Guide,
  insertBest,
  makeState,
  place,
  weighEpisode,
} from "./search-state";

/**
 * A plan from nothing: the weightiest episodes first, each in its best pattern (under a guide's prices, where given);
 * slots that leave more open than they need are taken over from `leastOpen`; then each is re-inserted until nothing
 * improves.
 */
export function constructCover(
  instance: Instance,
  leastOpen: Cover,
  stopping: Stopping,
  guide: Guide | null = null,
): Cover {
  const state = makeState(instance, emptyCover(instance));
  state.guide = guide;
  for (const [turn, index] of weightiestFirst(instance).entries()) {
    if (turn % 16 === 0 && stopping.isOver()) break;
    const served = item(state.cover, index);
    place(state, index, served, -1);
    insertBest(state, index, served);
    place(state, index, served, 1);
    weighEpisode(state, index, served);
  }
  const whole = makeState(instance, graftSlots(instance, state.cover, leastOpen));
  polish(whole, stopping);
  return whole.cover;
}

function weightiestFirst({ episodes }: Instance): number[] {
  const sizes = episodes.map((episode) => episode.demand.reduce((sum, minutes) => sum + minutes, 0));
  return [...episodes.keys()].sort(
    (a, b) => item(episodes, b).weight - item(episodes, a).weight || item(sizes, b) - item(sizes, a) || a - b,
  );
}

// Slots share no room, so one may be taken over whole.
function graftSlots(instance: Instance, cover: Cover, leastOpen: Cover): Cover {
  const open = openBySlot(instance, cover);
  const least = openBySlot(instance, leastOpen);
  return copyCover(cover).map((served, index) => {
    const { slots } = item(instance.episodes, index);
    return served.map((one, step) => {
      const slot = int(slots, step);
      return num(open, slot) > num(least, slot) ? int(item(leastOpen, index), step) : one;
    });
  });
}

function openBySlot(instance: Instance, cover: Cover): Float64Array {
  const open = new Float64Array(instance.slots);
  for (const [index, episode] of instance.episodes.entries()) {
    for (let step = 0; step < episode.steps; step++) {
      if (int(item(cover, index), step) >= 0) continue;
      const slot = int(episode.slots, step);
      open[slot] = num(open, slot) + episode.weight * int(episode.demand, step);
    }
  }
  return open;
}
