import type { Highs } from "highs";
import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import { emptyCover } from "@/lib/coverage/planner/search/search-state";
import { int, item } from "@/lib/solver/arrays";
import { type Stopping, shareOf } from "@/lib/solver/stopping";
import { fillSlot } from "./slot-answer";
import { feasibleCandidates, residualIn, type SlotJob, slotJobOf } from "./slot-task";

/**
 * The least uncovered weight, slot by slot (slots are independent here). `spare` is what exceeds the demand that no
 * candidate could serve; `bound` is proven. `cover` reaches the minimum; a step may stay open only where some minimum leaves it.
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
 * the assistant who served stays wherever that costs no uncovered weight.
 */
export function minimiseUncovered(
  instance: Instance,
  highs: Highs | null,
  stopping: Stopping,
  keepsPrior = false,
): StageOne {
  const cover = emptyCover(instance);
  const spare = new Float64Array(instance.slots);
  let uncoveredWeight = 0;
  let bound = 0;
  for (const [slot, all] of jobsBySlot(instance).entries()) {
    const priors = keepsPrior ? priorsOf(instance, all) : new Map<SlotJob, number>();
    const uncoverable = all.filter((job) => !priors.has(job) && feasibleCandidates(job).length === 0);
    const isSought = (job: SlotJob) =>
      priors.has(job) || (job.weight > 0 && feasibleCandidates(job).length > 0);
    const task = { residual: residualIn(instance, slot), jobs: all.filter(isSought), priors };
    const effort = { highs, stopping: shareOf(stopping, 2 / (instance.slots - slot + 1)) };
    const { lost, bound: least, served, undecided } = fillSlot(task, effort);
    for (const job of all) {
      const mayStayOpen = job.weight === 0 || (lost > 0 && undecided.has(job));
      item(instance.episodes, job.index).mayStayOpen[job.step] = mayStayOpen ? 1 : 0;
      item(cover, job.index)[job.step] = served.get(job) ?? -1;
    }
    let weight = 0;
    for (const job of uncoverable) {
      item(instance.episodes, job.index).mayStayOpen[job.step] = 1;
      weight += job.weight;
    }
    spare[slot] = lost;
    uncoveredWeight += weight + lost;
    bound += weight + least;
  }
  return { uncoveredWeight, bound, isProven: bound >= uncoveredWeight, spare, cover };
}

function priorsOf(instance: Instance, jobs: readonly SlotJob[]): Map<SlotJob, number> {
  const priors = new Map<SlotJob, number>();
  for (const job of jobs) {
    const { people, prior, feasible, steps } = item(instance.episodes, job.index);
    const was = int(prior, job.step);
    const candidate = was < 0 ? -1 : people.indexOf(was);
    if (candidate >= 0 && feasible[candidate * steps + job.step] === 1) priors.set(job, candidate);
  }
  return priors;
}

// Everything unpinned that jobs someone, by slot.
function jobsBySlot(instance: Instance): SlotJob[][] {
  const bySlot: SlotJob[][] = Array.from({ length: instance.slots }, () => []);
  for (const [index, episode] of instance.episodes.entries()) {
    for (let step = 0; step < episode.steps; step++) {
      if (int(episode.pin, step) < 0)
        item(bySlot, int(episode.slots, step)).push(slotJobOf(episode, index, step));
      else episode.mayStayOpen[step] = 0;
    }
  }
  return bySlot;
}
