import { addColumn, addRow, emptyProgramme, type Programme } from "@/lib/solver/programme";
import type { CohortProblem } from "./problem";
import { windowsOf } from "./result";

type Term = [column: number, value: number];

/** What a programme minimises first, then next: a sum over its columns. */
export type SplitGoal = "unplaced" | "sessions" | "disturbance" | "last";

/** The programme of a split over some windows, and what its columns mean. */
export type SplitModel = {
  programme: Programme;
  goals: Record<SplitGoal, Term[]>;
  /** A person in a window, a window that is used, a cover. */
  places: { person: string; window: string; column: number }[];
  covers: { piece: string; by: string; column: number }[];
  /** Whether a window is used, and whether a person is left out. */
  used: ReadonlyMap<string, number>;
  left: Map<string, number>;
};

/** More candidates than these of a piece are left out where a quick answer is wanted, the dearest first. */
export type ModelSize = { mostCandidates: number; mostSessions?: number };

/**
 * States a split: everybody goes to one window or to none, seats and pins are kept, and a piece whose own people are all away is
 * covered by somebody who is there and has the time.
 */
export function buildSplitModel(
  problem: CohortProblem,
  windows: CohortProblem["windows"],
  { mostCandidates, mostSessions = windows.length }: ModelSize,
): SplitModel {
  const programme = emptyProgramme();
  const model: SplitModel = {
    programme,
    goals: { unplaced: [], sessions: [], disturbance: [], last: [] },
    places: [],
    covers: [],
    used: new Map(windows.map(({ id }) => [id, addColumn(programme, 0, 1, true)])),
    left: new Map(),
  };
  const { used } = model;
  model.goals.sessions = [...used.values()].map((column) => [column, 1]);
  const placeOf = addPlaces(problem, windows, model);
  addSessions(problem, windows, model, used);
  addRow(programme, 0, mostSessions, model.goals.sessions);
  addLast(problem, model, used);
  addPins(problem, windows, programme, placeOf);
  addPieces(problem, windows, model, placeOf, mostCandidates);
  return model;
}

type PlaceOf = (person: string, window: string) => number | undefined;

function addPlaces(
  problem: CohortProblem,
  windows: CohortProblem["windows"],
  { programme, places, goals, left }: SplitModel,
): PlaceOf {
  const columns = new Map<string, number>();
  for (const { id: person } of problem.cohort) {
    const allowed = windowsOf(problem, person);
    const row: Term[] = [];
    for (const { id: window } of windows) {
      if (!allowed.has(window)) continue;
      const column = addColumn(programme, 0, 1, true);
      columns.set(`${person} ${window}`, column);
      places.push({ person, window, column });
      row.push([column, 1]);
    }
    const isLeft = addColumn(programme, 0, 1, true);
    left.set(person, isLeft);
    goals.unplaced.push([isLeft, 1]);
    addRow(programme, 1, 1, [...row, [isLeft, 1]]);
  }
  return (person, window) => columns.get(`${person} ${window}`);
}

function addSessions(
  { seats, least }: CohortProblem,
  windows: CohortProblem["windows"],
  { programme, places }: SplitModel,
  used: ReadonlyMap<string, number>,
): void {
  for (const { id } of windows) {
    const isUsed = used.get(id) ?? 0;
    const here = places.filter(({ window }) => window === id);
    const people = here.map(({ column }): Term => [column, 1]);
    addRow(programme, Number.NEGATIVE_INFINITY, 0, [...people, [isUsed, -seats]]);
    addRow(programme, 0, Number.POSITIVE_INFINITY, [...people, [isUsed, -Math.max(1, least)]]);
    for (const { column } of here) {
      addRow(programme, Number.NEGATIVE_INFINITY, 0, [
        [column, 1],
        [isUsed, -1],
      ]);
    }
  }
}

/** The place in time of the last session: no less than that of any that is used. */
function addLast(
  { windows }: CohortProblem,
  { programme, goals }: SplitModel,
  used: ReadonlyMap<string, number>,
) {
  const last = addColumn(programme, 0, windows.length, false);
  goals.last = [[last, 1]];
  for (const [place, { id }] of windows.entries()) {
    const isUsed = used.get(id);
    if (isUsed === undefined) continue;
    addRow(programme, 0, Number.POSITIVE_INFINITY, [
      [last, 1],
      [isUsed, -(place + 1)],
    ]);
  }
}

function addPins(
  { together, apart }: CohortProblem,
  windows: CohortProblem["windows"],
  programme: Programme,
  placeOf: PlaceOf,
): void {
  for (const { id } of windows) {
    for (const [a, b] of together) {
      const [one, other] = [placeOf(a, id), placeOf(b, id)];
      const terms: Term[] = [];
      if (one !== undefined) terms.push([one, 1]);
      if (other !== undefined) terms.push([other, -1]);
      if (terms.length > 0) addRow(programme, 0, 0, terms);
    }
    for (const [a, b] of apart) {
      const [one, other] = [placeOf(a, id), placeOf(b, id)];
      if (one === undefined || other === undefined) continue;
      addRow(programme, Number.NEGATIVE_INFINITY, 1, [
        [one, 1],
        [other, 1],
      ]);
    }
  }
}

function addPieces(
  { pieces, people, cohort }: CohortProblem,
  windows: CohortProblem["windows"],
  { programme, covers, goals }: SplitModel,
  placeOf: PlaceOf,
  mostCandidates: number,
): void {
  const members = new Set(cohort.map(({ id }) => id));
  const capacityOf = new Map(people.map(({ id, capacity }) => [id, capacity]));
  const load = new Map<string, { terms: Term[]; minutes: number }>();
  const awayIn = (person: string, slot: number): Term[] =>
    windows
      .filter(({ slots }) => slots.includes(slot))
      .flatMap(({ id }) => placeOf(person, id) ?? [])
      .map((column) => [column, 1]);
  for (const { id, slot, minutes, own, candidates } of pieces) {
    if (!own.every((person) => members.has(person) && awayIn(person, slot).length > 0)) continue;
    const able = candidates
      .filter((one) => (capacityOf.get(one.id)?.[slot] ?? 0) >= minutes)
      .sort((a, b) => Number(members.has(a.id)) - Number(members.has(b.id)) || a.cost - b.cost)
      .slice(0, mostCandidates);
    const row: Term[] = own.flatMap((person) => awayIn(person, slot)).map(([column]) => [column, -1]);
    for (const { id: by, cost } of able) {
      const column = addColumn(programme, 0, 1, true);
      covers.push({ piece: id, by, column });
      goals.disturbance.push([column, minutes + cost]);
      row.push([column, 1]);
      const away = members.has(by) ? awayIn(by, slot) : [];
      if (away.length > 0) addRow(programme, Number.NEGATIVE_INFINITY, 1, [[column, 1], ...away]);
      const key = `${by} ${slot}`;
      const known = load.get(key) ?? { terms: [], minutes: capacityOf.get(by)?.[slot] ?? 0 };
      known.terms.push([column, minutes]);
      load.set(key, known);
    }
    addRow(programme, 1 - own.length, Number.POSITIVE_INFINITY, row);
  }
  for (const { terms, minutes } of load.values()) addRow(programme, Number.NEGATIVE_INFINITY, minutes, terms);
}
