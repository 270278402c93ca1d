import type { Highs } from "highs";
import { solveProgramme } from "@/lib/solver/programme";
import type { Stopping } from "@/lib/solver/stopping";
import { buildSplitModel } from "./model";
import type { CohortProblem } from "./problem";
import { type CohortResult, slotsOf, type Unplaceable, windowsOf } from "./result";

const NEAR = 1e-6;

/** At most so many can be away in each window without a gap: the linear programme of the window alone, in whole people. */
export function boundWindows(
  highs: Highs | null,
  problem: CohortProblem,
  stopping: Stopping,
): CohortResult["bounds"] {
  return problem.windows.map((window) => {
    const allowed = problem.cohort.filter(({ id }) => windowsOf(problem, id).has(window.id)).length;
    const simple = Math.min(problem.seats, allowed);
    if (!highs || stopping.isOver()) return { window: window.id, most: simple };
    const { programme, goals } = buildSplitModel(problem, [window], {
      mostCandidates: Number.POSITIVE_INFINITY,
    });
    programme.integral.fill(0);
    for (const [column, value] of goals.unplaced) programme.cost[column] = value;
    const { isProven, values } = solveProgramme(highs, programme, stopping);
    if (!isProven || !values) return { window: window.id, most: simple };
    const left = goals.unplaced.reduce((sum, [column]) => sum + (values[column] ?? 0), 0);
    return { window: window.id, most: Math.min(simple, Math.floor(problem.cohort.length - left + NEAR)) };
  });
}

/** The fewest windows whose bounds add up to some people; all of them where none do. */
export function fewestFor(bounds: CohortResult["bounds"], people: number): number {
  let left = people;
  const most = bounds.map((one) => one.most).sort((a, b) => b - a);
  const index = most.findIndex((one) => {
    left -= one;
    return left <= 0;
  });
  return people <= 0 ? 0 : index < 0 ? most.length : index + 1;
}

/** Who would leave something open in every window even if nobody else went, and where it would be least. */
export function unplaceableOf(problem: CohortProblem): Unplaceable[] {
  const slots = slotsOf(problem);
  const capacityOf = new Map(problem.people.map(({ id, capacity }) => [id, capacity]));
  return problem.cohort.flatMap(({ id }) => {
    const tried = [...windowsOf(problem, id)].map((window) => ({
      window,
      open: problem.pieces
        .filter(({ own, slot }) => own.length === 1 && own[0] === id && slots.get(window)?.has(slot))
        .filter(
          ({ candidates, slot, minutes }) =>
            !candidates.some((one) => one.id !== id && (capacityOf.get(one.id)?.[slot] ?? 0) >= minutes),
        )
        .map((piece) => piece.id),
    }));
    if (tried.some(({ open }) => open.length === 0)) return [];
    const [least] = tried.sort((a, b) => a.open.length - b.open.length);
    return [{ id, window: least?.window ?? null, open: least?.open ?? [] }];
  });
}
