import { groupedBy } from "@/lib/groups";
import { ruleAgainst } from "@/lib/schedules/roster/explain";
import type { RosterProblem } from "@/lib/schedules/roster/problem/problem";
import { recount } from "@/lib/schedules/roster/result/recount";
import type { RosterAssignment, RosterResult, Unmet } from "@/lib/schedules/roster/result/roster-result";
import { minutesOfShift, plannedShifts } from "@/lib/schedules/week/rules";
import { hoursAway, isEmployed, lackingSkill } from "@/lib/schedules/week/rules-person";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { wishesOn } from "@/lib/schedules/wishes/rules";
import { addDays, type Day, daysBetween } from "@/lib/time/day";
import { type Hours, sharedHours } from "@/lib/time/hours";
import { isoWeekOf } from "@/lib/time/iso-week";
import { KEPT, looseKey } from "./rules-planned";
import type { FillDocument } from "./rules-problem";
import { heldRuleOf, type PlannedContradiction } from "./rules-read";
import { type Shape, shapeId } from "./rules-shapes";
import type { FillQuestion } from "./rules-stating";
import type { FillResultView, HoleReason, HoleView, ProposedShiftView } from "./schema";

const MOST_NAMED = 3;

/** A shift that somebody is to be given. */
type ProposedShift = Shape & { assistantId: string; replacesId: string | null };

/** What of the optimiser's answer a fill says. */
type Answer = Pick<
  RosterResult,
  "assignments" | "unmet" | "score" | "status" | "lowerBound" | "gap" | "elapsedMs"
>;

/** What an answer of the optimiser means for a week: shifts to draft, where people are missing, and why. */
export function fillResult(
  question: FillQuestion,
  stated: FillDocument,
  problem: RosterProblem,
  answer: Answer,
  contradictions: readonly PlannedContradiction[],
): FillResultView {
  const shifts = proposedOf(stated, answer.assignments);
  const kept = recount(problem, problem.people.flatMap(keptShifts)).unmet;
  const context = { question, stated, problem, answer, shifts };
  return {
    shifts,
    holesBefore: kept.length,
    holes: answer.unmet.flatMap((hole) => holeOf(context, hole)),
    people: hoursOfPeople(question, shifts),
    overContractMinutes: overContract(question, shifts),
    wishesBroken: shifts.filter((shift) => isAgainstWish(question, shift)).length,
    contradictions: contradictions.map(({ personId, rule, days }) => ({
      assistantId: personId,
      rule,
      days: days.map((later) => addDays(stated.stating.first.monday, later)),
    })),
    proof: answer.status === "optimal" ? "optimal" : answer.gap === null ? "heuristic" : "bounded",
    isFewestHoles: answer.lowerBound?.unmet === answer.score.unmet,
    gapPercent: answer.gap === null ? null : Math.ceil(100 * answer.gap),
    elapsedMs: answer.elapsedMs,
  };
}

/** The shifts that an answer proposes: all that are not worked already. */
function proposedOf(
  { shapes, loose }: FillDocument,
  assignments: readonly RosterAssignment[],
): ProposedShift[] {
  return assignments.flatMap(({ personId, shift }): ProposedShift[] => {
    const shape = shapes.get(shift);
    if (!shape) return [];
    const replacesId = loose.get(looseKey(personId, shape.on))?.id ?? null;
    return [{ assistantId: personId, ...shape, replacesId }];
  });
}

/** Who works what once a proposal is kept: its shifts, and what is planned on the other days. */
export function assignmentsOf(
  { stating }: FillDocument,
  problem: RosterProblem,
  proposed: readonly ProposedShiftView[],
): RosterAssignment[] {
  const dayOf = new Map(problem.shifts.map(({ id, day }) => [id, day]));
  const given = proposed.map((shift) => ({
    personId: shift.assistantId,
    shift: shapeId({ ...shift, on: shift.on as Day }),
    day: daysBetween(stating.first.monday, shift.on as Day),
  }));
  const taken = new Set(given.map(({ personId, day }) => `${personId} ${day}`));
  const kept = problem.people
    .flatMap(keptShifts)
    .filter(({ personId, shift }) => !taken.has(`${personId} ${dayOf.get(shift)}`));
  return [...kept, ...given.map(({ personId, shift }) => ({ personId, shift }))];
}

/** What somebody works already. */
function keptShifts({ id, options }: RosterProblem["people"][number]) {
  return options.filter(({ shift }) => shift.startsWith(KEPT)).map(({ shift }) => ({ personId: id, shift }));
}

/** The week of a question that a day lies in. */
export function weekOf({ weeks }: FillQuestion, on: Day): Roster | undefined {
  return weeks.find(({ week }) => week === isoWeekOf(on));
}

type Context = {
  question: FillQuestion;
  stated: FillDocument;
  problem: RosterProblem;
  answer: Pick<Answer, "assignments">;
  shifts: readonly ProposedShift[];
};

function holeOf(context: Context, { demandId, from, to, missing }: Unmet): HoleView[] {
  const { question, stated, shifts } = context;
  const window = stated.windows.get(demandId);
  const week = window && weekOf(question, window.on);
  if (!window || !week) return [];
  const startMinute = window.startMinute + from - window.elapsedFrom;
  const hole = { roleId: window.roleId, on: window.on, startMinute, endMinute: startMinute + to - from };
  return [{ ...hole, missing, reasons: reasonsOf(context, week, hole, shifts) }];
}

/** What keeps the people of a week from some hours of a role, by reason; those who are left out of it aside. */
export function reasonsOf(
  context: Omit<Context, "shifts">,
  week: Roster,
  hole: Hole,
  proposed: readonly ProposedShiftView[],
  without: ReadonlySet<string> = new Set(),
): HoleView["reasons"] {
  const busy = withProposed(week, proposed).filter(({ on }) => on === hole.on);
  const people = week.people.filter(({ id }) => !without.has(id));
  const reasons = groupedBy(
    people.map((person) => ({ id: person.id, reason: reasonOf(context, person, week, hole, busy) })),
    ({ reason }) => reason,
  );
  return [...reasons]
    .map(([reason, people]) => ({
      reason: reason as HoleReason,
      assistantIds: people.slice(0, MOST_NAMED).map(({ id }) => id),
      count: people.length,
    }))
    .sort((a, b) => a.count - b.count);
}

/** Some hours of a role on a day. */
type Hole = Hours & { roleId: string; on: Day };

function reasonOf(
  { stated, problem, answer }: Omit<Context, "shifts">,
  person: RosterMember,
  { rules }: Roster,
  hole: Hole,
  busy: readonly (Hours & { assistantId: string | null })[],
): HoleReason {
  if (lackingSkill(person, [hole], rules.roles)) return "skill";
  const usual = person.usualHours.get(hole.on);
  if (hoursAway(person, hole.on).some((hours) => sharedHours(hours, hole))) return "away";
  if (!usual || !sharedHours(usual, hole) || !isEmployed(person, hole.on)) return "not_working";
  const isOut = wishesOn(person.wishes, hole.on).some(
    (wish) => wish.kind === "unavailable" && sharedHours(wish, hole),
  );
  if (isOut) return "unavailable";
  if (busy.some(({ assistantId }) => assistantId === person.id)) return "busy";
  const { first, elapsed } = stated.stating;
  const [from, to] = [elapsed(hole.on, hole.startMinute), elapsed(hole.on, hole.endMinute)];
  const day = daysBetween(first.monday, hole.on);
  const rule = ruleAgainst(problem, answer.assignments, person.id, { day, from, to });
  return rule ? heldRuleOf(rule) : "rules";
}

/** The shifts of a week as they are once a fill is kept. */
function withProposed({ shifts }: Pick<Roster, "shifts">, proposed: readonly ProposedShiftView[]) {
  const replaced = new Set(proposed.map(({ replacesId }) => replacesId));
  return [...plannedShifts(shifts).filter(({ id }) => !replaced.has(id)), ...proposed];
}

function isAgainstWish(question: FillQuestion, shift: ProposedShift): boolean {
  const person = weekOf(question, shift.on)?.people.find(({ id }) => id === shift.assistantId);
  return (
    person !== undefined &&
    wishesOn(person.wishes, shift.on).some((wish) => wish.kind === "rather_not" && sharedHours(wish, shift))
  );
}

function overContract(question: FillQuestion, shifts: readonly ProposedShift[]): number {
  return minutesByWeek(question, shifts).reduce(
    (sum, { planned, contract }) => sum + Math.max(0, planned - contract),
    0,
  );
}

/** What everybody works in each week once a fill is kept, beside their contract. */
function minutesByWeek({ weeks }: FillQuestion, shifts: readonly ProposedShift[]) {
  return weeks.flatMap(({ week, people, shifts: before }) => {
    const all = withProposed({ shifts: before }, shifts).filter(({ on }) => isoWeekOf(on as Day) === week);
    const byPerson = groupedBy(all, ({ assistantId }) => assistantId ?? "");
    return people.map(({ id, contractMinutes: contract }) => {
      const planned = (byPerson.get(id) ?? []).reduce((sum, shift) => sum + minutesOfShift(shift), 0);
      return { id, planned, contract };
    });
  });
}

/** Hours and turns of those who are given shifts. */
function hoursOfPeople(question: FillQuestion, shifts: readonly ProposedShift[]): FillResultView["people"] {
  const given = groupedBy(shifts, ({ assistantId }) => assistantId);
  const hours = groupedBy(minutesByWeek(question, shifts), ({ id }) => id);
  const unloved = new Set(question.weeks[0]?.roles.flatMap(({ id, isUnloved }) => (isUnloved ? [id] : [])));
  return [...given].map(([assistantId, own]) => {
    const weeks = hours.get(assistantId) ?? [];
    const turns = own.filter(({ work }) => work.some(({ roleId }) => unloved.has(roleId)));
    return {
      assistantId,
      plannedMinutes: weeks.reduce((sum, { planned }) => sum + planned, 0),
      contractMinutes: weeks.reduce((sum, { contract }) => sum + contract, 0),
      turns: turns.length,
      turnsBefore: question.turns.counts.get(assistantId) ?? 0,
    };
  });
}
