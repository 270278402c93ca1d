import type { Highs } from "highs";
import { int, item } from "@/lib/coverage/planner/arrays";
import { type Instance, settle } from "@/lib/coverage/planner/instance";
import { optimiseCover } from "@/lib/coverage/planner/optimise";
import type { Reporter } from "@/lib/coverage/planner/plan";
import type { PlanOptions } from "@/lib/coverage/planner/plan-result";
import { lonelyBound, type Proof } from "@/lib/coverage/planner/proof";
import { scoreCover } from "@/lib/coverage/planner/score";
import {
  ableCandidates,
  coverMost,
  coverSlot,
  type StageOne,
  solveSlot,
  type Want,
} from "@/lib/coverage/planner/stage-one";
import type { Stopping } from "@/lib/coverage/planner/stopping";

/** Repairs a prior plan: what stands is kept, and what broke is planned anew; bounded for the whole problem. */
export function repairCover(
  instance: Instance,
  highs: Highs | null,
  options: PlanOptions,
  stopping: Stopping,
  report: Reporter,
): { stage: StageOne; found: Proof } {
  const stage = coverMost(instance, highs, stopping);
  const lonely = lonelyBound(instance, stage.spare);
  const held = holdStanding(instance, highs, stopping);
  const heldStage = coverMost(held, highs, stopping);
  const quality = scoreCover(instance, heldStage.cover).quality;
  const first = { cover: heldStage.cover, quality, bound: lonely };
  report(stage, "uncovered", first);
  const { cover } = optimiseCover(held, heldStage, first, highs, options, stopping, () => undefined);
  return { stage, found: { cover, quality: scoreCover(instance, cover).quality, bound: lonely } };
}

/**
 * The instance a repair searches: what stands of the prior plan is held like a pin, and only what broke is free. Where
 * holding it all would cost uncovered weight, as few as possible are let go.
 */
export function holdStanding(instance: Instance, highs: Highs | null, stopping: Stopping): Instance {
  const pins = instance.episodes.map((episode) => Int32Array.from(episode.pin));
  for (const [slot, all] of standingBySlot(instance).entries()) {
    for (const [want, candidate] of heldInSlot(instance, slot, all, highs, stopping)) {
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
  highs: Highs | null,
  stopping: Stopping,
): ReadonlyMap<Want, number> {
  if (settled.size === 0) return settled;
  const free = coverSlot(instance, slot, wants, highs, stopping);
  const room = roomBeside(instance, slot, settled);
  if (room) {
    const others = wants
      .filter((want) => !settled.has(want))
      .map((want) => ({
        ...want,
        options: want.options.filter((one) => fits(instance, slot, want, one, room)),
      }));
    const hopeless = others.reduce((sum, want) => sum + (want.options.length === 0 ? want.weight : 0), 0);
    const beside = coverSlot({ ...instance, room }, slot, others, highs, stopping);
    if (hopeless + beside.lost <= free.lost) return settled;
  }
  const solved = highs ? solveSlot(instance, slot, wants, highs, stopping, settled) : null;
  const answer = solved && solved.lost <= free.lost ? solved.chosen : free.chosen;
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
