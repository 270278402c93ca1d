import type { RosterProblem } from "./problem";

type ShiftDoc = RosterProblem["shifts"][number];

const shiftCache = new WeakMap<RosterProblem, Map<string, ShiftDoc>>();

/** The shifts of a document by their ids. */
export function shiftsOf(problem: RosterProblem): Map<string, ShiftDoc> {
  const known = shiftCache.get(problem) ?? new Map(problem.shifts.map((one) => [one.id, one]));
  shiftCache.set(problem, known);
  return known;
}
