import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { num } from "@/lib/solver/arrays";
import { fillProfitablePairs, makePairs, type ProfitablePairs } from "./profitable-pairs";
import { priceSchedules, type Schedule } from "./schedule-pricing";
import type { OpenColumn, ScheduleRows } from "./schedule-rows";
import { listTasks } from "./schedule-tasks";

/** Dual values of the covering row of each step, and of each slot's limit on uncovered weight (never negative). */
export type StepDuals = { steps: Float64Array; spare: Float64Array };

/** Everything a bound by schedules needs, and `offers` to work in. */
export type ScheduleRelaxation = {
  instance: Instance;
  rows: ScheduleRows;
  spare: Float64Array;
  pairs: ProfitablePairs;
};

/** A Lagrangian bound under some dual values, with each assistant's least reduced cost and the schedules found on the way. */
export type ScheduleBound = {
  bound: number;
  duals: StepDuals;
  least: Float64Array;
  found: { person: number; schedules: Schedule[] }[];
};

/** The number of labels up to which pricing is exact; beyond, the dearest are aggregated. */
const maxExactLabels = 3000;

/** Sets a relaxation up. */
export function makeScheduleRelaxation(
  instance: Instance,
  rows: ScheduleRows,
  spare: Float64Array,
): ScheduleRelaxation {
  return { instance, rows, spare, pairs: makePairs(instance) };
}

/**
 * The Lagrangian bound, valid for any dual values and for all candidates: the sum of the steps' dual values, less what open steps and each
 * assistant's cheapest schedule could still save.
 */
export function boundSchedules(
  relaxation: ScheduleRelaxation,
  duals: StepDuals,
  wanted: number,
  maxLabels = maxExactLabels,
): ScheduleBound {
  const { instance, rows, pairs } = relaxation;
  let bound = limitDuals(relaxation, duals);
  for (const open of rows.open) bound += Math.min(0, openReduced(open, duals));
  fillProfitablePairs(instance, rows, duals.steps, 0, pairs);
  const least = new Float64Array(instance.people);
  const found: ScheduleBound["found"] = [];
  for (const [person, own] of pairs.entries()) {
    if (own.length === 0) continue;
    const tasks = listTasks(instance, rows, duals.steps, 0, own);
    const priced = priceSchedules(instance, person, tasks, wanted, maxLabels);
    least[person] = priced.least;
    bound += priced.least;
    if (priced.found.length > 0) found.push({ person, schedules: priced.found });
  }
  return { bound, duals, least, found };
}

function limitDuals({ spare }: ScheduleRelaxation, duals: StepDuals): number {
  let bound = 0;
  for (const value of duals.steps) bound += value;
  for (let slot = 0; slot < spare.length; slot++) bound -= num(spare, slot) * num(duals.spare, slot);
  return bound;
}

// The reduced cost of leaving a step open.
function openReduced(open: OpenColumn, duals: StepDuals): number {
  return open.cost - num(duals.steps, open.row) + open.weight * num(duals.spare, open.slot);
}

/** A convex combination of two sets of dual values. */
export function mix(from: StepDuals, to: StepDuals, part: number): StepDuals {
  const blend = (a: Float64Array, b: Float64Array) =>
    a.map((value, index) => (1 - part) * value + part * num(b, index));
  return { steps: blend(from.steps, to.steps), spare: blend(from.spare, to.spare) };
}
