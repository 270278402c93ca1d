import {
  feasibleCandidates,
  minutesFor,
  personFor,
  type SlotJob,
  type SlotTask,
} from "@/lib/coverage/planner/gaps/slot-task";
import { randomStream } from "@/lib/solver/random";

export type TaskShape = { jobs: number; people: number; chance: number; priors: boolean };

/** A tight slot for a seed: rooms that hold one to three jobs, minutes that differ by person, and priors now and then. */
export function makeSlotTask(seed: number, shape: TaskShape): SlotTask {
  const next = randomStream(seed);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const residual = Int32Array.from({ length: shape.people }, () => 20 + 10 * upTo(8));
  const jobs: SlotJob[] = [];
  const priors = new Map<SlotJob, number>();
  for (let index = 0; jobs.length < shape.jobs; index++) {
    const people = [...residual.keys()].filter(() => next() < shape.chance);
    const minutes = 10 + 10 * upTo(5);
    const use = people.map(() => minutes + (next() < 0.3 ? 5 * upTo(3) : 0));
    const feasible = use.map((one, place) => (one <= (residual[people[place] as number] as number) ? 1 : 0));
    const table = {
      steps: 1,
      people: Int32Array.from(people),
      use: Int32Array.from(use),
      feasible: Uint8Array.from(feasible),
    };
    const job: SlotJob = { index, step: 0, weight: minutes * (1 + upTo(2)), table, feasible: null };
    if (feasibleCandidates(job).length === 0) continue;
    jobs.push(job);
    const prior = feasibleCandidates(job)[upTo(feasibleCandidates(job).length - 1)] as number;
    if (shape.priors && next() < 0.7) priors.set(job, prior);
  }
  return { residual, jobs, priors };
}

export type SlotTruth = { lost: number; moved: number; mayBeOpen: Set<SlotJob> };

/** The least weight left open, the fewest moved from home at that, and who is open in some least plan, by trying all. */
export function tryAllOf({ residual, jobs, priors }: SlotTask): SlotTruth {
  const left = Int32Array.from(residual);
  let truth: SlotTruth = { lost: Number.POSITIVE_INFINITY, moved: 0, mayBeOpen: new Set() };
  const open: SlotJob[] = [];

  function tryFrom(index: number, lost: number, moved: number) {
    if (lost > truth.lost) return;
    const job = jobs[index];
    if (!job) {
      if (lost < truth.lost) truth = { lost, moved, mayBeOpen: new Set(open) };
      truth.moved = Math.min(truth.moved, moved);
      for (const one of open) truth.mayBeOpen.add(one);
      return;
    }
    const prior = priors.get(job);
    for (const candidate of feasibleCandidates(job)) {
      const person = personFor(job, candidate);
      const minutes = minutesFor(job, candidate);
      if ((left[person] as number) < minutes) continue;
      left[person] = (left[person] as number) - minutes;
      tryFrom(index + 1, lost, moved + (prior === undefined || prior === candidate ? 0 : 1));
      left[person] = (left[person] as number) + minutes;
    }
    open.push(job);
    tryFrom(index + 1, lost + job.weight, moved + (prior === undefined ? 0 : 1));
    open.pop();
  }

  tryFrom(0, 0, 0);
  return truth;
}
