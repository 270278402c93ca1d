import type { RosterDocument } from "@/lib/schedules/roster/problem/problem";
import type { DemandPiece } from "@/lib/schedules/week/rules-demand";
import type { Roster, RosterMember } from "@/lib/schedules/week/rules-roster";
import { addDays } from "@/lib/time/day";
import { optionsIn } from "./rules-options";
import { type KeptDay, keptDays, looseKey } from "./rules-planned";
import {
  beginStating,
  type ExtraShift,
  type FillQuestion,
  type PersonDocument,
  plannedBetween,
  type Stating,
  shiftOfShape,
} from "./rules-stating";
import { turnsByShare } from "./rules-turns";

/** A question as a document for the optimiser, and what its shifts and windows are. */
export type FillDocument = Pick<Stating, "shapes" | "loose"> & {
  stating: Stating;
  document: RosterDocument;
  windows: ReadonlyMap<string, DemandPiece & { elapsedFrom: number }>;
};

const RATES = { under: 1, over: 2 };
/** A roster knows the shifts of so many days before its week. */
const DAYS_BEFORE = 14;
const DROPPED_COST = 5_000;
const DEMAND_WEIGHT = 5;
const TURN_WEIGHTS: [number, number] = [120, 360];

/**
 * States the question: what is planned stays, nobody gets a second shift a day, and only days asked for are filled. A draft
 * of a day with executives may be shared: a part of it goes to a role that lacks people. Extra shifts are decided on already.
 */
export function fillDocument(question: FillQuestion, extras: readonly ExtraShift[] = []): FillDocument {
  const stating = beginStating(question);
  const { first, elapsed, needs, shapes, loose } = stating;
  const people = first.people.map((person) => statePerson(stating, person));
  const windows = new Map(
    [...needs.values()].flat().map((need) => {
      const id = `${need.roleId} ${need.on} ${need.startMinute}`;
      return [id, { ...need, elapsedFrom: elapsed(need.on, need.startMinute) }];
    }),
  );
  const document: RosterDocument = {
    days: 7 * question.weeks.length,
    people: people.map(({ doc }) => doc),
    shifts: [...stating.shifts.values()],
    demand: [...windows].map(([id, need]) => ({
      id,
      role: need.roleId,
      from: need.elapsedFrom,
      to: elapsed(need.on, need.endMinute),
      need: need.needed,
      weight: DEMAND_WEIGHT,
    })),
    turns: turnsOf(stating),
    pinned: people.flatMap(({ pinned }) => pinned),
  };
  return { stating, document: withExtras(stating, document, extras), shapes, windows, loose };
}

/** The document in which some shifts are decided on; each is pinned in the place of what is worked on its day. */
function withExtras(
  stating: Stating,
  document: RosterDocument,
  extras: readonly ExtraShift[],
): RosterDocument {
  if (extras.length === 0) return document;
  const pins = extras.map(({ assistantId, shape }) => ({
    personId: assistantId,
    shift: shiftOfShape(stating, shape).id,
  }));
  const drafts = new Map(
    stating.question.weeks.flatMap((week) => week.shifts.map((shift) => [shift.id, shift])),
  );
  for (const { assistantId, shape, replacesId } of extras) {
    const draft = drafts.get(replacesId ?? "");
    if (draft) stating.loose.set(looseKey(assistantId, shape.on), draft);
  }
  const shifts = [...stating.shifts.values()];
  const dayOf = new Map(shifts.map(({ id, day }) => [id, day]));
  const isReplaced = (pin: (typeof pins)[number]) =>
    pins.some((one) => one.personId === pin.personId && dayOf.get(one.shift) === dayOf.get(pin.shift));
  return {
    ...document,
    shifts,
    people: document.people.map((person) => withOptions(person, pins)),
    pinned: [...(document.pinned ?? []).filter((pin) => !isReplaced(pin)), ...pins],
  };
}

/** A person who may also work these of some shifts, at no cost. */
export function withOptions(
  person: PersonDocument,
  more: readonly { personId: string; shift: string }[],
): PersonDocument {
  const known = new Set(person.options?.map(({ shift }) => shift));
  const own = more.filter(({ personId, shift }) => personId === person.id && !known.has(shift));
  const added = [...new Set(own.map(({ shift }) => shift))].map((shift) => ({ shift, cost: 0 }));
  return added.length === 0 ? person : { ...person, options: [...(person.options ?? []), ...added] };
}

type StatedPerson = { doc: PersonDocument; pinned: { personId: string; shift: string }[] };

function statePerson(stating: Stating, { id }: RosterMember): StatedPerson {
  const { question, first } = stating;
  const { policy } = first.rules;
  const weeks = question.weeks.flatMap((week) => {
    const person = week.people.find((one) => one.id === id);
    return person ? [{ week, person }] : [];
  });
  const kept = weeks.flatMap(({ week, person }) => keptDays(stating, week, person));
  const taken = new Set(kept.map(({ shift }) => shift.day));
  const doc: PersonDocument = {
    id,
    options: [
      ...weeks.flatMap(({ week, person }) => optionsIn(stating, week, person, taken)),
      ...kept.flatMap(({ shift, shared }) => [{ shift: shift.id, cost: 0 }, ...shared]),
    ],
    wants: kept.filter(({ shared }) => shared.length > 0).map(staysWorked),
    hours: question.weeks.map((week, place) => hoursOf(week, id, place)),
    rest: policy.restMinutes,
    run: { min: 1, max: policy.daysInRow },
    before: beforeOf(stating, id),
  };
  const fixed = kept.filter(({ shared }) => shared.length === 0);
  return { doc, pinned: fixed.map(({ shift }) => ({ personId: id, shift: shift.id })) };
}

// A day that may be shared is worked one way or another.
function staysWorked({ shift, shared }: KeptDay) {
  return { shifts: [shift.id, ...shared.map((one) => one.shift)], cost: DROPPED_COST };
}

// Where shifts lie on the pattern each minute of one is taken from executives; else the contract is to be filled.
function hoursOf(
  week: Roster,
  personId: string,
  place: number,
): NonNullable<PersonDocument["hours"]>[number] {
  const { policy } = week.rules;
  const days = { from: 7 * place, to: 7 * place + 7 };
  const contract = week.people.find(({ id }) => id === personId)?.contractMinutes ?? 0;
  if (!policy.replacesPattern) return { ...days, max: policy.weekMinutes, over: RATES.under };
  const max = Math.min(policy.weekMinutes, contract + policy.overContractMinutes);
  return { ...days, max, target: contract, ...RATES };
}

/** How many days somebody has worked up to the first Monday, and how long they have rested by then. */
function beforeOf(stating: Stating, personId: string): NonNullable<PersonDocument["before"]> {
  const { first, elapsed } = stating;
  const around = { from: addDays(first.monday, -DAYS_BEFORE), to: addDays(first.monday, -1) };
  const own = plannedBetween(stating, first, personId, around);
  const days = new Set(own.map(({ on }) => on));
  let run = 0;
  while (days.has(addDays(first.monday, -run - 1))) run++;
  const last = Math.max(...own.map(({ on, endMinute }) => elapsed(on, endMinute)));
  return own.length > 0 ? { run, rested: Math.max(0, -last) } : { run: 0 };
}

// The turns that fall to each, less what they have done in the weeks before.
function turnsOf({ question, first, shifts }: Stating): NonNullable<RosterDocument["turns"]> {
  const { turns, weeks } = question;
  const unloved = new Set(first.roles.filter(({ isUnloved }) => isUnloved).map(({ id }) => id));
  const ofTurns = [...shifts.values()].filter(({ work = [] }) => work.some(({ role }) => unloved.has(role)));
  if (ofTurns.length === 0) return [];
  const days = new Set(ofTurns.map(({ day }) => day)).size;
  const expected = [...turnsByShare(first.people, turns, days)].map(([id, share]): [string, number] => {
    const due = share - (turns.counts.get(id) ?? 0);
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
