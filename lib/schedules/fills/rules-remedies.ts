import { ruleAgainst } from "@/lib/schedules/roster/explain";
import type { RosterProblem } from "@/lib/schedules/roster/problem/problem";
import type { RosterAssignment } from "@/lib/schedules/roster/result/roster-result";
import { plannedShifts, QUARTER } from "@/lib/schedules/week/rules";
import { hoursAway, isEmployed, lackingSkill } from "@/lib/schedules/week/rules-person";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { addDays, type Day, daysBetween } from "@/lib/time/day";
import { type Hours, isWithin, sharedHours } from "@/lib/time/hours";
import { cutShape, hoursTogether, lengthOfHours, longerShape } from "./rules-changed-shapes";
import { mayWork, optionsIn } from "./rules-options";
import type { FillDocument } from "./rules-problem";
import { heldRuleOf } from "./rules-read";
import { weekOf } from "./rules-result";
import { type Shape, wholeShape } from "./rules-shapes";
import type { ExtraShift, FillQuestion } from "./rules-stating";
import type { FillResultView, HoleRemedyView, HoleView, ProposedShiftView } from "./schema";

/** A change that might fill a hole: the shifts that it decides on, or all that a person could work once trained. */
export type RemedyCandidate = {
  remedy: Exclude<HoleRemedyView, { code: "one_less" }>;
  minutes: number;
  extras: ExtraShift[];
  /** Shifts of the document that the person may work besides. */
  options: string[];
};

export type HoleContext = {
  question: FillQuestion;
  stated: FillDocument;
  problem: RosterProblem;
  assignments: readonly RosterAssignment[];
  found: FillResultView;
  hole: HoleView;
};

const MOST_LONGER_MINUTES = 180;
const MOST_TRAINED = 6;

/** The changes worth trying for a hole, the smallest of each kind first. */
export function remedyCandidates(context: HoleContext): RemedyCandidate[] {
  const week = weekOf(context.question, context.hole.on as Day);
  if (!week) return [];
  const people = week.people.filter((person) => isThere(person, context.hole));
  const isAble = (person: RosterMember) => !lackingSkill(person, [context.hole], week.rules.roles);
  const changes = people
    .filter(isAble)
    .flatMap((person) => [
      ...longerDays(context, week, person),
      ...extraDays(context, week, person),
      ...movedDays(context, week, person),
    ]);
  const trained = people
    .filter((person) => !isAble(person))
    .flatMap((person) => trainings(context, week, person));
  const bySize = (a: RemedyCandidate, b: RemedyCandidate) => a.minutes - b.minutes;
  return [...changes.sort(bySize), ...trained.sort(bySize).slice(0, MOST_TRAINED)];
}

function isThere(person: RosterMember, hole: HoleView): boolean {
  const on = hole.on as Day;
  return isEmployed(person, on) && !hoursAway(person, on).some((hours) => sharedHours(hours, hole));
}

type DayNow = { shape: Shape; replacesId: string | null };

/** What somebody works on a day with the fill, where it may be changed: a proposed shift, or one draft that changes nothing published. */
function dayNow(
  { found }: HoleContext,
  { shifts }: Roster,
  personId: string,
  on: Day,
): DayNow | "fixed" | null {
  const proposed = found.shifts.find((shift) => shift.assistantId === personId && shift.on === on);
  if (proposed) return { shape: shapeOf(proposed), replacesId: proposed.replacesId };
  const planned = plannedShifts(shifts).filter((shift) => shift.assistantId === personId && shift.on === on);
  const [draft] = planned;
  if (!draft) return null;
  if (planned.length > 1 || draft.status !== "draft" || draft.supersedesId !== null || draft.isLocked)
    return "fixed";
  return { shape: shapeOf({ ...draft, work: [...draft.work] }), replacesId: draft.id };
}

function shapeOf(
  shift: Omit<ProposedShiftView, "assistantId" | "replacesId" | "on"> & { on: string },
): Shape {
  const { startMinute, endMinute, breakStartMinute, breakMinutes, work } = shift;
  return { on: shift.on as Day, startMinute, endMinute, breakStartMinute, breakMinutes, work: [...work] };
}

const ofPerson = ({ id }: RosterMember, { shape, replacesId }: DayNow): ExtraShift => ({
  assistantId: id,
  shape,
  replacesId,
});

function longerDays(context: HoleContext, week: Roster, person: RosterMember): RemedyCandidate[] {
  const { hole } = context;
  const on = hole.on as Day;
  const now = dayNow(context, week, person.id, on);
  const usual = person.usualHours.get(on);
  if (now === "fixed" || (!now && (!usual || isWithin(hole, usual)))) return [];
  const before: Hours = now?.shape ?? (usual as Hours);
  const hours = hoursTogether(before, hole);
  const minutes = hours.endMinute - hours.startMinute - (before.endMinute - before.startMinute);
  const longer = now ? longerShape(now.shape, hole) : wholeShape(on, hole, hole.roleId);
  if (minutes <= 0 || minutes > MOST_LONGER_MINUTES || !longer || !mayWork(longer, person, week)) return [];
  return [
    {
      remedy: { code: "longer_day", assistantId: person.id, on, ...hours },
      minutes,
      extras: [ofPerson(person, { shape: longer, replacesId: now?.replacesId ?? null })],
      options: [],
    },
  ];
}

function extraDays(context: HoleContext, week: Roster, person: RosterMember): RemedyCandidate[] {
  const { hole } = context;
  const on = hole.on as Day;
  const { startMinute, endMinute } = hole;
  const shape = wholeShape(on, hole, hole.roleId);
  const isFree = !person.usualHours.has(on) && dayNow(context, week, person.id, on) === null;
  if (!isFree || !mayWork(shape, person, week)) return [];
  return [
    {
      remedy: { code: "extra_day", assistantId: person.id, on, startMinute, endMinute },
      minutes: endMinute - startMinute,
      extras: [ofPerson(person, { shape, replacesId: null })],
      options: [],
    },
  ];
}

// Where only the rest before or after the hole is too short, that day begins later or ends earlier.
function movedDays(context: HoleContext, week: Roster, person: RosterMember): RemedyCandidate[] {
  const { hole, stated, problem, assignments } = context;
  const on = hole.on as Day;
  const { first, elapsed } = stated.stating;
  const [from, to] = [elapsed(on, hole.startMinute), elapsed(on, hole.endMinute)];
  const day = daysBetween(first.monday, on);
  const rule = ruleAgainst(problem, assignments, person.id, { day, from, to });
  const now = dayNow(context, week, person.id, on);
  if (!rule || heldRuleOf(rule) !== "rest" || now === "fixed") return [];
  const shape = now ? longerShape(now.shape, hole) : wholeShape(on, hole, hole.roleId);
  if (!shape || !mayWork(shape, person, week)) return [];
  const extra = ofPerson(person, { shape, replacesId: now?.replacesId ?? null });
  const rest = week.rules.policy.restMinutes;
  const [next, last] = [addDays(on, 1), addDays(on, -1)];
  const begin = Math.ceil((to + rest - elapsed(next, 0)) / QUARTER) * QUARTER;
  const end = Math.floor((from - rest - elapsed(last, 0)) / QUARTER) * QUARTER;
  const moves = [
    { code: "begin_later" as const, on: next, minute: begin, cut: { startMinute: begin } },
    { code: "end_earlier" as const, on: last, minute: end, cut: { endMinute: end } },
  ];
  return moves.flatMap(({ cut, ...move }): RemedyCandidate[] => {
    const other = dayNow(context, week, person.id, move.on);
    if (!other || other === "fixed") return [];
    const shorter = cutShape(other.shape, cut);
    if (!shorter) return [];
    const minutes = lengthOfHours(other.shape) - lengthOfHours(shorter);
    const extras = [extra, ofPerson(person, { ...other, shape: shorter })];
    return [{ remedy: { ...move, assistantId: person.id }, minutes, extras, options: [] }];
  });
}

function trainings(
  { question, stated, hole, found }: HoleContext,
  week: Roster,
  person: RosterMember,
): RemedyCandidate[] {
  const role = week.rules.roles.get(hole.roleId);
  const on = hole.on as Day;
  const usual = person.usualHours.get(on);
  if (!role?.dutyId || !usual || !isWithin(hole, usual)) return [];
  const { dutyId, minProficiency: level } = role;
  const taken = new Set(
    plannedShifts(week.shifts)
      .filter(({ assistantId }) => assistantId === person.id)
      .map((shift) => daysBetween(stated.stating.first.monday, shift.on)),
  );
  if (taken.has(daysBetween(stated.stating.first.monday, on))) return [];
  const skills = new Map(person.skills).set(dutyId, level);
  const options = question.weeks.flatMap((one) => {
    const member = one.people.find(({ id }) => id === person.id);
    return member ? optionsIn(stated.stating, one, { ...member, skills }, taken) : [];
  });
  return [
    {
      remedy: { code: "train", assistantId: person.id, on, dutyId, level },
      minutes:
        level -
        (person.skills.get(dutyId) ?? 0) +
        found.shifts.filter((one) => one.assistantId === person.id).length,
      extras: [],
      options: options.map(({ shift }) => shift),
    },
  ];
}
