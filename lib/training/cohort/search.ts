import type { Stopping } from "@/lib/solver/stopping";
import { placeInOrder } from "./greedy";
import { type CohortInstance, keyOf } from "./instance";
import { type CohortResult, goalsOfSplit, isLess, type Split, type SplitKind } from "./result";

export type CohortSearch = {
  instance: CohortInstance;
  bounds: CohortResult["bounds"];
  random: () => number;
  stopping: Stopping;
  /** Sessions to try first, and the most a split may have. */
  sessions: { from: number; most: number };
};

const MOST_ROUNDS = 4_000;
const PATIENCE = 400;

/** Draws windows and orders of people again and again, and keeps the best of a kind. */
export function searchSplit(kind: SplitKind, search: CohortSearch): Split {
  const { instance, random, stopping, sessions } = search;
  let best = trySome(search, kind, sessions.from);
  let idle = 0;
  for (let round = 0; round < MOST_ROUNDS && idle < PATIENCE && !stopping.isOver(); round++) {
    const before = best.sessions.length;
    const count = sessionsToTry(kind, sessions, best, random);
    const split = trySome(search, kind, Math.max(1, count));
    idle++;
    if (split.sessions.length > sessions.most) continue;
    if (!isLess(goalsOfSplit(instance.problem, split), goalsOfSplit(instance.problem, best))) continue;
    best = split;
    if (before !== best.sessions.length) idle = 0;
  }
  return best;
}

function sessionsToTry(
  kind: SplitKind,
  { from, most }: CohortSearch["sessions"],
  best: Split,
  random: () => number,
): number {
  const room = Math.max(0, most - from);
  if (kind !== "fewest" || best.unplaced.length > 0) return from + Math.floor(random() * (room + 1));
  return Math.max(from, best.sessions.length - (random() < 0.7 ? 1 : 0));
}

function trySome(search: CohortSearch, kind: SplitKind, count: number): Split {
  const { instance, random } = search;
  const windows = drawWindows(search, kind, count);
  const hardness = new Map(
    instance.units.map((unit) => [unit, hardnessOf(instance, unit) * (0.6 + 0.8 * random())]),
  );
  const units = [...instance.units].sort((a, b) => (hardness.get(b) ?? 0) - (hardness.get(a) ?? 0));
  return { ...placeInOrder(instance, windows, units), kind };
}

function hardnessOf({ allowed, windows, served }: CohortInstance, unit: readonly string[]): number {
  let pieces = 0;
  let places = 1;
  for (const id of unit)
    for (const window of allowed.get(id) ?? []) {
      places++;
      for (const slot of windows.get(window)?.slots ?? []) pieces += served.get(keyOf(id, slot))?.length ?? 0;
    }
  return (unit.length * (1 + pieces)) / places;
}

/** Some windows in the order of time, those in which most can be away more often; early ones where the end counts. */
function drawWindows({ instance, bounds, random }: CohortSearch, kind: SplitKind, count: number): string[] {
  const { windows } = instance.problem;
  const reach =
    kind === "earliest"
      ? Math.max(count, Math.ceil(windows.length * (0.1 + 0.9 * random() ** 2)))
      : windows.length;
  const drawn = windows
    .slice(0, reach)
    .map((_, place) => ({ place, rank: (bounds[place]?.most ?? 0) * (0.5 + random()) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, count)
    .map(({ place }) => place);
  return drawn.sort((a, b) => a - b).flatMap((place) => windows[place]?.id ?? []);
}
