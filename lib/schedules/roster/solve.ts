import type { Highs } from "highs";
import { loadSolver, type ProgrammeAnswer, solveProgramme, solverVersion } from "@/lib/solver/programme";
import { randomStream } from "@/lib/solver/random";
import { makeStopping, type Stopping, shareOf } from "@/lib/solver/stopping";
import { smallestContradiction } from "./conflict";
import { buildRosterProgramme, type Goal } from "./model/programme";
import { solveWindows } from "./model/windows";
import { hashRosterProblem } from "./problem/input-hash";
import { buildRosterInstance, type RosterChoice, type RosterInstance } from "./problem/instance";
import type { RosterProblem } from "./problem/problem";
import { recount } from "./result/recount";
import type { RosterOptions, RosterProgress, RosterResult, RosterStatus } from "./result/roster-result";
import { removeIdle } from "./search/lean";
import { construct, improve, makeSchedulers } from "./search/search";
import { copyRoster, makeRosterState, type State, scoreOf } from "./search/state";

/** Options of all people up to which the whole roster is one programme. */
const WHOLE_OPTIONS = 30_000;
/** Shares of the time that is left: letting in one by one, the first try at the whole, parts, then the whole again. */
const SHARES = {
  search: 0.12,
  tries: [
    { whole: 0.15, parts: 0.6 },
    { whole: 0.5, parts: 1 },
  ],
} as const;
const DEFAULT_PATIENCE = 60;

type Found = { roster: RosterChoice; bound: { unmet: number; cost: number } | null; isProven: boolean };
type Run = {
  instance: RosterInstance;
  stopping: Stopping;
  random: () => number;
  patience: number;
  report: (stage: RosterProgress["stage"], roster: RosterChoice, bound: number | null) => void;
};

/**
 * Fills a roster, in order: `problem/` lays the document out · `search/` gives everybody their best days in turn, then
 * takes a few out and lets them in again · `model/` states the whole as an integer programme, unmet demand first, then the
 * cost, which proves what is left to gain; where that takes too long, it improves part after part · `result/` recounts.
 * The answer says what is proven: "optimal", "bounded" by a lower bound, "heuristic" without one, "cancelled" with the
 * best so far, or "impossible" with the smallest set of rules that contradict each other.
 */
export async function fillRoster(problem: RosterProblem, options: RosterOptions): Promise<RosterResult> {
  const stopping = makeStopping(options);
  const instance = buildRosterInstance(problem);
  const random = randomStream(options.seed);
  const highs = options.solver === "none" ? null : await loadSolver();
  const state = makeRosterState(instance);
  const schedulers = makeSchedulers(instance);
  if (!construct(state, schedulers, random)) {
    return describe(problem, stopping, { conflict: smallestContradiction(problem) });
  }
  const patience = options.budget.patience ?? DEFAULT_PATIENCE;
  const run: Run = { instance, stopping, random, patience, report };
  report("first", state.roster, null);
  improve(state, schedulers, random, shareOf(stopping, highs ? SHARES.search : 1), patience);
  report("search", state.roster, null);
  const found = highs ? prove(highs, run, state) : { roster: copyRoster(state), bound: null };
  return answerOf(found.roster, found.bound);

  function report(stage: RosterProgress["stage"], roster: RosterChoice, bound: number | null) {
    if (!options.onProgress) return;
    const found = makeRosterState(instance, roster);
    const { unmet, cost } = scoreOf(found);
    const best = answerOf(found.roster, null);
    options.onProgress({ stage, unmet, cost, bound, best });
  }

  function answerOf(roster: RosterChoice, bound: Found["bound"]): RosterResult {
    const last = makeRosterState(instance, roster);
    removeIdle(problem, last);
    return describe(problem, stopping, { state: last, bound });
  }
}

// The whole first, which settles what is easy; then parts, until they gain nothing; then the whole from there.
function prove(highs: Highs, run: Run, state: State): Found {
  const { instance, stopping } = run;
  const size = instance.people.reduce((sum, person) => sum + person.from.length, 0);
  let found: Found = { roster: copyRoster(state), bound: null, isProven: false };
  for (const { whole, parts } of SHARES.tries) {
    if (stopping.isOver()) return found;
    if (size <= WHOLE_OPTIONS) found = solveWhole(highs, run, found, shareOf(stopping, whole));
    if (found.isProven) return found;
    found = solveParts(highs, run, found, shareOf(stopping, parts));
  }
  return found;
}

function solveParts(
  highs: Highs,
  { instance, random, patience, report }: Run,
  found: Found,
  limit: Stopping,
): Found {
  const { unmet } = scoreOf(makeRosterState(instance, found.roster));
  const { bound } = found;
  const roster = solveWindows(highs, instance, found.roster, random, limit, {
    isLeastUnmet: bound?.unmet === unmet,
    patience,
    onBetter: (better) => report("search", better, bound?.cost ?? null),
  });
  return { ...found, roster };
}

function solveWhole(highs: Highs, run: Run, { roster, bound }: Found, limit: Stopping): Found {
  const { instance } = run;
  if (!instance.demandFirst) {
    const both = solveGoal(highs, run, roster, { kind: "both" }, limit);
    run.report("cost", both.roster, both.bound);
    return { ...both, bound: { unmet: 0, cost: Math.max(both.bound, bound?.cost ?? 0) } };
  }
  const known = scoreOf(makeRosterState(instance, roster)).unmet;
  const first =
    bound?.unmet === known
      ? { roster, bound: known }
      : solveGoal(highs, run, roster, { kind: "unmet" }, shareOf(limit, 0.5));
  run.report("unmet", first.roster, null);
  const { unmet } = scoreOf(makeRosterState(instance, first.roster));
  const isLeast = first.bound === unmet;
  const least = { unmet: Math.max(first.bound, bound?.unmet ?? 0), cost: isLeast ? (bound?.cost ?? 0) : 0 };
  if (limit.isOver()) return { roster: first.roster, bound: least, isProven: false };
  const second = solveGoal(highs, run, first.roster, { kind: "cost", unmet }, limit);
  run.report("cost", second.roster, isLeast ? second.bound : null);
  return {
    roster: second.roster,
    bound: { ...least, cost: isLeast ? Math.max(least.cost, second.bound) : 0 },
    isProven: isLeast && second.isProven,
  };
}

type Solved = { roster: RosterChoice; bound: number; isProven: boolean };

// The roster is kept where the programme's answer is no better, or where there is none.
function solveGoal(
  highs: Highs,
  { instance }: Run,
  roster: RosterChoice,
  goal: Goal,
  limit: Stopping,
): Solved {
  const scope = { people: instance.people.map(({ place }) => place), from: 0, to: instance.days };
  const model = buildRosterProgramme(instance, roster, scope, goal);
  const answer = solveProgramme(highs, model.programme, limit, model.startOf(roster));
  const found = answer.values && model.read(answer.values);
  const worthOf = (one: RosterChoice) => {
    const { unmet, cost, value } = scoreOf(makeRosterState(instance, one));
    return goal.kind === "unmet" ? unmet : goal.kind === "cost" && unmet <= goal.unmet ? cost : value;
  };
  const best = found && worthOf(found) <= worthOf(roster) ? found : roster;
  return { roster: best, isProven: answer.isProven, bound: wholeBound(answer, model.constant) };
}

// Every cost is whole, so a bound may be rounded up; never below nothing.
function wholeBound({ bound }: ProgrammeAnswer, constant: number): number {
  const least = Math.ceil(bound + constant - 1e-4);
  return Number.isFinite(least) ? Math.max(0, least) : 0;
}

type Outcome = { conflict: RosterResult["conflict"] } | { state: State; bound: Found["bound"] };

function describe(problem: RosterProblem, stopping: Stopping, outcome: Outcome): RosterResult {
  const assignments = "state" in outcome ? assignmentsOf(problem, outcome.state) : [];
  const { score, unmet } = recount(problem, assignments);
  const bound = "state" in outcome ? outcome.bound : null;
  const isLeast = bound !== null && (!problem.demandFirst || bound.unmet === score.unmet);
  return {
    status: statusOf(outcome, stopping, isLeast && bound.cost === score.cost),
    assignments,
    unmet,
    score,
    lowerBound: bound,
    gap: isLeast ? gapOf(score.cost, bound.cost) : null,
    ...("conflict" in outcome && { conflict: outcome.conflict }),
    inputHash: hashRosterProblem(problem),
    solverVersion,
    elapsedMs: Math.round(stopping.elapsedMs()),
  };
}

function statusOf(outcome: Outcome, stopping: Stopping, isProven: boolean): RosterStatus {
  if ("conflict" in outcome) return "impossible";
  if (isProven) return "optimal";
  if (stopping.isCancelled()) return "cancelled";
  return outcome.bound ? "bounded" : "heuristic";
}

function gapOf(cost: number, bound: number): number {
  return cost === 0 ? 0 : (cost - bound) / cost;
}

function assignmentsOf(problem: RosterProblem, { instance, roster }: State): RosterResult["assignments"] {
  return problem.people.flatMap(({ id }, place) =>
    [...(roster[place] ?? [])].flatMap((option) => {
      const shift = instance.people[place]?.shifts[option];
      return shift ? [{ personId: id, shift: shift.id }] : [];
    }),
  );
}
