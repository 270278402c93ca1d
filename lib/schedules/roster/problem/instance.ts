import { int } from "@/lib/solver/arrays";
import { type Counter, makeCounters } from "./counters";
import type { PersonDoc, ShiftDoc } from "./person-rules";
import { layOutPieces, type NeedPiece } from "./pieces";
import type { RosterProblem } from "./problem";
import { shiftsOf } from "./shifts";

/** One person's options in the order of their days: those of day d lie in [dayStart[d], dayStart[d + 1]). */
export type OptionHolder = {
  place: number;
  shifts: ShiftDoc[];
  dayStart: Int32Array;
  from: Int32Array;
  to: Int32Array;
  /** What an option costs by itself. */
  cost: Float64Array;
  /** What is paid whatever is worked. */
  fixed: number;
  /** The option pinned to each day, or -1. */
  pin: Int32Array;
  rest: number;
  runMin: number;
  runMax: number;
  offMin: number;
  before: { run: number; earliest: number };
  counters: Counter[];
  /** The pieces of demand that each option serves. */
  pieces: Int32Array[];
};

export type RosterInstance = {
  days: number;
  people: OptionHolder[];
  pieces: NeedPiece[];
  /** What a unit of unmet demand weighs beside a unit of cost. */
  unmetWeight: number;
  demandFirst: boolean;
};

/** Who works what: for each person, the option of each day, or -1. */
export type RosterChoice = Int32Array[];

/** Lays a problem out in typed arrays; demand is cut wherever a shift's work begins or ends, equal pieces are one. */
export function buildRosterInstance(problem: RosterProblem): RosterInstance {
  const shifts = shiftsOf(problem);
  const { pieces, piecesOf } = layOutPieces(problem);
  const people = problem.people.map((person, place) =>
    layOutPerson(problem, person, place, shifts, piecesOf),
  );
  const worst = people.reduce((sum, person) => sum + dearest(person), 0) + surplusAtMost(people, pieces);
  return {
    days: problem.days,
    people,
    pieces,
    unmetWeight: problem.demandFirst ? worst + 1 : 1,
    demandFirst: problem.demandFirst,
  };
}

function layOutPerson(
  problem: RosterProblem,
  person: PersonDoc,
  place: number,
  shifts: Map<string, ShiftDoc>,
  piecesOf: Map<string, Int32Array>,
): OptionHolder {
  const options = person.options
    .map(({ shift, cost }) => ({ shift: shifts.get(shift) as ShiftDoc, cost }))
    .sort((a, b) => a.shift.day - b.shift.day || a.shift.from - b.shift.from || a.shift.to - b.shift.to);
  const docs = options.map(({ shift }) => shift);
  const prior = idsHeld(problem.prior, person.id);
  const { change } = problem.weights;
  return {
    place,
    shifts: docs,
    dayStart: dayStarts(docs, problem.days),
    from: Int32Array.from(docs, ({ from }) => from),
    to: Int32Array.from(docs, ({ to }) => to),
    cost: Float64Array.from(options, ({ shift, cost }) => cost - (prior.has(shift.id) ? change : 0)),
    fixed: prior.size * change,
    pin: pinsOf(docs, idsHeld(problem.pinned, person.id), problem.days),
    rest: person.rest,
    runMin: Math.max(1, person.run.min),
    runMax: person.run.max,
    offMin: Math.max(1, person.off.min),
    before: {
      run: person.before?.run ?? 0,
      earliest: person.before ? Math.max(0, person.rest - person.before.rested) : 0,
    },
    counters: makeCounters(problem, person, docs),
    pieces: docs.map(({ id }) => piecesOf.get(id) as Int32Array),
  };
}

function idsHeld(held: RosterProblem["prior"], personId: string): Set<string> {
  return new Set(held.filter((one) => one.personId === personId).map(({ shift }) => shift));
}

function dayStarts(docs: readonly ShiftDoc[], days: number): Int32Array {
  const starts = new Int32Array(days + 1);
  for (const { day } of docs) starts[day + 1] = int(starts, day + 1) + 1;
  for (let day = 0; day < days; day++) starts[day + 1] = int(starts, day + 1) + int(starts, day);
  return starts;
}

function pinsOf(docs: readonly ShiftDoc[], pinned: Set<string>, days: number): Int32Array {
  const pin = new Int32Array(days).fill(-1);
  for (const [option, { id, day }] of docs.entries()) if (pinned.has(id)) pin[day] = option;
  return pin;
}

// Above every possible cost of one person, so that one unit of unmet demand outweighs any saving.
function dearest(person: OptionHolder): number {
  const days = person.dayStart.length - 1;
  let worst = person.fixed + person.counters.reduce((sum, { cost }) => sum + Math.max(...cost), 0);
  for (let day = 0; day < days; day++) {
    let most = 0;
    for (let option = int(person.dayStart, day); option < int(person.dayStart, day + 1); option++) {
      most = Math.max(most, person.cost[option] as number);
    }
    worst += most;
  }
  return worst;
}

function surplusAtMost(people: readonly OptionHolder[], pieces: readonly NeedPiece[]): number {
  const reach = new Int32Array(pieces.length);
  for (const person of people) {
    const own = new Set(person.pieces.flatMap((list) => [...list]));
    for (const piece of own) reach[piece] = int(reach, piece) + 1;
  }
  return pieces.reduce((sum, piece, place) => sum + piece.surplus * int(reach, place), 0);
}
