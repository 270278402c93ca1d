import { int, item } from "@/lib/solver/arrays";
import { buildRosterInstance, type OptionHolder, type RosterInstance } from "./problem/instance";
import { brokenRules } from "./problem/person-rules";
import type { RosterProblem } from "./problem/problem";
import { shiftsOf } from "./problem/shifts";
import { recount, workedBy } from "./result/recount";
import type { RosterAssignment, RosterScore, Unmet } from "./result/roster-result";
import { makeScheduler } from "./search/best-schedule";
import { makeRosterState, pricesBeside, type State, scoreOf, setSchedule } from "./search/state";

/** Another roster of the same document: who works what, who is missing then, and what it costs. */
export type RosterTrial = { assignments: RosterAssignment[]; unmet: Unmet[]; score: RosterScore };

/** Who is arranged anew, one after the other; who must work which shifts, even in the place of what is pinned; and the options nobody may use. */
export type RosterChange = {
  people: readonly string[];
  force: readonly RosterAssignment[];
  isBarred: (personId: string, shift: string) => boolean;
};

/** Tries a change of a roster: the best roster found with it, or null where somebody's rules allow none. */
export type RosterTry = (change: RosterChange) => RosterTrial | null;

/** States a day that are looked at for one person: few, or all where few lead nowhere. */
const WIDTHS = [50, 200_000];
/** So many people are arranged anew after those whom a change is about. */
const MOST_REPAIRED = 12;
const BARRED_COST = 1e12;
const OFF = -1;

/**
 * Lays a roster out to try changes of it. Whom a change is about gets their best days beside everybody else's, then those who
 * could serve where people are missing. A better roster may exist, but what is found keeps the rules of everybody.
 */
export function makeRosterTry(problem: RosterProblem, assignments: readonly RosterAssignment[]): RosterTry {
  const instance = buildRosterInstance(problem);
  const roster = rosterOf(problem, instance, assignments);
  return (change) => {
    const state = makeRosterState(instance, roster);
    const idOf = ({ place }: OptionHolder) => item(problem.people, place).id;
    const arrange = (person: OptionHolder) => arrangeAnew(state, person, idOf(person), change);
    const first = change.people.flatMap((id) => instance.people.filter((person) => idOf(person) === id));
    const barred = instance.people.filter((person) => worksBarred(state, person, idOf(person), change));
    const concerned = [...new Set([...first, ...barred])];
    for (const { place } of concerned) clear(state, place);
    for (const person of concerned) if (!arrange(person)) return null;
    const others = whoCouldServe(state).filter((person) => !concerned.includes(person));
    for (const person of others.slice(0, MOST_REPAIRED)) {
      const before = item(state.roster, person.place);
      const { value } = scoreOf(state);
      if (!arrange(person) || scoreOf(state).value > value) setSchedule(state, person.place, before);
    }
    return trialOf(problem, state);
  };
}

function rosterOf(
  problem: RosterProblem,
  { people, days }: RosterInstance,
  assignments: readonly RosterAssignment[],
): Int32Array[] {
  const worked = workedBy(problem, assignments);
  return problem.people.map(({ id }, place) => {
    const options = new Int32Array(days).fill(OFF);
    for (const shift of worked.get(id) ?? []) {
      options[shift.day] = item(people, place).shifts.findIndex((one) => one.id === shift.id);
    }
    return options;
  });
}

function worksBarred(
  { roster }: State,
  person: OptionHolder,
  id: string,
  { isBarred }: RosterChange,
): boolean {
  return item(roster, person.place).some(
    (option) => option !== OFF && isBarred(id, item(person.shifts, option).id),
  );
}

function arrangeAnew(
  state: State,
  person: OptionHolder,
  id: string,
  { force, isBarred }: RosterChange,
): boolean {
  clear(state, person.place);
  const pin = person.pin.slice();
  for (const { shift } of force.filter(({ personId }) => personId === id)) {
    const option = person.shifts.findIndex((one) => one.id === shift);
    if (option === OFF) return false;
    pin[item(person.shifts, option).day] = option;
  }
  const prices = pricesBeside(state, person);
  for (const [option, { id: shift, day }] of person.shifts.entries()) {
    if (int(pin, day) !== option && isBarred(id, shift)) prices[option] = BARRED_COST;
  }
  for (const width of WIDTHS) {
    const found = makeScheduler({ ...person, pin }, state.instance.days, width)(prices);
    if (!found || found.cost >= BARRED_COST) continue;
    setSchedule(state, person.place, found.options);
    return true;
  }
  return false;
}

function clear(state: State, place: number) {
  setSchedule(state, place, new Int32Array(state.instance.days).fill(OFF));
}

function whoCouldServe({ instance, heads }: State): OptionHolder[] {
  const short = new Set(
    instance.pieces.flatMap(({ need }, piece) => (int(heads, piece) < need ? [piece] : [])),
  );
  if (short.size === 0) return [];
  return instance.people.filter(({ pieces }) =>
    pieces.some((list) => list.some((piece) => short.has(piece))),
  );
}

function trialOf(problem: RosterProblem, { instance, roster }: State): RosterTrial {
  const assignments = instance.people.flatMap((person) =>
    [...item(roster, person.place)].flatMap((option) =>
      option === OFF
        ? []
        : [{ personId: item(problem.people, person.place).id, shift: item(person.shifts, option).id }],
    ),
  );
  return { assignments, ...recount(problem, assignments) };
}

/** Which rule keeps a person from working at some time beside what they work: its path, or null for none. */
export function ruleAgainst(
  problem: RosterProblem,
  assignments: readonly RosterAssignment[],
  personId: string,
  hours: { day: number; from: number; to: number },
): (string | number)[] | null {
  const person = problem.people.find(({ id }) => id === personId);
  if (!person) return null;
  const own = assignments.flatMap((one) => {
    const shift = one.personId === personId ? shiftsOf(problem).get(one.shift) : undefined;
    return shift && shift.day !== hours.day ? [shift] : [];
  });
  const asked = { id: "", ...hours, minutes: hours.to - hours.from, work: [] };
  const worked = [...own, asked].sort((a, b) => a.day - b.day);
  return brokenRules(person, problem.days, worked).find(({ mayMend }) => !mayMend)?.path ?? null;
}
