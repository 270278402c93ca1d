import { int, item, num } from "@/lib/solver/arrays";
import { addColumn, addRow, emptyProgramme, type Programme } from "@/lib/solver/programme";
import type { OptionHolder, RosterChoice, RosterInstance } from "../problem/instance";
import { makeRosterState } from "../search/state";
import { addPersonRows } from "./person-rows";

/** Which part of a roster is free: these people, in the days [from, to); everything else stays. */
export type Scope = { people: readonly number[]; from: number; to: number };

/** What a programme lowers: unmet demand, the cost with no more unmet than `unmet`, or both at once. */
export type Goal = { kind: "unmet" } | { kind: "cost"; unmet: number } | { kind: "both" };

/** A roster as an integer programme, with the ways to lay a roster into it and to read one out of it. */
export type RosterProgramme = {
  programme: Programme;
  /** Added to the programme's value: what doesn't depend on it. */
  constant: number;
  startOf: (roster: RosterChoice) => Float64Array;
  read: (values: Float64Array) => RosterChoice;
};

/** How a column follows from a roster, so that a known roster is a starting point. */
export type Columns = {
  programme: Programme;
  add: (cost: number, upper: number, isIntegral: boolean, define: Defined) => number;
};

/** The value of a column in a roster with so many heads at each piece of demand. */
export type Defined = (roster: RosterChoice, heads: Int32Array) => number;

/** States a scope of a roster as an integer programme. */
export function buildRosterProgramme(
  instance: RosterInstance,
  roster: RosterChoice,
  scope: Scope,
  goal: Goal,
): RosterProgramme {
  const programme = emptyProgramme();
  const values: Defined[] = [];
  const columns: Columns = {
    programme,
    add: (cost, upper, isIntegral, define) => {
      values.push(define);
      return addColumn(programme, cost, upper, isIntegral);
    },
  };
  const costScale = goal.kind === "unmet" ? 0 : 1;
  let constant = 0;
  const works = new Map<number, Int32Array>();
  for (const place of scope.people) {
    const person = item(instance.people, place);
    const { own, fixed } = addPersonRows(columns, person, item(roster, place), scope, costScale);
    works.set(place, own);
    constant += fixed;
  }
  constant += addDemand(instance, roster, columns, works, goal);
  return {
    programme,
    constant,
    startOf: (known) => {
      const { heads } = makeRosterState(instance, known);
      return Float64Array.from(values, (define) => define(known, heads));
    },
    read: (found) =>
      roster.map((options, place) => {
        const own = works.get(place);
        return own ? readPerson(item(instance.people, place), own, found) : options;
      }),
  };
}

function readPerson(person: OptionHolder, own: Int32Array, found: Float64Array): Int32Array {
  const options = new Int32Array(person.dayStart.length - 1).fill(-1);
  for (const [day] of options.entries()) {
    for (let option = int(person.dayStart, day); option < int(person.dayStart, day + 1); option++) {
      if (num(found, int(own, option)) > 0.5) options[day] = option;
    }
  }
  return options;
}

// Rows of demand: heads + missing − surplus = need, for what the free people can serve; returns the rest's cost.
function addDemand(
  instance: RosterInstance,
  roster: RosterChoice,
  columns: Columns,
  works: Map<number, Int32Array>,
  goal: Goal,
): number {
  const terms: [number, number][][] = instance.pieces.map(() => []);
  for (const [place, own] of works) {
    for (const [option, pieces] of item(instance.people, place).pieces.entries()) {
      for (const piece of pieces) terms[piece]?.push([int(own, option), 1]);
    }
  }
  const others = makeRosterState(
    instance,
    roster.map((options, place) => (works.has(place) ? options.map(() => -1) : options)),
  );
  const { unmet, cost } = weightsOf(instance, goal);
  const misses: [number, number][] = [];
  let constant = 0;
  let unmetElsewhere = 0;
  for (const [place, piece] of instance.pieces.entries()) {
    const held = int(others.heads, place);
    const row = item(terms, place);
    const missing = Math.max(0, piece.need - held);
    if (row.length === 0) {
      unmetElsewhere += missing * piece.miss;
      constant += missing * piece.miss * unmet + Math.max(0, held - piece.need) * piece.surplus * cost;
      continue;
    }
    const full = [...row];
    if (missing > 0 && piece.miss > 0) {
      const column = columns.add(piece.miss * unmet, missing, false, (_, heads) =>
        Math.max(0, piece.need - int(heads, place)),
      );
      full.push([column, 1]);
      misses.push([column, piece.miss]);
    }
    if (piece.surplus > 0 && cost > 0) {
      const column = columns.add(piece.surplus * cost, Number.POSITIVE_INFINITY, false, (_, heads) =>
        Math.max(0, int(heads, place) - piece.need),
      );
      full.push([column, -1]);
      addRow(
        columns.programme,
        piece.miss > 0 ? piece.need - held : Number.NEGATIVE_INFINITY,
        piece.need - held,
        full,
      );
    } else if (missing > 0 && piece.miss > 0) {
      addRow(columns.programme, piece.need - held, Number.POSITIVE_INFINITY, full);
    }
  }
  if (goal.kind === "cost")
    addRow(columns.programme, Number.NEGATIVE_INFINITY, goal.unmet - unmetElsewhere, misses);
  return constant;
}

function weightsOf(instance: RosterInstance, goal: Goal): { unmet: number; cost: number } {
  if (goal.kind === "unmet") return { unmet: 1, cost: 0 };
  return goal.kind === "cost" ? { unmet: 0, cost: 1 } : { unmet: instance.unmetWeight, cost: 1 };
}
