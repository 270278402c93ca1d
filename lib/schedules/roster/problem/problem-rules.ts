import { groupedBy } from "@/lib/groups";
import { duplicateId, faultAtPath, firstFault, type ProblemFault } from "@/lib/solver/problem-faults";
import { pinFault } from "./pin-rules";
import type { RosterProblem } from "./problem";
import { shiftsOf } from "./shifts";

type ShiftDoc = RosterProblem["shifts"][number];
type DemandDoc = RosterProblem["demand"][number];

/** The first rule a well-shaped document breaks: ids, stretches, days, work, demand, options, pins, prior; or null. */
export function findRosterFault(problem: RosterProblem): ProblemFault | null {
  return (
    duplicateId(problem.people, "people") ??
    duplicateId(problem.shifts, "shifts") ??
    duplicateId(problem.demand, "demand") ??
    duplicateId(problem.turns, "turns") ??
    firstFault(problem.shifts, (shift, index) => shiftFault(problem, shift, index)) ??
    firstFault(problem.demand, demandFault) ??
    overlapFault(problem.demand) ??
    firstFault(problem.people, (person, index) => personFault(problem, person, index)) ??
    firstFault(problem.turns, (turns, index) => turnsFault(problem, turns, index)) ??
    heldFault(problem, "pinned") ??
    heldFault(problem, "prior") ??
    pinFault(problem)
  );
}

function shiftFault(problem: RosterProblem, shift: ShiftDoc, index: number): ProblemFault | null {
  const path = ["shifts", index];
  if (shift.day >= problem.days) {
    return faultAtPath([...path, "day"], `lies beyond the last day (${problem.days - 1})`);
  }
  if (shift.from >= shift.to) return faultAtPath([...path, "from"], "must come before `to`");
  const inOrder = shift.work.map((_, place) => place).sort((a, b) => fromOf(shift, a) - fromOf(shift, b));
  let end = shift.from;
  return firstFault(inOrder, (place) => {
    const { from, to } = shift.work[place] as ShiftDoc["work"][number];
    const here = [...path, "work", place];
    if (from >= to) return faultAtPath([...here, "from"], "must come before `to`");
    if (from < shift.from || to > shift.to) return faultAtPath(here, "lies outside its shift");
    if (from < end) return faultAtPath(here, "overlaps other work of the same shift");
    end = to;
    return null;
  });
}

function fromOf(shift: ShiftDoc, place: number): number {
  return (shift.work[place] as ShiftDoc["work"][number]).from;
}

function demandFault(window: DemandDoc, index: number): ProblemFault | null {
  return window.from < window.to ? null : faultAtPath(["demand", index, "from"], "must come before `to`");
}

function overlapFault(demand: readonly DemandDoc[]): ProblemFault | null {
  const byRole = groupedBy(demand.keys(), (index) => (demand[index] as DemandDoc).role);
  for (const places of byRole.values()) {
    const windows = places.map((index) => ({ index, ...(demand[index] as DemandDoc) }));
    windows.sort((a, b) => a.from - b.from || a.index - b.index);
    for (const [place, window] of windows.entries()) {
      const before = windows[place - 1];
      if (!before || before.to <= window.from) continue;
      return faultAtPath(["demand", window.index], `overlaps "${before.id}", which asks for the same role`);
    }
  }
  return null;
}

function personFault(
  problem: RosterProblem,
  person: RosterProblem["people"][number],
  index: number,
): ProblemFault | null {
  const path = ["people", index];
  const seen = new Set<string>();
  return (
    firstFault(person.options, ({ shift }, place) => {
      const here = [...path, "options", place, "shift"];
      if (!shiftsOf(problem).has(shift)) return faultAtPath(here, `"${shift}" is not a shift`);
      if (seen.has(shift)) return faultAtPath(here, `"${shift}" is an option twice`);
      seen.add(shift);
      return null;
    }) ??
    firstFault(person.wants, (want, place) =>
      unknownShift(problem, want.shifts, [...path, "wants", place]),
    ) ??
    firstFault(person.most, (most, place) => unknownShift(problem, most.shifts, [...path, "most", place])) ??
    firstFault(person.hours, ({ from, to }, place) => {
      const here = [...path, "hours", place];
      if (from >= to) return faultAtPath([...here, "from"], "must come before `to`");
      if (to > problem.days)
        return faultAtPath([...here, "to"], `must not lie beyond the last day (${problem.days})`);
      return null;
    })
  );
}

function turnsFault(
  problem: RosterProblem,
  turns: RosterProblem["turns"][number],
  index: number,
): ProblemFault | null {
  const path = ["turns", index];
  const people = new Set(problem.people.map((person) => person.id));
  return (
    unknownShift(problem, turns.shifts, path) ??
    firstFault(Object.keys(turns.expected), (id) =>
      people.has(id) ? null : faultAtPath([...path, "expected", id], `"${id}" is not one of the people`),
    )
  );
}

function unknownShift(
  problem: RosterProblem,
  shifts: readonly string[],
  path: (string | number)[],
): ProblemFault | null {
  return firstFault(shifts, (shift, place) =>
    shiftsOf(problem).has(shift)
      ? null
      : faultAtPath([...path, "shifts", place], `"${shift}" is not a shift`),
  );
}

function heldFault(problem: RosterProblem, name: "pinned" | "prior"): ProblemFault | null {
  const people = new Set(problem.people.map((person) => person.id));
  const seen = new Set<string>();
  return firstFault(problem[name], ({ personId, shift }, index) => {
    const here = [name, index];
    if (!people.has(personId))
      return faultAtPath([...here, "personId"], `"${personId}" is not one of the people`);
    if (!shiftsOf(problem).has(shift)) return faultAtPath([...here, "shift"], `"${shift}" is not a shift`);
    const key = JSON.stringify([personId, shift]);
    if (seen.has(key)) return faultAtPath(here, "repeats an earlier entry");
    seen.add(key);
    return null;
  });
}
