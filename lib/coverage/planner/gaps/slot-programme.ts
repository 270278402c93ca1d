import type { Highs } from "highs";
import { addKnapsackRows } from "@/lib/coverage/planner/prices/knapsack-rows";
import { int, item } from "@/lib/solver/arrays";
import { addColumn, addRow, emptyProgramme, solveProgramme } from "@/lib/solver/programme";
import type { Stopping } from "@/lib/solver/stopping";
import {
  type Charges,
  chargeFor,
  feasibleCandidates,
  minutesFor,
  personFor,
  type SlotJob,
  type SlotTask,
} from "./slot-task";

/** Some jobs of a slot served at a charge that is proven least, or at least `bound`. */
export type Fill = { charge: number; bound: number; served: ReadonlyMap<SlotJob, number> };

/** Fills a slot with some of its jobs by a small integer programme; null where the limits end it without a plan. `start` is a known one. */
export function fillByProgramme(
  highs: Highs,
  task: SlotTask,
  jobs: readonly SlotJob[],
  charges: Charges,
  start: ReadonlyMap<SlotJob, number>,
  stopping: Stopping,
): Fill | null {
  const programme = emptyProgramme();
  const byPerson = new Map<number, [number, number][]>();
  const known: number[] = [];
  const columns = jobs.map((job) => {
    known.push(start.has(job) ? 0 : 1);
    const open = addColumn(programme, chargeFor(task, charges, job, undefined), 1, true);
    const served = feasibleCandidates(job).map((candidate) => {
      known.push(start.get(job) === candidate ? 1 : 0);
      const column = addColumn(programme, chargeFor(task, charges, job, candidate), 1, true);
      const person = personFor(job, candidate);
      const terms = byPerson.get(person) ?? [];
      terms.push([column, minutesFor(job, candidate)]);
      byPerson.set(person, terms);
      return column;
    });
    addRow(
      programme,
      1,
      1,
      [open, ...served].map((column): [number, number] => [column, 1]),
    );
    return served;
  });
  for (const [person, terms] of byPerson) addKnapsackRows(programme, int(task.residual, person), terms);
  const { values, isProven, bound } = solveProgramme(highs, programme, stopping, Float64Array.from(known));
  if (!values) return null;
  const served = new Map<SlotJob, number>();
  let charge = 0;
  for (const [index, job] of jobs.entries()) {
    const place = item(columns, index).findIndex((column) => (values[column] as number) > 0.5);
    if (place >= 0) served.set(job, item(feasibleCandidates(job), place));
    charge += chargeFor(task, charges, job, served.get(job));
  }
  return { charge, bound: isProven ? charge : Math.max(0, Math.ceil(bound - 1e-6)), served };
}
