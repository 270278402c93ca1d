import type { Episode, Instance } from "@/lib/coverage/planner/problem/instance";
import { int } from "@/lib/solver/arrays";

/** The tables of an episode that say who could serve a step alone, and the minutes it takes of them. */
export type CandidateTable = Pick<Episode, "steps" | "people" | "use" | "feasible">;

/** One episode that jobs someone in one slot, and what it weighs uncovered. Who could serve it is read when first asked. */
export type SlotJob = {
  index: number;
  step: number;
  weight: number;
  table: CandidateTable;
  feasible: number[] | null;
};

/**
 * One slot to fill: the capacity each person has there, and the jobs. A job with a prior candidate is moved
 * from there only where it saves uncovered weight.
 */
export type SlotTask = {
  residual: Int32Array;
  jobs: readonly SlotJob[];
  priors: ReadonlyMap<SlotJob, number>;
};

/** What a slot is charged: whole parts of uncovered weight first, then each job moved from its prior candidate. */
export type Charges = { unit: number; scale: number };

/** The residual capacity of each person in one slot. */
export function residualIn(instance: Instance, slot: number): Int32Array {
  return Int32Array.from({ length: instance.people }, (_, person) =>
    int(instance.residual, person * instance.slots + slot),
  );
}

/** The job of one step of an episode. */
export function slotJobOf(episode: Episode, index: number, step: number): SlotJob {
  const weight = episode.weight * int(episode.demand, step);
  return { index, step, weight, table: episode, feasible: null };
}

/** The candidates who could serve a job alone, by their place in the episode's list. */
export function feasibleCandidates(job: SlotJob): readonly number[] {
  if (job.feasible) return job.feasible;
  const { table, step } = job;
  const feasible: number[] = [];
  for (let candidate = 0; candidate < table.people.length; candidate++) {
    if (table.feasible[candidate * table.steps + step] === 1) feasible.push(candidate);
  }
  job.feasible = feasible;
  return feasible;
}

/** The person a candidate of a job is. */
export function personFor({ table }: SlotJob, candidate: number): number {
  return int(table.people, candidate);
}

/** The minutes a job takes of a candidate's capacity. */
export function minutesFor({ table, step }: SlotJob, candidate: number): number {
  return int(table.use, candidate * table.steps + step);
}

/** How a slot's charges are counted: in the common part of all weights, each worth more than all moves together. */
export function chargesOf({ jobs, priors }: SlotTask): Charges {
  const unit = jobs.reduce((sum, job) => commonDivisor(sum, job.weight), 0) || 1;
  return { unit, scale: priors.size + 1 };
}

/** What it costs that a candidate serves a job, or that no candidate does. */
export function chargeFor(
  { priors }: SlotTask,
  { unit, scale }: Charges,
  job: SlotJob,
  candidate: number | undefined,
): number {
  const prior = priors.get(job);
  const moved = prior === undefined || prior === candidate ? 0 : 1;
  return candidate === undefined ? (scale * job.weight) / unit + moved : moved;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
