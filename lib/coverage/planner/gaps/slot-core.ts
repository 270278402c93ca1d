import type { Highs } from "highs";
import { int } from "@/lib/solver/arrays";
import type { Stopping } from "@/lib/solver/stopping";
import { type Fill, fillByProgramme } from "./slot-programme";
import { fillBySearch } from "./slot-search";
import {
  type Charges,
  feasibleCandidates,
  minutesFor,
  personFor,
  type SlotJob,
  type SlotTask,
} from "./slot-task";

/** Some jobs of a slot served as if there were no others, and whom a plan that leaves as little open may leave open. */
export type CoreFill = Fill & { undecided: ReadonlySet<SlotJob> };

/** Fills a slot with some of its jobs at least charge; null where that is more than the limits allow. */
export function fillCore(
  task: SlotTask,
  jobs: readonly SlotJob[],
  charges: Charges,
  start: ReadonlyMap<SlotJob, number>,
  highs: Highs | null,
  stopping: Stopping,
): CoreFill | null {
  const served = new Map<SlotJob, number>();
  const undecided = new Set<SlotJob>();
  let charge = 0;
  let bound = 0;
  for (const group of groupsOf(peel(task, jobs, served))) {
    const solved =
      fillBySearch(task, group, charges) ??
      (highs && !stopping.isOver() ? fillByProgramme(highs, task, group, charges, start, stopping) : null);
    if (!solved) return null;
    charge += solved.charge;
    bound += solved.bound;
    for (const [job, place] of solved.served) served.set(job, place);
    const isOpen = group.some((job) => !solved.served.has(job));
    if (isOpen) for (const job of group) undecided.add(job);
  }
  return { charge, bound, served, undecided };
}

// An assistant who is asked for no more than their capacity serves all who ask; no better choice is lost.
function peel(task: SlotTask, jobs: readonly SlotJob[], served: Map<SlotJob, number>): SlotJob[] {
  const asked = new Int32Array(task.residual.length);
  const ask = (job: SlotJob, sign: 1 | -1) => {
    for (const candidate of feasibleCandidates(job)) {
      const person = personFor(job, candidate);
      asked[person] = int(asked, person) + sign * minutesFor(job, candidate);
    }
  };
  for (const job of jobs) ask(job, 1);
  let rest = [...jobs];
  for (;;) {
    const kept = rest.filter((job) => {
      const prior = task.priors.get(job);
      const host = feasibleCandidates(job).find((candidate) => {
        const person = personFor(job, candidate);
        return (prior ?? candidate) === candidate && int(asked, person) <= int(task.residual, person);
      });
      if (host !== undefined) served.set(job, host);
      return host === undefined;
    });
    if (kept.length === rest.length) return rest;
    for (const job of rest) if (served.has(job)) ask(job, -1);
    rest = kept;
  }
}

// Those who share no possible person, not even through others, don't touch each other.
function groupsOf(jobs: readonly SlotJob[]): SlotJob[][] {
  const groups = new Map<Set<number>, SlotJob[]>();
  for (const job of jobs) {
    const own = feasibleCandidates(job).map((candidate) => personFor(job, candidate));
    const people = new Set(own);
    const group = [job];
    for (const [others, theirs] of groups) {
      if (!own.some((person) => others.has(person))) continue;
      for (const person of others) people.add(person);
      group.push(...theirs);
      groups.delete(others);
    }
    groups.set(people, group);
  }
  return [...groups.values()];
}
