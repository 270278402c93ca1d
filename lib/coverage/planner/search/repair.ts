import type { Highs } from "highs";
import { coverMost, type StageOne } from "@/lib/coverage/planner/gaps/stage-one";
import type { Reporter } from "@/lib/coverage/planner/plan";
import { boundAlone } from "@/lib/coverage/planner/prices/alone-bound";
import { isHopeless } from "@/lib/coverage/planner/prices/prices";
import { int, item, num } from "@/lib/coverage/planner/problem/arrays";
import type { Cover, Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import type { Stopping } from "@/lib/coverage/planner/problem/stopping";
import { type Proof, quickBound } from "@/lib/coverage/planner/proof";
import { minutesGiven, scoreCover } from "@/lib/coverage/planner/result/score";
import { polish } from "./local-search";
import { makeState } from "./search-state";

/**
 * Repairs a prior plan: what stands is kept, and only what broke is planned anew, which takes no longer in a large pool.
 * The bound is of the whole problem, in which everything could move.
 */
export function repairCover(
  instance: Instance,
  highs: Highs | null,
  stopping: Stopping,
  report: Reporter,
): { stage: StageOne; found: Proof } {
  const stage = coverMost(instance, highs, stopping, true);
  const lonely = boundAlone(instance);
  const quality = scoreCover(instance, stage.cover).quality;
  report(stage, "uncovered", { cover: stage.cover, quality, bound: lonely });
  const cover = polishBroken(instance, stage.cover, stopping);
  const polished = scoreCover(instance, cover).quality;
  const bound = Math.max(lonely, boundOfSmall(instance, stage, polished, lonely, stopping));
  return { stage, found: { cover, quality: polished, bound } };
}

const quickNodes = 5_000;

function boundOfSmall(
  instance: Instance,
  stage: StageOne,
  upper: number,
  lonely: number,
  stopping: Stopping,
): number {
  const nodes = instance.episodes.reduce((sum, episode) => sum + episode.take.length, 0);
  if (!stage.isProven || lonely >= upper || nodes > quickNodes) return 0;
  return quickBound(instance, stage.spare, upper, stopping);
}

// The search sees only the episodes that broke, in the room and beside the minutes that all else takes.
function polishBroken(instance: Instance, cover: Cover, stopping: Stopping): Cover {
  const held = instance.episodes.map((episode, index) => heldSteps(episode, item(cover, index)));
  const broken = [...cover.keys()].filter((index) =>
    hasFreeStep(item(instance.episodes, index), item(held, index)),
  );
  const room = roomBeside(instance, held);
  const episodes = broken.map((index) => holding(instance, index, item(held, index), room));
  const state = makeState(
    { ...instance, room, episodes },
    broken.map((index) => item(cover, index)),
  );
  const isBroken = new Set(broken);
  const standing = cover.map((served, index) => (isBroken.has(index) ? served.map(() => -1) : served));
  for (const [person, minutes] of minutesGiven(instance, standing).entries()) {
    state.minutes[person] = num(state.minutes, person) + minutes;
  }
  polish(state, stopping);
  const polished = [...cover];
  for (const [place, index] of broken.entries()) polished[index] = item(state.cover, place);
  return polished;
}

// What stands of the prior plan, and what was pinned: the candidate of each such step, or -1.
function heldSteps(episode: Episode, served: Int32Array): Int32Array {
  return served.map((candidate, step) => {
    const stands = candidate >= 0 && int(episode.people, candidate) === int(episode.prior, step);
    return stands ? candidate : int(episode.pin, step);
  });
}

function hasFreeStep(episode: Episode, held: Int32Array): boolean {
  return held.some((candidate, step) => candidate < 0 && !isHopeless(episode, step));
}

function roomBeside(instance: Instance, held: readonly Int32Array[]): Int32Array {
  const room = Int32Array.from(instance.room);
  for (const [index, steps] of held.entries()) {
    const episode = item(instance.episodes, index);
    for (let step = 0; step < episode.steps; step++) {
      const candidate = int(steps, step);
      if (candidate < 0) continue;
      const cell = int(episode.people, candidate) * instance.slots + int(episode.slots, step);
      room[cell] = int(room, cell) - int(episode.use, candidate * episode.steps + step);
    }
  }
  return room;
}

function holding(instance: Instance, index: number, pin: Int32Array, room: Int32Array): Episode {
  const episode = item(instance.episodes, index);
  const use = Int32Array.from(episode.use);
  const able = Uint8Array.from(episode.able);
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    const row = int(episode.people, candidate) * instance.slots;
    for (let step = 0; step < episode.steps; step++) {
      const node = candidate * episode.steps + step;
      const held = int(pin, step);
      const hasRoom = int(use, node) <= int(room, row + int(episode.slots, step));
      if (held >= 0 ? held !== candidate : !hasRoom) able[node] = 0;
      if (held === candidate) use[node] = 0;
    }
  }
  return { ...episode, pin, use, able };
}
