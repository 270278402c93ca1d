import type { CohortProblem } from "./problem";

/** What a split is best at, once as many as possible are placed without a gap. */
export const SPLIT_KINDS = ["fewest", "calmest", "earliest"] as const;
export type SplitKind = (typeof SPLIT_KINDS)[number];

/** Some sessions with who goes to each and who covers meanwhile; nobody is left open by it. */
export type Split = {
  kind: SplitKind;
  /** True where nothing better of its kind exists. */
  isProven: boolean;
  sessions: { window: string; people: string[] }[];
  covers: { piece: string; by: string }[];
  /** Minutes covered, and what the covers cost besides. */
  disturbance: number;
  unplaced: string[];
};

/** Who could not be placed even alone: in which window the least would stay open, and what. */
export type Unplaceable = { id: string; window: string | null; open: string[] };

export type CohortResult = {
  status: "optimal" | "heuristic" | "cancelled";
  /** Fewer sessions can't place as many as the split of the fewest does, however they are chosen. */
  sessionsAtLeast: number;
  /** At most so many can be on the course in a window without a gap. */
  bounds: { window: string; most: number }[];
  splits: Split[];
  unplaceable: Unplaceable[];
};

/** So many sessions more than the fewest may the calmest and the earliest split have. */
export const SPARE_SESSIONS = 2;

/** What a split comes to, the first goal of its kind first. */
export function goalsOfSplit(
  { windows }: CohortProblem,
  { kind, unplaced, sessions, disturbance }: Split,
): number[] {
  const left = unplaced.length;
  const used = new Set(sessions.map(({ window }) => window));
  const last = windows.findLastIndex(({ id }) => used.has(id)) + 1;
  if (kind === "fewest") return [left, sessions.length, disturbance];
  return kind === "calmest"
    ? [left, disturbance, sessions.length]
    : [left, last, sessions.length, disturbance];
}

/** True where the first goal in which two differ is less. */
export function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, i) => value !== other[i]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

/** Half-days and windows of a problem, looked up. */
export function slotsOf({ windows }: CohortProblem): Map<string, ReadonlySet<number>> {
  return new Map(windows.map(({ id, slots }) => [id, new Set(slots)]));
}

/** Where a member may go: named windows, or the one they are pinned to. */
export function windowsOf(problem: CohortProblem, memberId: string): Set<string> {
  const member = problem.cohort.find(({ id }) => id === memberId);
  const named = member?.windows ?? problem.windows.map(({ id }) => id);
  const pinned = problem.at.filter(({ id }) => id === memberId).map(({ window }) => window);
  return new Set(named.filter((window) => pinned.every((one) => one === window)));
}

/** What is wrong with a split, worked out from the problem alone; empty where nothing is. */
export function faultsOfSplit(problem: CohortProblem, split: Split): string[] {
  const faults: string[] = [];
  const slots = slotsOf(problem);
  const placed = new Map<string, string>();
  for (const { window, people } of split.sessions) {
    if (people.length > problem.seats) faults.push(`${window} has more people than seats`);
    if (people.length < Math.max(1, problem.least)) faults.push(`${window} has too few people`);
    for (const id of people) {
      if (placed.has(id)) faults.push(`${id} is placed twice`);
      if (!windowsOf(problem, id).has(window)) faults.push(`${id} can't go to ${window}`);
      placed.set(id, window);
    }
  }
  for (const { id } of problem.cohort)
    if (placed.has(id) === split.unplaced.includes(id)) faults.push(`${id} is neither placed nor left`);
  for (const [a, b] of problem.together)
    if (placed.get(a) !== placed.get(b)) faults.push(`${a} and ${b} are not together`);
  for (const [a, b] of problem.apart)
    if (placed.has(a) && placed.get(a) === placed.get(b)) faults.push(`${a} and ${b} are together`);
  const isAway = (id: string, slot: number) => slots.get(placed.get(id) ?? "")?.has(slot) === true;
  return [...faults, ...faultsOfCovers(problem, split, isAway)];
}

function faultsOfCovers(
  { pieces, people }: CohortProblem,
  { covers }: Split,
  isAway: (id: string, slot: number) => boolean,
): string[] {
  const faults: string[] = [];
  const coverOf = new Map(covers.map(({ piece, by }) => [piece, by]));
  const used = new Map<string, number>();
  for (const piece of pieces) {
    const by = coverOf.get(piece.id);
    if (!piece.own.every((id) => isAway(id, piece.slot))) continue;
    if (by === undefined) faults.push(`${piece.id} stays open`);
    else if (!piece.candidates.some(({ id }) => id === by)) faults.push(`${by} can't cover ${piece.id}`);
    else if (isAway(by, piece.slot)) faults.push(`${by} is on the course then`);
    else used.set(`${by} ${piece.slot}`, (used.get(`${by} ${piece.slot}`) ?? 0) + piece.minutes);
  }
  for (const { id, capacity } of people)
    for (const [slot, minutes] of capacity.entries())
      if ((used.get(`${id} ${slot}`) ?? 0) > minutes) faults.push(`${id} has no time in half-day ${slot}`);
  return faults;
}
