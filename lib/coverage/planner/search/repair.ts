import type { Highs } from "highs";
import { minimiseUncovered, type StageOne } from "@/lib/coverage/planner/gaps/minimise-uncovered";
import type { Reporter } from "@/lib/coverage/planner/plan";
import { independentBound } from "@/lib/coverage/planner/prices/independent-bound";
import { isUncoverable } from "@/lib/coverage/planner/prices/prices";
import type { Cover, Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { lagrangianBound, type Proof } from "@/lib/coverage/planner/proof";
import { minutesGiven, scoreCover } from "@/lib/coverage/planner/result/score";
import { int, item, num } from "@/lib/solver/arrays";
import type { Stopping } from "@/lib/solver/stopping";
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
  const stage = minimiseUncovered(instance, highs, stopping, true);
  const independent = independentBound(instance);
  const quality = scoreCover(instance, stage.cover).quality;
  report(stage, "uncovered", { cover: stage.cover, quality, bound: independent });
  const cover = polishBroken(instance, stage.cover, stopping);
  const polished = scoreCover(instance, cover).quality;
  const bound = Math.max(independent, boundOfSmall(instance, stage, polished, independent, stopping));
  return { stage, found: { cover, quality: polished, bound } };
}

const quickNodes = 5_000;

function boundOfSmall(
  instance: Instance,
  stage: StageOne,
  upper: number,
  independent: number,
  stopping: Stopping,
): number {
  const nodes = instance.episodes.reduce((sum, episode) => sum + episode.take.length, 0);
  if (!stage.isProven || independent >= upper || nodes > quickNodes) return 0;
  return lagrangianBound(instance, stage.spare, upper, stopping);
}

// The search sees only the episodes that broke, in the room and beside the minutes that all else takes.
function polishBroken(instance: Instance, cover: Cover, stopping: Stopping): Cover {
  const held = instance.episodes.map((episode, index) => heldSteps(episode, item(cover, index)));
  const broken = [...cover.keys()].filter((index) =>
    hasFreeStep(item(instance.episodes, index), item(held, index)),
  );
  const residual = residualBeside(instance, held);
  const episodes = broken.map((index) => holding(instance, index, item(held, index), residual));
  const state = makeState(
    { ...instance, residual, episodes },
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
  return held.some((candidate, step) => candidate < 0 && !isUncoverable(episode, step));
}

function residualBeside(instance: Instance, held: readonly Int32Array[]): Int32Array {
  const residual = Int32Array.from(instance.residual);
  for (const [index, steps] of held.entries()) {
    const episode = item(instance.episodes, index);
    for (let step = 0; step < episode.steps; step++) {
      const candidate = int(steps, step);
      if (candidate < 0) continue;
      const cell = int(episode.people, candidate) * instance.slots + int(episode.slots, step);
      residual[cell] = int(residual, cell) - int(episode.use, candidate * episode.steps + step);
    }
  }
  return residual;
}

function holding(instance: Instance, index: number, pin: Int32Array, residual: Int32Array): Episode {
  const episode = item(instance.episodes, index);
  const use = Int32Array.from(episode.use);
  const feasible = Uint8Array.from(episode.feasible);
  for (let candidate = 0; candidate < episode.people.length; candidate++) {
    const row = int(episode.people, candidate) * instance.slots;
    for (let step = 0; step < episode.steps; step++) {
      const node = candidate * episode.steps + step;
      const held = int(pin, step);
      const hasRoom = int(use, node) <= int(residual, row + int(episode.slots, step));
      if (held >= 0 ? held !== candidate : !hasRoom) feasible[node] = 0;
      if (held === candidate) use[node] = 0;
    }
  }
  return { ...episode, pin, use, feasible };
}
