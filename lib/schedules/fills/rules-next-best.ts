import { makeRosterTry, type RosterTrial } from "@/lib/schedules/roster/explain";
import type { ShiftDoc } from "@/lib/schedules/roster/problem/person-rules";
import type { RosterProblem } from "@/lib/schedules/roster/problem/problem";
import { shiftsOf } from "@/lib/schedules/roster/problem/shifts";
import { recount } from "@/lib/schedules/roster/result/recount";
import { wishesOn } from "@/lib/schedules/wishes/rules";
import type { Day } from "@/lib/time/day";
import { isWithin } from "@/lib/time/hours";
import type { LaidFill } from "./rules-explained";
import { fillResult, reasonsOf, weekOf } from "./rules-result";
import { shapeId } from "./rules-shapes";
import { turnsByShare } from "./rules-turns";
import type {
  ExplainedFillView,
  FillResultView,
  NextBestView,
  ProposedShiftView,
  ShiftReason,
} from "./schema";

type ShiftExplanation = NonNullable<ExplainedFillView["shift"]>;

/** So many others are tried in the place of somebody. */
const MOST_TRIED = 40;

/** Why somebody is proposed for a shift, who would be next best and what that would make worse, and what keeps the others from it. */
export function explainShift(laid: LaidFill, index: number): ShiftExplanation | null {
  const shift = laid.found.shifts[index];
  const week = shift && weekOf(laid.question, shift.on as Day);
  if (!shift || !week) return null;
  const others = othersFor(laid.problem, shift);
  const without = new Set([shift.assistantId, ...others.map(({ personId }) => personId)]);
  const [piece] = awayWork(laid, shift);
  const hole = { on: shift.on as Day, ...(piece ?? { ...shift, roleId: "" }) };
  const answer = { assignments: laid.assignments };
  return {
    reasons: [...(others.length === 0 ? ["alone" as const] : []), ...reasonsFor(laid, shift)],
    next: nextBest(laid, shift, others.slice(0, MOST_TRIED)),
    couldCount: others.length,
    others: reasonsOf({ ...laid, answer }, week, hole, laid.found.shifts, without),
  };
}

/** The work of a shift away from executives, which is what it is proposed for; all of it where it has no other. */
function awayWork({ question }: LaidFill, { work }: ProposedShiftView): ProposedShiftView["work"] {
  const roles = question.weeks[0]?.roles ?? [];
  const isAway = (id: string) => !roles.find((role) => role.id === id)?.isWithExecutives;
  const away = work.filter(({ roleId }) => isAway(roleId));
  return away.length > 0 ? away : work;
}

type Other = { personId: string; shift: string };

// Each of the others with the shortest of their shifts that do all that this one does for roles that need people.
function othersFor(problem: RosterProblem, proposed: ProposedShiftView): Other[] {
  const id = shapeId({ ...proposed, on: proposed.on as Day });
  const shift = shiftsOf(problem).get(id);
  if (!shift) return [];
  const needed = new Set(problem.demand.map(({ role }) => role));
  const work = shift.work.filter(({ role }) => needed.has(role));
  return problem.people.flatMap((person) => {
    if (person.id === proposed.assistantId) return [];
    const able = person.options
      .flatMap((option) => {
        const doc = shiftsOf(problem).get(option.shift);
        return doc && doc.day === shift.day && doesAll(doc, work) ? [{ doc, cost: option.cost }] : [];
      })
      .sort((a, b) => a.doc.minutes - b.doc.minutes || a.cost - b.cost);
    return able[0] ? [{ personId: person.id, shift: able[0].doc.id }] : [];
  });
}

function doesAll(doc: ShiftDoc, work: ShiftDoc["work"]): boolean {
  return work.every((piece) =>
    doc.work.some((one) => one.role === piece.role && one.from <= piece.from && piece.to <= one.to),
  );
}

function nextBest(laid: LaidFill, shift: ProposedShiftView, others: readonly Other[]): NextBestView | null {
  const tryChange = makeRosterTry(laid.problem, laid.assignments);
  const own = shapeId({ ...shift, on: shift.on as Day });
  let best: { personId: string; trial: RosterTrial } | null = null;
  for (const other of others) {
    const trial = tryChange({
      people: [other.personId, shift.assistantId],
      force: [other],
      isBarred: (personId, one) => personId === shift.assistantId && one === own,
    });
    if (trial && (!best || isBetter(trial, best.trial))) best = { personId: other.personId, trial };
  }
  return best && { assistantId: best.personId, ...whatIsWorse(laid, best.trial) };
}

function isBetter({ score: a }: RosterTrial, { score: b }: RosterTrial): boolean {
  return a.unmet < b.unmet || (a.unmet === b.unmet && a.cost < b.cost);
}

function whatIsWorse(laid: LaidFill, trial: RosterTrial): Omit<NextBestView, "assistantId"> {
  const unproven = { status: "heuristic" as const, lowerBound: null, gap: null, elapsedMs: 0 };
  const then = fillResult(laid.question, laid.stated, laid.problem, { ...trial, ...unproven }, []);
  const now = laid.found;
  return {
    missingMinutes: missingIn(then) - missingIn(now),
    overContractMinutes: then.overContractMinutes - now.overContractMinutes,
    workedMinutes: workedIn(then) - workedIn(now),
    wishesBroken: then.wishesBroken - now.wishesBroken,
    isTurnUnfair: trial.score.turns > recount(laid.problem, laid.assignments).score.turns,
  };
}

function missingIn({ holes }: FillResultView): number {
  return holes.reduce(
    (sum, { missing, startMinute, endMinute }) => sum + missing * (endMinute - startMinute),
    0,
  );
}

function workedIn({ people }: FillResultView): number {
  return people.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0);
}

function reasonsFor({ question, found }: LaidFill, shift: ProposedShiftView): ShiftReason[] {
  const on = shift.on as Day;
  const week = weekOf(question, on);
  const person = week?.people.find(({ id }) => id === shift.assistantId);
  if (!week || !person) return [];
  const usual = person.usualHours.get(on);
  const isGlad = wishesOn(person.wishes, on).some((wish) => wish.kind === "gladly" && isWithin(shift, wish));
  const hours = found.people.find(({ assistantId }) => assistantId === person.id);
  const unloved = new Set(week.roles.flatMap(({ id, isUnloved }) => (isUnloved ? [id] : [])));
  const isTurn = shift.work.some(({ roleId }) => unloved.has(roleId));
  const turnsDone = question.turns.counts.get(person.id) ?? 0;
  const turnsDue = turnsByShare(week.people, question.turns, 0).get(person.id) ?? 0;
  const isBelow = hours !== undefined && hours.plannedMinutes <= hours.contractMinutes;
  return [
    ...(isGlad ? ["gladly" as const] : []),
    ...(usual && isWithin(shift, usual) ? ["own_hours" as const] : []),
    ...(isTurn && turnsDone < turnsDue ? ["fewer_turns" as const] : []),
    ...(week.rules.policy.replacesPattern && isBelow ? ["below_contract" as const] : []),
  ];
}
