import type { Highs } from "highs";
import { int, item, num } from "@/lib/coverage/planner/arrays";
import { type Episode, type Instance, settle } from "@/lib/coverage/planner/instance";
import { polish } from "@/lib/coverage/planner/local-search";
import type { Reporter } from "@/lib/coverage/planner/plan";
import { isHopeless } from "@/lib/coverage/planner/prices";
import { lonelyBound, type Proof, quickBound } from "@/lib/coverage/planner/proof";
import { scoreCover } from "@/lib/coverage/planner/score";
import { makeState } from "@/lib/coverage/planner/search-state";
import {
  ableCandidates,
  coverMost,
  coverSlot,
  type StageOne,
  solveSlot,
  type Want,
} from "@/lib/coverage/planner/stage-one";
import type { Stopping } from "@/lib/coverage/planner/stopping";

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
  const stage = coverMost(instance, highs, stopping);
  const held = holdStanding(instance, stage.spare, highs, stopping);
  const { cover } = coverMost(held, highs, stopping);
  const lonely = lonelyBound(instance, stage.spare);
  report(stage, "uncovered", { cover, quality: scoreCover(instance, cover).quality, bound: lonely });
  const state = makeState(held, cover);
  const broken = [...held.episodes.keys()].filter((index) => hasFreeStep(item(held.episodes, index)));
  polish(state, stopping, broken);
  const quality = scoreCover(instance, state.cover).quality;
  const bound = Math.max(lonely, boundOfSmall(instance, stage, quality, lonely, stopping));
  return { stage, found: { cover: state.cover, quality, bound } };
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

function hasFreeStep(episode: Episode): boolean {
  return episode.pin.some((pin, step) => pin < 0 && !isHopeless(episode, step));
}

/**
 * The instance a repair searches: what stands of the prior plan is held like a pin, and only what broke is free. Where
 * holding it all would cost uncovered weight, as few as possible are let go.
 */
export function holdStanding(
  instance: Instance,
  lost: Float64Array,
  highs: Highs | null,
  stopping: Stopping,
): Instance {
  const pins = instance.episodes.map((episode) => Int32Array.from(episode.pin));
  for (const [slot, all] of standingBySlot(instance).entries()) {
    for (const [want, candidate] of heldInSlot(instance, slot, all, num(lost, slot), highs, stopping)) {
      item(pins, want.index)[want.step] = candidate;
    }
  }
  const episodes = instance.episodes.map((episode, index) => ({ ...episode, pin: item(pins, index) }));
  return settle({ ...instance, episodes });
}

type Standing = { wants: Want[]; settled: Map<Want, number> };

function standingBySlot(instance: Instance): Standing[] {
  const bySlot = Array.from({ length: instance.slots }, (): Standing => ({ wants: [], settled: new Map() }));
  for (const [index, episode] of instance.episodes.entries()) {
    for (let step = 0; step < episode.steps; step++) {
      if (int(episode.pin, step) >= 0) continue;
      const options = ableCandidates(episode, step);
      if (options.length === 0) continue;
      const weight = episode.weight * int(episode.demand, step);
      const want = { index, step, weight, options };
      const standing = item(bySlot, int(episode.slots, step));
      standing.wants.push(want);
      const was = int(episode.prior, step);
      const candidate = was < 0 ? -1 : episode.people.indexOf(was);
      if (options.includes(candidate)) standing.settled.set(want, candidate);
    }
  }
  return bySlot;
}

function heldInSlot(
  instance: Instance,
  slot: number,
  { wants, settled }: Standing,
  lost: number,
  highs: Highs | null,
  stopping: Stopping,
): ReadonlyMap<Want, number> {
  if (settled.size === 0) return settled;
  const room = roomBeside(instance, slot, settled);
  if (room) {
    if (settled.size === wants.length) return settled;
    const others = wants
      .filter((want) => !settled.has(want))
      .map((want) => ({
        ...want,
        options: want.options.filter((one) => fits(instance, slot, want, one, room)),
      }));
    const hopeless = others.reduce((sum, want) => sum + (want.options.length === 0 ? want.weight : 0), 0);
    const beside = coverSlot({ ...instance, room }, slot, others, highs, stopping);
    if (hopeless + beside.lost <= lost) return settled;
  }
  const solved = highs ? solveSlot(instance, slot, wants, highs, stopping, settled) : null;
  const isAsGood = solved !== null && solved.lost <= lost;
  const answer = isAsGood ? solved.chosen : coverSlot(instance, slot, wants, highs, stopping).chosen;
  return new Map([...settled].filter(([want, candidate]) => answer.get(want) === candidate));
}

function roomBeside(instance: Instance, slot: number, settled: ReadonlyMap<Want, number>): Int32Array | null {
  const room = Int32Array.from(instance.room);
  for (const [want, candidate] of settled) {
    const episode = item(instance.episodes, want.index);
    const cell = int(episode.people, candidate) * instance.slots + slot;
    room[cell] = int(room, cell) - int(episode.use, candidate * episode.steps + want.step);
    if (int(room, cell) < 0) return null;
  }
  return room;
}

function fits(instance: Instance, slot: number, want: Want, candidate: number, room: Int32Array): boolean {
  const episode = item(instance.episodes, want.index);
  const cell = int(episode.people, candidate) * instance.slots + slot;
  return int(episode.use, candidate * episode.steps + want.step) <= int(room, cell);
}
