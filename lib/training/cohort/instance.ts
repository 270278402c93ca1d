import type { CohortProblem } from "./problem";
import { windowsOf } from "./result";

type Piece = CohortProblem["pieces"][number];

/** A problem laid out for looking things up. */
export type CohortInstance = {
  problem: CohortProblem;
  windows: ReadonlyMap<string, CohortProblem["windows"][number]>;
  /** The windows each member may go to. */
  allowed: ReadonlyMap<string, ReadonlySet<string>>;
  pieces: ReadonlyMap<string, Piece>;
  /** The pieces of a half-day that a member serves, alone or with others. */
  served: ReadonlyMap<string, readonly Piece[]>;
  capacity: ReadonlyMap<string, readonly number[]>;
  /** Members who are placed as one. */
  units: readonly (readonly string[])[];
};

export function keyOf(id: string, slot: number): string {
  return `${id} ${slot}`;
}

/** Lays a problem out. */
export function buildCohortInstance(problem: CohortProblem): CohortInstance {
  const served = new Map<string, Piece[]>();
  for (const piece of problem.pieces)
    for (const id of piece.own) {
      const key = keyOf(id, piece.slot);
      served.set(key, [...(served.get(key) ?? []), piece]);
    }
  return {
    problem,
    served,
    windows: new Map(problem.windows.map((window) => [window.id, window])),
    allowed: new Map(problem.cohort.map(({ id }) => [id, windowsOf(problem, id)])),
    pieces: new Map(problem.pieces.map((piece) => [piece.id, piece])),
    capacity: new Map(problem.people.map(({ id, capacity }) => [id, capacity])),
    units: unitsOf(problem),
  };
}

function unitsOf({ cohort, together }: CohortProblem): string[][] {
  const unitOf = new Map(cohort.map(({ id }) => [id, [id]]));
  for (const [a, b] of together) {
    const [one, other] = [unitOf.get(a) ?? [a], unitOf.get(b) ?? [b]];
    if (one === other) continue;
    const joined = [...one, ...other];
    for (const id of joined) unitOf.set(id, joined);
  }
  return [...new Set(unitOf.values())];
}
