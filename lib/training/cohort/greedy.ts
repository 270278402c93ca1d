import { type CohortInstance, keyOf } from "./instance";
import type { Split } from "./result";

type State = {
  people: Map<string, string[]>;
  windowOf: Map<string, string>;
  covers: Map<string, string>;
  /** The half-days in which somebody covers, and the minutes that takes. */
  load: Map<string, number>;
};

type Found = { covers: Map<string, string>; cost: number };

/**
 * Places units of people one after the other into some windows, each where it disturbs least; who fits nowhere is left out. A
 * session below the least size is not held.
 */
export function placeInOrder(
  instance: CohortInstance,
  windows: readonly string[],
  units: readonly (readonly string[])[],
): Omit<Split, "kind"> {
  const state: State = { people: new Map(), windowOf: new Map(), covers: new Map(), load: new Map() };
  for (const unit of units) {
    let best: { window: string; found: Found } | null = null;
    for (const window of windows) {
      const found = coverFor(instance, state, unit, window);
      if (found && (best === null || found.cost < best.found.cost)) best = { window, found };
    }
    if (best) place(instance, state, unit, best.window, best.found);
  }
  return splitOfState(instance, state);
}

function coverFor(
  instance: CohortInstance,
  state: State,
  unit: readonly string[],
  window: string,
): Found | null {
  const { problem, allowed, windows, served, capacity } = instance;
  const here = state.people.get(window) ?? [];
  if (here.length + unit.length > problem.seats) return null;
  if (!unit.every((id) => allowed.get(id)?.has(window))) return null;
  if (isParted(problem.apart, unit, here)) return null;
  const slots = windows.get(window)?.slots ?? [];
  const covers = new Map<string, string>();
  const taken = new Map<string, number>();
  let cost = 0;
  for (const slot of slots) {
    if (unit.some((id) => (state.load.get(keyOf(id, slot)) ?? 0) > 0)) return null;
    const isAway = (id: string) => unit.includes(id) || isAwayIn(instance, state, id, slot);
    const lost = new Set(
      unit.flatMap((id) => served.get(keyOf(id, slot)) ?? []).filter(({ own }) => own.every(isAway)),
    );
    for (const { id: piece, minutes, candidates } of [...lost].sort(
      (a, b) => a.candidates.length - b.candidates.length,
    )) {
      let by: { id: string; cost: number } | null = null;
      for (const one of candidates) {
        if ((by && one.cost >= by.cost) || isAway(one.id)) continue;
        const key = keyOf(one.id, slot);
        const used = (state.load.get(key) ?? 0) + (taken.get(key) ?? 0);
        if ((capacity.get(one.id)?.[slot] ?? 0) - used >= minutes) by = one;
      }
      if (!by) return null;
      covers.set(piece, by.id);
      const key = keyOf(by.id, slot);
      taken.set(key, (taken.get(key) ?? 0) + minutes);
      cost += minutes + by.cost;
    }
  }
  return { covers, cost };
}

function isParted(
  apart: readonly (readonly [string, string])[],
  unit: readonly string[],
  here: readonly string[],
): boolean {
  const all = new Set([...unit, ...here]);
  return apart.some(([a, b]) => all.has(a) && all.has(b));
}

function isAwayIn({ windows }: CohortInstance, { windowOf }: State, id: string, slot: number): boolean {
  const window = windowOf.get(id);
  return window !== undefined && windows.get(window)?.slots.includes(slot) === true;
}

function place(
  { pieces }: CohortInstance,
  state: State,
  unit: readonly string[],
  window: string,
  { covers }: Found,
) {
  for (const [id, by] of covers) {
    const piece = pieces.get(id);
    if (!piece) continue;
    state.covers.set(id, by);
    const key = keyOf(by, piece.slot);
    state.load.set(key, (state.load.get(key) ?? 0) + piece.minutes);
  }
  state.people.set(window, [...(state.people.get(window) ?? []), ...unit]);
  for (const id of unit) state.windowOf.set(id, window);
}

function splitOfState({ problem, pieces }: CohortInstance, state: State): Omit<Split, "kind"> {
  const isHeld = (window: string) => (state.people.get(window)?.length ?? 0) >= Math.max(1, problem.least);
  const sessions = problem.windows.flatMap(({ id: window }) => {
    const people = state.people.get(window) ?? [];
    return isHeld(window) ? [{ window, people }] : [];
  });
  const placed = new Set(sessions.flatMap(({ people }) => people));
  const covers = [...state.covers]
    .filter(([piece]) => pieces.get(piece)?.own.every((id) => placed.has(id)))
    .map(([piece, by]) => ({ piece, by }));
  const disturbance = covers.reduce((sum, { piece: id, by }) => {
    const piece = pieces.get(id);
    return sum + (piece?.minutes ?? 0) + (piece?.candidates.find((one) => one.id === by)?.cost ?? 0);
  }, 0);
  const unplaced = problem.cohort.map(({ id }) => id).filter((id) => !placed.has(id));
  return { isProven: false, sessions, covers, disturbance, unplaced };
}
