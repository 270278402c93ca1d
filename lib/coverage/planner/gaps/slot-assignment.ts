import { int } from "@/lib/solver/arrays";
import { feasibleCandidates, minutesFor, personFor, type SlotJob, type SlotTask } from "./slot-task";

/** A slot being filled: the capacity left, the candidate who serves each job, and the jobs each person has. */
export type SlotAssignment = {
  task: SlotTask;
  left: Int32Array;
  served: Map<SlotJob, number>;
  occupants: Map<number, SlotJob[]>;
};

/** A slot in which nobody is served yet. */
export function emptySlotAssignment(task: SlotTask): SlotAssignment {
  return { task, left: Int32Array.from(task.residual), served: new Map(), occupants: new Map() };
}

/** Whether a candidate has capacity left for a job. */
export function fits({ left }: SlotAssignment, job: SlotJob, candidate: number): boolean {
  return minutesFor(job, candidate) <= int(left, personFor(job, candidate));
}

/** Assigns a job to a candidate. */
export function assign(assignment: SlotAssignment, job: SlotJob, candidate: number) {
  const person = personFor(job, candidate);
  assignment.left[person] = int(assignment.left, person) - minutesFor(job, candidate);
  assignment.served.set(job, candidate);
  const occupants = assignment.occupants.get(person);
  if (occupants) occupants.push(job);
  else assignment.occupants.set(person, [job]);
}

function unassign(assignment: SlotAssignment, job: SlotJob) {
  const candidate = assignment.served.get(job) as number;
  const person = personFor(job, candidate);
  assignment.left[person] = int(assignment.left, person) + minutesFor(job, candidate);
  assignment.served.delete(job);
  const occupants = assignment.occupants.get(person) as SlotJob[];
  occupants.splice(occupants.indexOf(job), 1);
}

/**
 * Best fit: assigns a job where it leaves least capacity, or by an ejection chain of jobs without a prior candidate. Where
 * that fails, the lightest job on any chain is left out, and all jobs met on the chains are returned.
 */
export function assignSomewhere(assignment: SlotAssignment, job: SlotJob): Set<SlotJob> | null {
  const candidate = bestFit(assignment, job);
  if (candidate < 0) return assignByEjectionChain(assignment, job);
  assign(assignment, job, candidate);
  return null;
}

function bestFit({ left }: SlotAssignment, job: SlotJob): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of feasibleCandidates(job)) {
    const after = int(left, personFor(job, candidate)) - minutesFor(job, candidate);
    if (after < 0 || after >= least) continue;
    least = after;
    best = candidate;
  }
  return best;
}

type Ejection = { by: SlotJob; candidate: number };

// Breadth first: a job ejects another from a person, which ejects a third, until one finds capacity that is free.
function assignByEjectionChain(assignment: SlotAssignment, job: SlotJob): Set<SlotJob> | null {
  const ejections = new Map<SlotJob, Ejection>();
  const met = new Set([job]);
  const queue = [job];
  const visited = new Set<number>();
  for (const mover of queue) {
    for (const candidate of feasibleCandidates(mover)) {
      const person = personFor(mover, candidate);
      if (visited.has(person)) continue;
      const lacking = minutesFor(mover, candidate) - int(assignment.left, person);
      if (lacking <= 0) {
        applyEjectionChain(assignment, ejections, mover, candidate);
        return null;
      }
      for (const occupant of assignment.occupants.get(person) ?? []) {
        met.add(occupant);
        const isKept = ejections.has(occupant) || assignment.task.priors.has(occupant);
        if (isKept || minutesFor(occupant, assignment.served.get(occupant) as number) < lacking) continue;
        visited.add(person);
        ejections.set(occupant, { by: mover, candidate });
        queue.push(occupant);
      }
    }
  }
  const lightest = [...ejections.keys()].reduce(
    (least, one) => (one.weight < least.weight ? one : least),
    job,
  );
  const ejection = ejections.get(lightest);
  if (ejection) {
    unassign(assignment, lightest);
    applyEjectionChain(assignment, ejections, ejection.by, ejection.candidate);
  }
  return met;
}

function applyEjectionChain(
  assignment: SlotAssignment,
  ejections: ReadonlyMap<SlotJob, Ejection>,
  last: SlotJob,
  free: number,
) {
  let mover = last;
  let candidate = free;
  for (;;) {
    const ejection = ejections.get(mover);
    if (ejection) unassign(assignment, mover);
    assign(assignment, mover, candidate);
    if (!ejection) return;
    mover = ejection.by;
    candidate = ejection.candidate;
  }
}
