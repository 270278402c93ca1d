import type { RosterDocument } from "@/lib/schedules/roster/problem/problem";
import { hoursAtWork, type PlannedShift, plannedShifts } from "@/lib/schedules/week/rules";
import { type DemandPiece, demandPieces, windowsOn } from "@/lib/schedules/week/rules-demand";
import { hoursAway, isEmployed, lackingSkill } from "@/lib/schedules/week/rules-person";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { wishesOn } from "@/lib/schedules/wishes/rules";
import { addDays, type Day, daysBetween, daysFrom } from "@/lib/time/day";
import { DAY_MINUTES, type Hours, isWithin, minutesOf, sharedHours, withoutHours } from "@/lib/time/hours";
import { hoursOfStretchOn } from "@/lib/time/stretch";
import { instantIn } from "@/lib/time/zone";
import {
  type Shape,
  type ShapeTemplate,
  shapeId,
  shapesOf,
  sharedDays,
  workWithoutBreak,
} from "./rules-shapes";

/** What is asked: which days of whole weeks are to be filled, and all that decides it. */
export type FillQuestion = {
  weeks: readonly Roster[];
  from: Day;
  to: Day;
  templates: readonly ShapeTemplate[];
  /** Published turns at unloved roles before these weeks, by person. */
  turns: ReadonlyMap<string, number>;
};

/** A question as a document for the optimiser, and what its shifts and windows are. */
export type FillDocument = {
  document: RosterDocument;
  shapes: ReadonlyMap<string, Shape>;
  windows: ReadonlyMap<string, DemandPiece & { elapsedFrom: number }>;
  /** Drafts that may be shared with a role, by person and day. */
  loose: ReadonlyMap<string, PlannedShift>;
};

/** The key of somebody's draft of a day. */
export function looseKey(personId: string, on: Day): string {
  return `${personId} ${on}`;
}

type PersonDoc = RosterDocument["people"][number];
type ShiftDoc = RosterDocument["shifts"][number];

/** How the ids of what people work already begin. */
export const KEPT = "kept ";

const COSTS = { usual: 10, gladly: 0, ratherNot: 200, leaveAsked: 100, dropped: 5_000 };
const RATES = { under: 1, over: 2 };
const DEMAND_WEIGHT = 5;
const TURN_WEIGHTS: [number, number] = [120, 360];

/**
 * States the question: what is planned stays, nobody gets a second shift a day, and only days asked for are filled. A draft
 * of a day with executives may be shared: a part of it goes to a role that lacks people.
 */
export function fillDocument(question: FillQuestion): FillDocument {
  const [first] = question.weeks;
  if (!first) throw new Error("a fill without weeks");
  const elapsed = elapsedFrom(first);
  const shifts = new Map<string, ShiftDoc>();
  const shapes = new Map<string, Shape>();
  const needs = needsByDay(question);
  const loose = new Map<string, PlannedShift>();
  const people = first.people.map((person) =>
    personOf(question, person, { elapsed, shifts, shapes, needs, loose }),
  );
  const windows = new Map(
    [...needs.values()].flat().map((need) => {
      const id = `${need.roleId} ${need.on} ${need.startMinute}`;
      return [id, { ...need, elapsedFrom: elapsed(need.on, need.startMinute) }];
    }),
  );
  const document: RosterDocument = {
    days: 7 * question.weeks.length,
    people: people.map(({ doc }) => doc),
    shifts: [...shifts.values()],
    demand: [...windows].map(([id, need]) => ({
      id,
      role: need.roleId,
      from: need.elapsedFrom,
      to: elapsed(need.on, need.endMinute),
      need: need.needed,
      weight: DEMAND_WEIGHT,
    })),
    turns: turnsOf(question, first, [...shifts.values()]),
    pinned: people.flatMap(({ pinned }) => pinned),
  };
  return { document, shapes, windows, loose };
}

/** Minutes that really elapse from the first Monday's midnight. */
function elapsedFrom({ monday, rules }: Roster): (on: Day, minute: number) => number {
  const zero = instantIn(rules.timeZone, monday, 0).getTime();
  const midnights = new Map<Day, number>();
  return (on, minute) => {
    const known = midnights.get(on);
    if (known !== undefined) return known + minute;
    // The clock of a day counts from its noon: a change of clocks lies before that.
    const noon = instantIn(rules.timeZone, on, DAY_MINUTES / 2).getTime();
    const midnight = (noon - zero) / 60_000 - DAY_MINUTES / 2;
    midnights.set(on, midnight);
    return midnight + minute;
  };
}

function needsByDay({ weeks }: FillQuestion): Map<Day, DemandPiece[]> {
  return new Map(
    weeks.flatMap(({ monday, demand, roles, rules }) =>
      daysFrom(monday, addDays(monday, 6)).map((on): [Day, DemandPiece[]] => [
        on,
        roles
          .filter(({ isRetired }) => !isRetired)
          .flatMap(({ id }) => {
            const windows = windowsOn(demand, id, on, rules.daysOff.has(on));
            return demandPieces(on, id, windows, { planned: [], published: [] }, () => []);
          }),
      ]),
    ),
  );
}

type Sink = {
  elapsed: (on: Day, minute: number) => number;
  shifts: Map<string, ShiftDoc>;
  shapes: Map<string, Shape>;
  needs: ReadonlyMap<Day, readonly DemandPiece[]>;
  loose: Map<string, PlannedShift>;
};

function personOf(
  question: FillQuestion,
  member: RosterMember,
  sink: Sink,
): { doc: PersonDoc; pinned: { personId: string; shift: string }[] } {
  const [first] = question.weeks as [Roster, ...Roster[]];
  const { policy } = first.rules;
  const kept = keptDays(question, member, sink);
  const options = question.weeks.flatMap((week) => {
    const person = week.people.find(({ id }) => id === member.id);
    return person ? optionsIn(question, week, person, sink, new Set(kept.map(({ day }) => day))) : [];
  });
  const shared = kept.map((one) => sharedOf(question, member, one, sink));
  const doc: PersonDoc = {
    id: member.id,
    options: [...options, ...kept.map(({ id }) => ({ shift: id, cost: 0 })), ...shared.flat()],
    wants: kept.flatMap(({ id }, place) =>
      shared[place]?.length
        ? [{ shifts: [id, ...shared[place].map((one) => one.shift)], cost: COSTS.dropped }]
        : [],
    ),
    hours: question.weeks.map((week, place) => hoursOf(week, member.id, place)),
    rest: policy.restMinutes,
    run: { min: 1, max: policy.daysInRow },
    before: beforeOf(first, member, sink),
  };
  const pinned = kept.filter((_, place) => !shared[place]?.length);
  return { doc, pinned: pinned.map(({ id }) => ({ personId: member.id, shift: id })) };
}

/** The ways in which a draft of a day with executives may be shared with a role; none where it is no such draft. */
function sharedOf(
  { weeks, from, to }: FillQuestion,
  member: RosterMember,
  kept: ShiftDoc,
  { elapsed, shifts, shapes, needs, loose }: Sink,
): NonNullable<PersonDoc["options"]> {
  const [first] = weeks as [Roster, ...Roster[]];
  const on = addDays(first.monday, kept.day);
  const week = weeks.find(({ monday }) => on >= monday && on <= addDays(monday, 6));
  const draft = week && looseDraft(week, member.id, on);
  if (!week || !draft || on < from || on > to) return [];
  const able = (needs.get(on) ?? []).filter((need) => !lackingSkill(member, [need], week.rules.roles));
  const days = sharedDays({ ...draft, work: [...draft.work] }, able).filter((shape) =>
    isAllowed(shape, member, week),
  );
  if (days.length > 0) loose.set(looseKey(member.id, on), draft);
  return days.map((shape) => {
    const doc = shapeDoc(shape, kept.day, elapsed);
    shifts.set(doc.id, doc);
    shapes.set(doc.id, shape);
    return { shift: doc.id, cost: costOf(shape, member) };
  });
}

// Somebody's only shift of a day, a draft of one role with executives that changes nothing published.
function looseDraft({ shifts, roles }: Roster, personId: string, on: Day): PlannedShift | null {
  const ofDay = shifts.filter((shift) => shift.assistantId === personId && shift.on === on);
  const [draft] = ofDay;
  if (ofDay.length !== 1 || draft?.status !== "draft" || draft.supersedesId !== null) return null;
  const role = roles.find(({ id }) => id === draft.work[0]?.roleId);
  return draft.work.length === 1 && role?.isWithExecutives ? draft : null;
}

// Where shifts lie on the pattern each minute of one is taken from executives; else the contract is to be filled.
function hoursOf(week: Roster, personId: string, place: number): NonNullable<PersonDoc["hours"]>[number] {
  const { policy } = week.rules;
  const days = { from: 7 * place, to: 7 * place + 7 };
  const contract = week.people.find(({ id }) => id === personId)?.contractMinutes ?? 0;
  if (!policy.replacesPattern) return { ...days, max: policy.weekMinutes, over: RATES.under };
  const max = Math.min(policy.weekMinutes, contract + policy.overContractMinutes);
  return { ...days, max, target: contract, ...RATES };
}

/** What somebody works already, a day at a time, without what an absence calls off: it stays. */
function keptDays({ weeks }: FillQuestion, member: RosterMember, sink: Sink): ShiftDoc[] {
  const [first] = weeks as [Roster, ...Roster[]];
  return weeks.flatMap((week) => {
    const own = plannedShifts(week.shifts).filter(
      ({ assistantId, on }) =>
        assistantId === member.id && on >= week.monday && on <= addDays(week.monday, 6),
    );
    const person = week.people.find(({ id }) => id === member.id) ?? member;
    return [...new Set(own.map(({ on }) => on))].map((on) => {
      const ofDay = own.filter((shift) => shift.on === on);
      const doc = keptDoc(
        `kept ${member.id} ${on}`,
        daysBetween(first.monday, on),
        ofDay,
        person,
        sink.elapsed,
      );
      sink.shifts.set(doc.id, doc);
      return doc;
    });
  });
}

function keptDoc(
  id: string,
  day: number,
  shifts: readonly PlannedShift[],
  person: RosterMember,
  elapsed: Sink["elapsed"],
): ShiftDoc {
  const on = shifts[0]?.on as Day;
  const away = hoursAway(person, on);
  const work = shifts.flatMap(workWithoutBreak).flatMap(({ roleId, ...hours }) =>
    away
      .reduce<Hours[]>((left, cut) => left.flatMap((one) => withoutHours(one, cut)), [hours])
      .map((left) => ({
        role: roleId,
        from: elapsed(on, left.startMinute),
        to: elapsed(on, left.endMinute),
      })),
  );
  const hours = shifts.flatMap(hoursAtWork);
  return {
    id,
    day,
    from: elapsed(on, Math.min(...shifts.map(({ startMinute }) => startMinute))),
    to: elapsed(on, Math.max(...shifts.map(({ endMinute }) => endMinute))),
    minutes: minutesOf(hours),
    work,
  };
}

function optionsIn(
  { from, to, templates, weeks }: FillQuestion,
  week: Roster,
  person: RosterMember,
  { elapsed, shifts, shapes, needs }: Sink,
  taken: ReadonlySet<number>,
): NonNullable<PersonDoc["options"]> {
  const [first] = weeks as [Roster, ...Roster[]];
  const withExecutives = week.rules.policy.replacesPattern
    ? (week.roles.find((role) => role.isWithExecutives && !role.isRetired)?.id ?? null)
    : null;
  return [...person.usualHours].flatMap(([on, usual]) => {
    const day = daysBetween(first.monday, on);
    if (on < from || on > to || taken.has(day) || !isEmployed(person, on)) return [];
    const isAble = (work: readonly { roleId: string }[]) => !lackingSkill(person, work, week.rules.roles);
    const own = (needs.get(on) ?? []).filter((need) => isAble([need]));
    const usable = templates.filter(({ work }) => isAble(work));
    return shapesOf({ on, usual, needs: own, templates: usable, withExecutives })
      .filter((shape) => isAllowed(shape, person, week))
      .map((shape) => {
        const doc = shapeDoc(shape, day, elapsed);
        shifts.set(doc.id, doc);
        shapes.set(doc.id, shape);
        return { shift: doc.id, cost: costOf(shape, person) };
      });
  });
}

function isAllowed(shape: Shape, person: RosterMember, { rules: { policy } }: Roster): boolean {
  const isOut = wishesOn(person.wishes, shape.on).some(
    (wish) => wish.kind === "unavailable" && sharedHours(wish, shape),
  );
  const isAway = hoursAway(person, shape.on).some((hours) => sharedHours(hours, shape));
  const minutes = minutesOf(hoursAtWork(shape));
  return (
    !isOut &&
    !isAway &&
    minutes <= policy.dayMinutes &&
    shape.endMinute - shape.startMinute <= policy.daySpanMinutes
  );
}

function costOf(shape: Shape, person: RosterMember): number {
  const wishes = wishesOn(person.wishes, shape.on).filter((wish) => sharedHours(wish, shape));
  const asked = person.absences.some((absence) => {
    const hours = absence.isApproved ? null : hoursOfStretchOn(absence, shape.on);
    return hours && sharedHours(hours, shape);
  });
  const isGlad = wishes.some((wish) => wish.kind === "gladly" && isWithin(shape, wish));
  const own = wishes.some(({ kind }) => kind === "rather_not")
    ? COSTS.ratherNot
    : isGlad
      ? COSTS.gladly
      : COSTS.usual;
  return own + (asked ? COSTS.leaveAsked : 0);
}

// Equal shapes of a day are one shift of the document, whoever works it.
function shapeDoc(shape: Shape, day: number, elapsed: Sink["elapsed"]): ShiftDoc {
  const { on } = shape;
  const work = workWithoutBreak(shape);
  return {
    id: shapeId(shape),
    day,
    from: elapsed(on, shape.startMinute),
    to: elapsed(on, shape.endMinute),
    minutes: minutesOf(hoursAtWork(shape)),
    work: work.map(({ roleId, startMinute, endMinute }) => ({
      role: roleId,
      from: elapsed(on, startMinute),
      to: elapsed(on, endMinute),
    })),
  };
}

/** How many days somebody has worked up to the first Monday, and how long they have rested by then. */
function beforeOf(first: Roster, member: RosterMember, { elapsed }: Sink): NonNullable<PersonDoc["before"]> {
  const own = plannedShifts(first.shifts).filter(
    ({ assistantId, on }) => assistantId === member.id && on < first.monday,
  );
  const days = new Set(own.map(({ on }) => on));
  let run = 0;
  while (days.has(addDays(first.monday, -run - 1))) run++;
  const last = Math.max(...own.map(({ on, endMinute }) => elapsed(on, endMinute)));
  return own.length > 0 ? { run, rested: Math.max(0, -last) } : { run: 0 };
}

// The share of turns that falls to each, by their hours, less what they have done in the weeks before.
function turnsOf(
  { turns, weeks }: FillQuestion,
  first: Roster,
  shifts: readonly ShiftDoc[],
): NonNullable<RosterDocument["turns"]> {
  const unloved = new Set(first.roles.filter(({ isUnloved }) => isUnloved).map(({ id }) => id));
  const ofTurns = shifts.filter(({ work = [] }) => work.some(({ role }) => unloved.has(role)));
  if (ofTurns.length === 0) return [];
  const days = new Set(ofTurns.map(({ day }) => day)).size;
  const shares = first.people.map(({ id, ftePercent }) => ({ id, share: ftePercent }));
  const whole = shares.reduce((sum, { share }) => sum + share, 0);
  const done = [...turns.values()].reduce((sum, count) => sum + count, 0);
  const expected = shares.map(({ id, share }): [string, number] => {
    const due = ((done + days) * share) / Math.max(1, whole) - (turns.get(id) ?? 0);
    return [id, Math.min(7 * weeks.length, Math.max(0, Math.ceil(due)))];
  });
  return [
    {
      id: "unloved",
      shifts: ofTurns.map(({ id }) => id),
      expected: Object.fromEntries(expected),
      weights: TURN_WEIGHTS,
    },
  ];
}
