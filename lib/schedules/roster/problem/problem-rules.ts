import { groupedBy } from "@/lib/groups";
import { pinFault } from "./pin-rules";
import type { RosterProblem } from "./problem";
import { shiftsOf } from "./shifts";

export type RosterFault = { path: (string | number)[]; message: string };

type ShiftDoc = RosterProblem["shifts"][number];
type DemandDoc = RosterProblem["demand"][number];

/** The first rule a well-shaped document breaks: ids, stretches, days, work, demand, options, pins, prior; or null. */
export function findRosterFault(problem: RosterProblem): RosterFault | null {
  return (
    duplicateId(problem.people, "people") ??
    duplicateId(problem.shifts, "shifts") ??
    duplicateId(problem.demand, "demand") ??
    duplicateId(problem.turns, "turns") ??
    firstOf(problem.shifts, (shift, index) => shiftFault(problem, shift, index)) ??
    firstOf(problem.demand, demandFault) ??
    overlapFault(problem.demand) ??
    firstOf(problem.people, (person, index) => personFault(problem, person, index)) ??
    firstOf(problem.turns, (turns, index) => turnsFault(problem, turns, index)) ??
    heldFault(problem, "pinned") ??
    heldFault(problem, "prior") ??
    pinFault(problem)
  );
}

/** A fault at a place of the document. */
export function faultIn(path: (string | number)[], message: string): RosterFault {
  return { path, message };
}

/** The first fault a check finds in a list; or null. */
export function firstOf<T>(
  list: readonly T[],
  check: (one: T, index: number) => RosterFault | null,
): RosterFault | null {
  for (const [index, one] of list.entries()) {
    const fault = check(one, index);
    if (fault) return fault;
  }
  return null;
}

function duplicateId(list: readonly { id: string }[], name: string): RosterFault | null {
  const seen = new Set<string>();
  return firstOf(list, (one, index) => {
    if (seen.has(one.id)) return faultIn([name, index, "id"], `"${one.id}" appears twice`);
    seen.add(one.id);
    return null;
  });
}

function shiftFault(problem: RosterProblem, shift: ShiftDoc, index: number): RosterFault | null {
  const path = ["shifts", index];
  if (shift.day >= problem.days) {
    return faultIn([...path, "day"], `lies beyond the last day (${problem.days - 1})`);
  }
  if (shift.from >= shift.to) return faultIn([...path, "from"], "must come before `to`");
  const inOrder = shift.work.map((_, place) => place).sort((a, b) => fromOf(shift, a) - fromOf(shift, b));
  let end = shift.from;
  return firstOf(inOrder, (place) => {
    const { from, to } = shift.work[place] as ShiftDoc["work"][number];
    const here = [...path, "work", place];
    if (from >= to) return faultIn([...here, "from"], "must come before `to`");
    if (from < shift.from || to > shift.to) return faultIn(here, "lies outside its shift");
    if (from < end) return faultIn(here, "overlaps other work of the same shift");
    end = to;
    return null;
  });
}

function fromOf(shift: ShiftDoc, place: number): number {
  return (shift.work[place] as ShiftDoc["work"][number]).from;
}

function demandFault(window: DemandDoc, index: number): RosterFault | null {
  return window.from < window.to ? null : faultIn(["demand", index, "from"], "must come before `to`");
}

function overlapFault(demand: readonly DemandDoc[]): RosterFault | null {
  const byRole = groupedBy(demand.keys(), (index) => (demand[index] as DemandDoc).role);
  for (const places of byRole.values()) {
    const windows = places.map((index) => ({ index, ...(demand[index] as DemandDoc) }));
    windows.sort((a, b) => a.from - b.from || a.index - b.index);
    for (const [place, window] of windows.entries()) {
      const before = windows[place - 1];
      if (!before || before.to <= window.from) continue;
      return faultIn(["demand", window.index], `overlaps "${before.id}", which asks for the same role`);
    }
  }
  return null;
}

function personFault(
  problem: RosterProblem,
  person: RosterProblem["people"][number],
  index: number,
): RosterFault | null {
  const path = ["people", index];
  const seen = new Set<string>();
  return (
    firstOf(person.options, ({ shift }, place) => {
      const here = [...path, "options", place, "shift"];
      if (!shiftsOf(problem).has(shift)) return faultIn(here, `"${shift}" is not a shift`);
      if (seen.has(shift)) return faultIn(here, `"${shift}" is an option twice`);
      seen.add(shift);
      return null;
    }) ??
    firstOf(person.wants, (want, place) => unknownShift(problem, want.shifts, [...path, "wants", place])) ??
    firstOf(person.most, (most, place) => unknownShift(problem, most.shifts, [...path, "most", place])) ??
    firstOf(person.hours, ({ from, to }, place) => {
      const here = [...path, "hours", place];
      if (from >= to) return faultIn([...here, "from"], "must come before `to`");
      if (to > problem.days)
        return faultIn([...here, "to"], `must not lie beyond the last day (${problem.days})`);
      return null;
    })
  );
}

function turnsFault(
  problem: RosterProblem,
  turns: RosterProblem["turns"][number],
  index: number,
): RosterFault | null {
  const path = ["turns", index];
  const people = new Set(problem.people.map((person) => person.id));
  return (
    unknownShift(problem, turns.shifts, path) ??
    firstOf(Object.keys(turns.expected), (id) =>
      people.has(id) ? null : faultIn([...path, "expected", id], `"${id}" is not one of the people`),
    )
  );
}

function unknownShift(
  problem: RosterProblem,
  shifts: readonly string[],
  path: (string | number)[],
): RosterFault | null {
  return firstOf(shifts, (shift, place) =>
    shiftsOf(problem).has(shift) ? null : faultIn([...path, "shifts", place], `"${shift}" is not a shift`),
  );
}

function heldFault(problem: RosterProblem, name: "pinned" | "prior"): RosterFault | null {
  const people = new Set(problem.people.map((person) => person.id));
  const seen = new Set<string>();
  return firstOf(problem[name], ({ personId, shift }, index) => {
    const here = [name, index];
    if (!people.has(personId))
      return faultIn([...here, "personId"], `"${personId}" is not one of the people`);
    if (!shiftsOf(problem).has(shift)) return faultIn([...here, "shift"], `"${shift}" is not a shift`);
    const key = JSON.stringify([personId, shift]);
    if (seen.has(key)) return faultIn(here, "repeats an earlier entry");
    seen.add(key);
    return null;
  });
}
