import type { Highs } from "highs";
import { addRow, solveProgramme } from "@/lib/solver/programme";
import { type Stopping, shareOf } from "@/lib/solver/stopping";
import type { SplitGoal, SplitModel } from "./model";
import type { CohortProblem } from "./problem";
import type { Split, SplitKind } from "./result";

/** The order in which each kind of split is made good; all place as many as possible first. */
const GOALS: Record<SplitKind, readonly SplitGoal[]> = {
  fewest: ["unplaced", "sessions", "disturbance"],
  calmest: ["unplaced", "disturbance", "sessions"],
  earliest: ["unplaced", "last", "sessions", "disturbance"],
};

/** A point with what each goal came to, and which of them are proven. */
export type Solved = {
  values: Float64Array;
  reached: Partial<Record<SplitGoal, { value: number; isProven: boolean }>>;
};

/** A point to begin with, and below what no goal can go. */
export type KnownSplit = { start?: Float64Array; atLeast?: Partial<Record<SplitGoal, number>> };

function amountOf(terms: SplitModel["goals"][SplitGoal], values: Float64Array): number {
  return Math.round(terms.reduce((sum, [column, one]) => sum + one * (values[column] ?? 0), 0));
}

/** A split as a point of a programme that holds its windows and covers; undefined where it does not. */
export function startOf(
  { windows }: CohortProblem,
  model: SplitModel,
  split: Split,
): Float64Array | undefined {
  const values = new Float64Array(model.programme.cost.length);
  const set = (column: number | undefined, value = 1) => {
    if (column === undefined) return false;
    values[column] = value;
    return true;
  };
  const place = new Map(model.places.map((one) => [`${one.person} ${one.window}`, one.column]));
  const cover = new Map(model.covers.map((one) => [`${one.piece} ${one.by}`, one.column]));
  const isWhole =
    split.sessions.every(
      ({ window, people }) =>
        set(model.used.get(window)) && people.every((id) => set(place.get(`${id} ${window}`))),
    ) &&
    split.covers.every(({ piece, by }) => set(cover.get(`${piece} ${by}`))) &&
    split.unplaced.every((id) => set(model.left.get(id)));
  const used = new Set(split.sessions.map(({ window }) => window));
  set(model.goals.last[0]?.[0], windows.findLastIndex(({ id }) => used.has(id)) + 1);
  return isWhole ? values : undefined;
}

/** Minimises one goal after the other, each within what the ones before it reached; null where no point was found. */
export function solveInOrder(
  highs: Highs,
  { programme, goals }: SplitModel,
  kind: SplitKind,
  stopping: Stopping,
  known: KnownSplit = {},
): Solved | null {
  let values: Float64Array | null = known.start ?? null;
  const reached: Solved["reached"] = {};
  for (const [i, goal] of GOALS[kind].entries()) {
    const present = values && amountOf(goals[goal], values);
    if (present !== null && present <= (known.atLeast?.[goal] ?? -1)) {
      reached[goal] = { value: present, isProven: true };
      addRow(programme, Number.NEGATIVE_INFINITY, present, goals[goal]);
      continue;
    }
    programme.cost.fill(0);
    for (const [column, value] of goals[goal]) programme.cost[column] = value;
    const share = i === GOALS[kind].length - 1 ? 1 : 0.5;
    const answer = solveProgramme(highs, programme, shareOf(stopping, share), values ?? undefined);
    if (!answer.values) break;
    values = answer.values;
    const value = amountOf(goals[goal], values);
    reached[goal] = { value, isProven: answer.isProven };
    addRow(programme, Number.NEGATIVE_INFINITY, value, goals[goal]);
  }
  return values && { values, reached };
}

/** The split a point stands for, without covers that nobody needs. */
export function splitOf(problem: CohortProblem, model: SplitModel, kind: SplitKind, solved: Solved): Split {
  const isSet = ({ column }: { column: number }) => (solved.values[column] ?? 0) > 0.5;
  const placed = model.places.filter(isSet);
  const windowOf = new Map(placed.map(({ person, window }) => [person, window]));
  const slots = new Map(problem.windows.map((one) => [one.id, one.slots]));
  const isAway = (person: string, slot: number) =>
    slots.get(windowOf.get(person) ?? "")?.includes(slot) ?? false;
  const needed = new Map(
    problem.pieces
      .filter(({ own, slot }) => own.every((one) => isAway(one, slot)))
      .map((piece) => [piece.id, piece]),
  );
  const covers: Split["covers"] = [];
  let disturbance = 0;
  for (const { piece: id, by } of model.covers.filter(isSet)) {
    const piece = needed.get(id);
    if (!piece) continue;
    needed.delete(id);
    covers.push({ piece: id, by });
    disturbance += piece.minutes + (piece.candidates.find((one) => one.id === by)?.cost ?? 0);
  }
  const sessions = problem.windows.flatMap(({ id: window }) => {
    const people = placed.filter((one) => one.window === window).map(({ person }) => person);
    return people.length > 0 ? [{ window, people }] : [];
  });
  const unplaced = problem.cohort.map(({ id }) => id).filter((id) => !windowOf.has(id));
  const isProven = GOALS[kind].every((goal) => solved.reached[goal]?.isProven === true);
  return { kind, isProven, sessions, covers, disturbance, unplaced };
}
