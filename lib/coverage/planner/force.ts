import { int, item } from "@/lib/coverage/planner/arrays";
import type { Cover, Instance } from "@/lib/coverage/planner/instance";
import { insertBest, makeState, place, type SearchState } from "@/lib/coverage/planner/search-state";

/**
 * Forces a candidate into some steps of an episode, takes out whoever is in the way, and puts them back as well as can
 * be: a repair, not a proof. Null where the candidate can't serve there even alone.
 */
export function forceRun(
  instance: Instance,
  cover: Cover,
  index: number,
  steps: readonly number[],
  candidate: number,
): Cover | null {
  const episode = item(instance.episodes, index);
  if (steps.some((step) => episode.able[candidate * episode.steps + step] !== 1)) return null;
  const forced = withForced(instance, index, steps, candidate);
  const state = makeState(forced, cover);
  place(state, index, item(state.cover, index), -1);
  const moved = evict(state, index, steps, candidate);
  const affected = [index, ...moved];
  for (const one of affected) putBack(state, one);
  for (let round = 0; round < 2; round++) {
    for (const one of affected) {
      place(state, one, item(state.cover, one), -1);
      putBack(state, one);
    }
  }
  return state.cover;
}

function withForced(
  instance: Instance,
  index: number,
  steps: readonly number[],
  candidate: number,
): Instance {
  const episode = item(instance.episodes, index);
  const pin = Int32Array.from(episode.pin);
  const able = Uint8Array.from(episode.able);
  for (const step of steps) {
    pin[step] = candidate;
    for (let other = 0; other < episode.people.length; other++) {
      if (other !== candidate) able[other * episode.steps + step] = 0;
    }
  }
  const episodes = [...instance.episodes];
  episodes[index] = { ...episode, pin, able };
  return { ...instance, episodes };
}

function evict(state: SearchState, index: number, steps: readonly number[], candidate: number): number[] {
  const { instance, left, cover } = state;
  const episode = item(instance.episodes, index);
  const person = int(episode.people, candidate);
  const moved: number[] = [];
  for (const step of steps) {
    const slot = int(episode.slots, step);
    const needs = int(episode.use, candidate * episode.steps + step);
    for (const [other, rival] of instance.episodes.entries()) {
      if (int(left, person * instance.slots + slot) >= needs) break;
      const at = rival.slots.indexOf(slot);
      const served = at < 0 ? -1 : int(item(cover, other), at);
      const isInTheWay = served >= 0 && int(rival.people, served) === person && int(rival.pin, at) < 0;
      if (other === index || moved.includes(other) || !isInTheWay) continue;
      place(state, other, item(cover, other), -1);
      moved.push(other);
    }
  }
  return moved;
}

function putBack(state: SearchState, index: number) {
  const served = new Int32Array(item(state.instance.episodes, index).steps);
  insertBest(state, index, served);
  state.cover[index] = served;
  place(state, index, served, 1);
}
