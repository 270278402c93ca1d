import type { Highs } from "highs";
import { loadSolver } from "@/lib/solver/programme";
import { randomStream } from "@/lib/solver/random";
import { type Limits, makeStopping, type Stopping, shareOf } from "@/lib/solver/stopping";
import { boundWindows, fewestFor, unplaceableOf } from "./bounds";
import { buildCohortInstance, type CohortInstance } from "./instance";
import { solveInOrder, splitOf, startOf } from "./lexicographic";
import { buildSplitModel } from "./model";
import type { CohortProblem } from "./problem";
import {
  type CohortResult,
  goalsOfSplit,
  isLess,
  SPARE_SESSIONS,
  SPLIT_KINDS,
  type Split,
  type SplitKind,
} from "./result";
import { searchSplit } from "./search";

/** Columns up to which all windows are one programme, which proves what it finds. */
const WHOLE_COLUMNS = 5_000;
/** Of a piece so many candidates are looked at where the whole is too large. */
const FEW_CANDIDATES = 10;
const FIRST_MS = 1_500;

export type CohortOptions = Limits & {
  seed?: number;
  solver?: "none";
  onSplit?: (result: CohortResult) => void;
};

type Run = {
  highs: Highs | null;
  instance: CohortInstance;
  result: CohortResult;
  random: () => number;
};

/**
 * Places a cohort in sessions without opening a gap. A search draws windows and orders of people; `bounds` says how many can be
 * away at once, and so how many sessions there are at least; then each kind of split is one integer programme over all windows,
 * or over those of the best split found where that is too large. Every answer is checked by whoever shows it.
 */
export async function findSplits(problem: CohortProblem, options: CohortOptions): Promise<CohortResult> {
  const stopping = makeStopping(options);
  const instance = buildCohortInstance(problem);
  const result: CohortResult = {
    ...{ status: "heuristic", splits: [], sessionsAtLeast: 1 },
    bounds: boundWindows(null, problem, stopping),
    unplaceable: unplaceableOf(problem),
  };
  const run: Run = { highs: null, instance, result, random: randomStream(options.seed ?? 1) };
  const early = { ...stopping, isOver: () => stopping.isOver() || stopping.elapsedMs() > FIRST_MS };
  keep(searchFor(run, "fewest", early));
  run.highs = options.solver === "none" ? null : await loadSolver();
  result.bounds = boundWindows(run.highs, problem, shareOf(stopping, 0.25));
  for (const [i, kind] of SPLIT_KINDS.entries()) {
    if (stopping.isOver()) break;
    keep(solveKind(run, kind, shareOf(stopping, 1 / (SPLIT_KINDS.length - i))));
  }
  const fewer = [...result.splits].sort((a, b) => a.sessions.length - b.sessions.length)[0];
  if (fewer) keep({ ...fewer, kind: "fewest", isProven: false });
  const isProven = result.splits.length === SPLIT_KINDS.length && result.splits.every((one) => one.isProven);
  const status = stopping.isCancelled() ? "cancelled" : isProven ? "optimal" : "heuristic";
  return { ...result, status };

  function keep(found: Split) {
    const before = result.splits.find(({ kind }) => kind === found.kind);
    const isWorse =
      before && !found.isProven && !isLess(goalsOfSplit(problem, found), goalsOfSplit(problem, before));
    const better = isWorse ? before : found;
    const others = result.splits.filter(({ kind }) => kind !== found.kind);
    result.splits = SPLIT_KINDS.flatMap((kind) => [...others, better].filter((one) => one.kind === kind));
    if (found.kind === "fewest") result.sessionsAtLeast = atLeast(problem, result, better);
    options.onSplit?.({ ...result });
  }
}

/** Fewer sessions than these place fewer people: as proven, else by how many can be away in each window. */
function atLeast(
  { cohort }: CohortProblem,
  { bounds }: CohortResult,
  { isProven, sessions, unplaced }: Split,
): number {
  return isProven ? sessions.length : fewestFor(bounds, cohort.length - unplaced.length);
}

/** The most sessions a split of a kind may have. */
function mostSessions({ instance, result }: Run, kind: SplitKind): number {
  const fewest = result.splits.find((one) => one.kind === "fewest");
  const all = instance.problem.windows.length;
  return kind === "fewest" || !fewest ? all : Math.min(all, fewest.sessions.length + SPARE_SESSIONS);
}

function searchFor(run: Run, kind: SplitKind, stopping: Stopping): Split {
  const { instance, result, random } = run;
  const { length } = instance.problem.cohort;
  const from = Math.max(1, fewestFor(result.bounds, length - result.unplaceable.length));
  const most = Math.max(from, Math.min(mostSessions(run, kind), from + length));
  return searchSplit(kind, { instance, bounds: result.bounds, random, stopping, sessions: { from, most } });
}

function solveKind(run: Run, kind: SplitKind, stopping: Stopping): Split {
  const { highs, instance, result } = run;
  const { problem } = instance;
  const most = mostSessions(run, kind);
  if (highs) {
    const size = { mostCandidates: Number.POSITIVE_INFINITY, mostSessions: most };
    const whole = buildSplitModel(problem, problem.windows, size);
    const solved = whole.programme.cost.length <= WHOLE_COLUMNS && solveInOrder(highs, whole, kind, stopping);
    if (solved) return splitOf(problem, whole, kind, solved);
  }
  const searched = searchFor(run, kind, shareOf(stopping, highs ? 0.4 : 1));
  const known = result.splits
    .map((one) => ({ ...one, kind, isProven: false }))
    .filter((one) => one.sessions.length <= most);
  const best = [...known, searched].reduce((one, other) =>
    isLess(goalsOfSplit(problem, other), goalsOfSplit(problem, one)) ? other : one,
  );
  const better = highs && improve(highs, run, best, stopping);
  return better && isLess(goalsOfSplit(problem, better), goalsOfSplit(problem, best)) ? better : best;
}

/** The best split over the windows of one that is known, as a programme that begins with it. */
function improve(highs: Highs, { instance, result }: Run, split: Split, stopping: Stopping): Split | null {
  const { problem } = instance;
  const windows = split.sessions.flatMap(({ window }) => instance.windows.get(window) ?? []);
  if (windows.length === 0 || stopping.isOver()) return null;
  const model = buildSplitModel(problem, windows, { mostCandidates: FEW_CANDIDATES });
  const start = startOf(problem, model, split);
  const solved = solveInOrder(highs, model, split.kind, stopping, {
    ...(start && { start }),
    atLeast: { unplaced: result.unplaceable.length, sessions: result.sessionsAtLeast },
  });
  return solved && { ...splitOf(problem, model, split.kind, solved), isProven: false };
}
