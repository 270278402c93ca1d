import type { Highs } from "highs";
import type { Stopping } from "@/lib/solver/stopping";
import { assign, assignSomewhere, emptySlotAssignment, fits, type SlotAssignment } from "./slot-assignment";
import { type CoreFill, fillCore } from "./slot-core";
import type { Fill } from "./slot-programme";
import {
  type Charges,
  chargeFor,
  chargesOf,
  feasibleCandidates,
  type SlotJob,
  type SlotTask,
} from "./slot-task";

/**
 * How a slot is filled: the candidate who serves each job, the weight left open, and a proven bound on it.
 * A plan that leaves no more open than that leaves it among the `undecided`.
 */
export type SlotAnswer = {
  lost: number;
  bound: number;
  served: ReadonlyMap<SlotJob, number>;
  undecided: ReadonlySet<SlotJob>;
};

/** What may be spent on a slot. Where there is a `goal`, it is enough to know whether so little can be left open. */
export type SlotEffort = {
  highs: Highs | null;
  stopping: Stopping;
  start?: ReadonlyMap<SlotJob, number>;
  goal?: number;
};

/**
 * Fills a slot with least weight left open, and then with as few as possible moved from their prior candidate. Only jobs that stand in
 * each other's way (the core) are planned exactly: what they lack at least, the whole slot lacks. So once all others fit
 * around them free of charge, the whole is proven.
 */
export function fillSlot(task: SlotTask, { highs, stopping, start, goal }: SlotEffort): SlotAnswer {
  const charges = chargesOf(task);
  const core = new Set<SlotJob>();
  let inner: CoreFill = { charge: 0, bound: 0, served: new Map(), undecided: new Set() };
  let best: Fill = { charge: Number.POSITIVE_INFINITY, bound: 0, served: start ?? task.priors };
  for (;;) {
    const { assignment, missing } = fitAround(task, core, inner.served, best.served);
    const charge = chargeOf(task, charges, assignment);
    const found = charge < best.charge ? { charge, served: assignment.served } : best;
    best = { ...found, bound: Math.max(inner.bound, best.bound) };
    const answer = answerFrom(task, charges, best, inner.undecided);
    const isDecided = goal !== undefined && (answer.lost <= goal || answer.bound > goal);
    if (isDecided || best.charge <= best.bound || inner.charge > inner.bound) return answer;
    const isMost = 2 * (core.size + missing.size) > task.jobs.length;
    if (isMost) best = restartFit(task, charges, best, stopping);
    for (const job of isMost ? task.jobs : missing) core.add(job);
    const solved = fillCore(task, [...core], charges, best.served, highs, stopping);
    if (!solved) return answerFrom(task, charges, best, core);
    inner = solved;
  }
}

const rounds = 20;

// Before most of a slot is planned exactly: jobs left out come first in the next round.
function restartFit(task: SlotTask, charges: Charges, start: Fill, stopping: Stopping): Fill {
  const urgency = new Map<SlotJob, number>();
  let best = start;
  for (let round = 0; round < rounds && best.charge > best.bound && !stopping.isOver(); round++) {
    const { assignment } = fitAround(task, new Set(), new Map(), new Map(), urgency);
    const charge = chargeOf(task, charges, assignment);
    if (charge < best.charge) best = { ...best, charge, served: assignment.served };
    for (const job of task.jobs) {
      if (!assignment.served.has(job)) urgency.set(job, (urgency.get(job) ?? 0) + 1);
    }
  }
  return best;
}

// Where the bound isn't reached, anything may turn out to be left open.
function answerFrom(
  task: SlotTask,
  { unit, scale }: Charges,
  fill: Fill,
  undecided: ReadonlySet<SlotJob>,
): SlotAnswer {
  const lost = task.jobs.reduce((sum, job) => sum + (fill.served.has(job) ? 0 : job.weight), 0);
  const bound = Math.min(lost, unit * Math.floor(fill.bound / scale));
  const isProven = fill.charge <= fill.bound;
  return { lost, bound, served: fill.served, undecided: isProven ? undecided : new Set(task.jobs) };
}

function chargeOf(task: SlotTask, charges: Charges, { served }: SlotAssignment): number {
  return task.jobs.reduce((sum, job) => sum + chargeFor(task, charges, job, served.get(job)), 0);
}

// Jobs outside the core keep their prior candidate if they can. A job that can't be served free of charge is missing,
// together with those in the way.
function fitAround(
  task: SlotTask,
  core: ReadonlySet<SlotJob>,
  inner: ReadonlyMap<SlotJob, number>,
  start: ReadonlyMap<SlotJob, number>,
  urgency: ReadonlyMap<SlotJob, number> = new Map(),
): { assignment: SlotAssignment; missing: Set<SlotJob> } {
  const assignment = emptySlotAssignment(task);
  for (const [job, candidate] of inner) assign(assignment, job, candidate);
  const unassigned: SlotJob[] = [];
  for (const job of task.jobs) {
    if (core.has(job)) continue;
    const candidate = task.priors.get(job) ?? start.get(job);
    if (candidate !== undefined && fits(assignment, job, candidate)) assign(assignment, job, candidate);
    else unassigned.push(job);
  }
  const missing = new Set<SlotJob>();
  unassigned.sort(
    (a, b) =>
      (urgency.get(b) ?? 0) - (urgency.get(a) ?? 0) ||
      feasibleCandidates(a).length - feasibleCandidates(b).length ||
      b.weight - a.weight,
  );
  for (const job of unassigned) {
    const met = assignSomewhere(assignment, job);
    if (met) for (const one of met) missing.add(one);
    else if (task.priors.has(job)) missing.add(job);
  }
  return { assignment, missing };
}
