import { makeRosterTry, type RosterTrial, type RosterTry } from "@/lib/schedules/roster/explain";
import type { RosterProblem } from "@/lib/schedules/roster/problem/problem";
import { recount } from "@/lib/schedules/roster/result/recount";
import type { RosterAssignment, Unmet } from "@/lib/schedules/roster/result/roster-result";
import type { Day } from "@/lib/time/day";
import { sharedHours } from "@/lib/time/hours";
import { type FillDocument, fillDocument, withOptions } from "./rules-problem";
import { type PlannedContradiction, readFillProblem } from "./rules-read";
import { type RemedyCandidate, remedyCandidates } from "./rules-remedies";
import { assignmentsOf, fillResult } from "./rules-result";
import { type ExtraShift, type FillQuestion, shiftOfShape } from "./rules-stating";
import type { FillResultView, HoleView, ProposedShiftView, TriedRemedyView } from "./schema";

/** A fill as it was kept, laid out to be explained. */
export type LaidFill = {
  question: FillQuestion;
  stated: FillDocument;
  problem: RosterProblem;
  contradictions: PlannedContradiction[];
  assignments: RosterAssignment[];
  found: FillResultView;
};

/** Lays out what a fill found, with the shifts that managers decided on meanwhile. */
export function layFill(
  question: FillQuestion,
  found: FillResultView,
  decided: readonly ProposedShiftView[],
): LaidFill {
  const stated = fillDocument(question, decided.map(extraOf));
  const { problem, contradictions } = readFillProblem(stated.document);
  return {
    question,
    stated,
    problem,
    contradictions,
    assignments: assignmentsOf(stated, problem, found.shifts),
    found,
  };
}

function extraOf({ assistantId, replacesId, ...shape }: ProposedShiftView): ExtraShift {
  return { assistantId, replacesId, shape: { ...shape, on: shape.on as Day } };
}

/** A remedy that works, what it decides on, and the roster it leads to; nothing to use where people or needs must change first. */
export type TriedRemedy = TriedRemedyView & { extras: ExtraShift[]; trial: RosterTrial | null };

const MOST_PER_KIND = 2;
const MOST_TRIED_PER_KIND = 8;

/** The smallest changes that fill a hole of a fill and leave nothing else open; each was tried. */
export function remediesOfHole(laid: LaidFill, index: number): TriedRemedy[] {
  const hole = laid.found.holes[index];
  const unmet = recount(laid.problem, laid.assignments).unmet[index];
  if (!hole || !unmet) return [];
  const candidates = remedyCandidates({ ...laid, hole });
  const tryChange = makeRosterTry(withCandidates(laid, candidates), laid.assignments);
  const byKind = new Map<string, TriedRemedy[]>();
  const tries = new Map<string, number>();
  for (const candidate of candidates) {
    const { code } = candidate.remedy;
    const known = byKind.get(code) ?? [];
    const tried = tries.get(code) ?? 0;
    if (known.length >= MOST_PER_KIND || tried >= MOST_TRIED_PER_KIND) continue;
    tries.set(code, tried + 1);
    const remedy = tryRemedy(laid, tryChange, candidate, unmet);
    if (remedy) byKind.set(code, [...known, remedy]);
  }
  return [...[...byKind.values()].flat(), ...oneLess(laid, hole)];
}

function withCandidates(
  { stated, problem }: LaidFill,
  candidates: readonly RemedyCandidate[],
): RosterProblem {
  const { stating } = stated;
  const more = candidates.flatMap(({ remedy, extras, options }) => [
    ...extras.map(({ assistantId, shape }) => ({
      personId: assistantId,
      shift: shiftOfShape(stating, shape).id,
    })),
    ...options.map((shift) => ({ personId: remedy.assistantId, shift })),
  ]);
  const known = new Map(problem.shifts.map((shift) => [shift.id, shift]));
  const shifts = [...stating.shifts.values()].map((shift) => known.get(shift.id) ?? { work: [], ...shift });
  const people = problem.people.map((person) => ({ ...person, ...withOptions(person, more) }));
  return { ...problem, shifts, people: people as RosterProblem["people"] };
}

function tryRemedy(
  { stated, problem, assignments }: LaidFill,
  tryChange: RosterTry,
  { remedy, extras, options }: RemedyCandidate,
  hole: Unmet,
): TriedRemedy | null {
  const { assistantId } = remedy;
  const open = new Set([...optionsOf(problem, assistantId), ...options]);
  const trial = tryChange({
    people: [assistantId],
    force: extras.map((extra) => ({
      personId: extra.assistantId,
      shift: shiftOfShape(stated.stating, extra.shape).id,
    })),
    isBarred: (personId, shift) =>
      !(personId === assistantId ? open : optionsOf(problem, personId)).has(shift),
  });
  const now = recount(problem, assignments);
  const weight = problem.demand.find(({ id }) => id === hole.demandId)?.weight ?? 1;
  if (!trial || !isFilled(hole, trial.unmet)) return null;
  if (trial.score.unmet > now.score.unmet - weight * (hole.to - hole.from)) return null;
  const closes = Math.max(1, now.unmet.length - trial.unmet.length);
  return { remedy, closes, canUse: extras.length > 0, extras, trial };
}

const optionCache = new WeakMap<RosterProblem, Map<string, Set<string>>>();

function optionsOf(problem: RosterProblem, personId: string): ReadonlySet<string> {
  const known =
    optionCache.get(problem) ??
    new Map(problem.people.map(({ id, options }) => [id, new Set(options.map(({ shift }) => shift))]));
  optionCache.set(problem, known);
  return known.get(personId) ?? new Set();
}

// One person fewer is missing all through the hole.
function isFilled(hole: Unmet, after: readonly Unmet[]): boolean {
  return after.every(
    ({ demandId, from, to, missing }) =>
      demandId !== hole.demandId || to <= hole.from || hole.to <= from || missing < hole.missing,
  );
}

// What is needed is a decision of the pool, so it is named and not used.
function oneLess({ stated }: LaidFill, { on, roleId, missing, ...hours }: HoleView): TriedRemedy[] {
  const window = [...stated.windows.values()].find(
    (one) => one.roleId === roleId && one.on === on && sharedHours(one, hours),
  );
  const left = (window?.needed ?? 0) - missing;
  if (left < 1) return [];
  return [{ remedy: { code: "one_less", on, left }, closes: 1, canUse: false, extras: [], trial: null }];
}

/** What a fill says once a remedy of it is used, and the shifts decided on by then. */
export function fillWithRemedy(
  laid: LaidFill,
  decided: readonly ProposedShiftView[],
  { extras, trial }: TriedRemedy,
): { found: FillResultView; decided: ProposedShiftView[] } | null {
  if (!trial || extras.length === 0) return null;
  const added = extras.map(({ assistantId, shape, replacesId }) => ({ assistantId, ...shape, replacesId }));
  const isNew = (one: ProposedShiftView) =>
    !added.some((other) => other.assistantId === one.assistantId && other.on === one.on);
  const all = [...decided.filter(isNew), ...added];
  const stated = fillDocument(laid.question, all.map(extraOf));
  const { problem, contradictions } = readFillProblem(stated.document);
  const answer = {
    ...trial,
    ...{ status: "heuristic" as const, lowerBound: null, gap: null, elapsedMs: laid.found.elapsedMs },
  };
  return { found: fillResult(laid.question, stated, problem, answer, contradictions), decided: all };
}
