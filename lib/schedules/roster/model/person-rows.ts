import { int, item, num } from "@/lib/solver/arrays";
import { addRow } from "@/lib/solver/programme";
import type { Counter } from "../problem/counters";
import type { OptionHolder, RosterChoice } from "../problem/instance";
import type { Columns, Scope } from "./programme";

const INFINITE = Number.POSITIVE_INFINITY;

/**
 * Adds one person's columns and rules; days outside the scope stay as they are. Returns the column of each option and
 * what is paid whatever is worked.
 */
export function addPersonRows(
  columns: Columns,
  person: OptionHolder,
  current: Int32Array,
  scope: Scope,
  costScale: number,
): { own: Int32Array; fixed: number } {
  const { programme } = columns;
  const days = person.dayStart.length - 1;
  const own = Int32Array.from(person.from, (_, option) =>
    columns.add(costScale * num(person.cost, option), 1, true, (roster) =>
      item(roster, person.place).includes(option) ? 1 : 0,
    ),
  );
  const on = Int32Array.from({ length: days }, (_, day) =>
    columns.add(0, 1, false, (roster) => (int(item(roster, person.place), day) >= 0 ? 1 : 0)),
  );
  for (let day = 0; day < days; day++) {
    const options = range(int(person.dayStart, day), int(person.dayStart, day + 1));
    addRow(programme, 0, 0, [
      ...options.map((option): [number, number] => [int(own, option), 1]),
      [int(on, day), -1],
    ]);
    const isFree = day >= scope.from && day < scope.to && int(person.pin, day) < 0;
    const held = isFree ? -1 : int(person.pin, day) >= 0 ? int(person.pin, day) : int(current, day);
    for (const option of options) {
      const column = int(own, option);
      if (!isFree) programme.lower[column] = programme.upper[column] = option === held ? 1 : 0;
      if (day === 0 && int(person.from, option) < person.before.earliest) programme.upper[column] = 0;
    }
    if (!isFree) programme.lower[int(on, day)] = programme.upper[int(on, day)] = held >= 0 ? 1 : 0;
  }
  addRest(columns, person, own);
  addRuns(columns, person, on);
  const fixed = person.counters.reduce(
    (sum, counter) => sum + addCounter(columns, person, counter, { own, on }, costScale),
    costScale * person.fixed,
  );
  return { own, fixed };
}

// One clique a later day's start: whoever ends too late for it, and whatever begins no later.
function addRest({ programme }: Columns, person: OptionHolder, own: Int32Array) {
  const days = person.dayStart.length - 1;
  const optionsOf = (day: number) => range(int(person.dayStart, day), int(person.dayStart, day + 1));
  const earliest = earliestStarts(person, days);
  for (let day = 0; day < days; day++) {
    const latest = Math.max(...optionsOf(day).map((option) => int(person.to, option) + person.rest));
    for (let next = day + 1; next < days && num(earliest, next) < latest; next++) {
      for (const start of new Set(optionsOf(next).map((option) => int(person.from, option)))) {
        const before = optionsOf(day).filter((option) => int(person.to, option) + person.rest > start);
        if (before.length === 0) continue;
        const after = optionsOf(next).filter((option) => int(person.from, option) <= start);
        const clique = [...before, ...after].map((option): [number, number] => [int(own, option), 1]);
        addRow(programme, Number.NEGATIVE_INFINITY, 1, clique);
      }
    }
  }
}

// The earliest start of each day or a later one.
function earliestStarts(person: OptionHolder, days: number): Float64Array {
  const earliest = new Float64Array(days).fill(INFINITE);
  for (let day = days - 1; day >= 0; day--) {
    const own = person.from.subarray(int(person.dayStart, day), int(person.dayStart, day + 1));
    earliest[day] = Math.min(day + 1 < days ? num(earliest, day + 1) : INFINITE, ...own);
  }
  return earliest;
}

function addRuns({ programme }: Columns, person: OptionHolder, on: Int32Array) {
  const days = on.length;
  const { runMin, runMax, offMin, before } = person;
  for (let first = -before.run; runMax < days + before.run && first + runMax < days; first++) {
    const held = Math.max(0, -first);
    const terms = range(Math.max(0, first), first + runMax + 1).map((day): [number, number] => [
      int(on, day),
      1,
    ]);
    if (terms.length > 0) addRow(programme, Number.NEGATIVE_INFINITY, runMax - held, terms);
  }
  for (let day = 0; day + 1 < days; day++) {
    for (let length = 2; length <= Math.max(runMin, offMin) && day + length < days; length++) {
      const starts: [number, number][] = [
        [int(on, day), -1],
        [int(on, day + 1), 1],
        [int(on, day + length), -1],
      ];
      if (length <= runMin) addRow(programme, Number.NEGATIVE_INFINITY, 0, starts);
      if (length <= offMin) addRow(programme, -1, INFINITE, starts);
    }
  }
}

type Own = { own: Int32Array; on: Int32Array };

// A counter's units, its bounds, and its cost: the first slope on the options, a column wherever it grows steeper.
function addCounter(
  columns: Columns,
  person: OptionHolder,
  counter: Counter,
  own: Own,
  costScale: number,
): number {
  const { cost, least, limit } = counter;
  const reach = cost.length - 1;
  const { terms, unitsOf } = unitTerms(columns, person, counter, own);
  if (least > 0 || limit < reach) {
    addRow(
      columns.programme,
      least > 0 ? least : Number.NEGATIVE_INFINITY,
      limit < reach ? limit : INFINITE,
      terms,
    );
  }
  if (costScale === 0 || cost.every((one) => one === 0)) return 0;
  const slopes = Array.from({ length: reach }, (_, units) => num(cost, units + 1) - num(cost, units));
  if (slopes.some((slope, place) => place > 0 && slope < (slopes[place - 1] ?? slope))) {
    addSteps(columns, slopes, terms, unitsOf);
    return num(cost, 0);
  }
  for (const [column, amount] of terms) {
    columns.programme.cost[column] = (columns.programme.cost[column] ?? 0) + (slopes[0] ?? 0) * amount;
  }
  for (let units = 1; units < reach; units++) {
    const steeper = (slopes[units] ?? 0) - (slopes[units - 1] ?? 0);
    if (steeper === 0) continue;
    const column = columns.add(steeper, INFINITE, false, (roster) => Math.max(0, unitsOf(roster) - units));
    addRow(columns.programme, Number.NEGATIVE_INFINITY, units, [...terms, [column, -1]]);
  }
  return num(cost, 0);
}

// Where a further unit costs less than the one before, one column a unit, in order.
function addSteps(
  columns: Columns,
  slopes: readonly number[],
  terms: readonly [number, number][],
  unitsOf: (roster: RosterChoice) => number,
) {
  const steps = slopes.map((slope, unit) =>
    columns.add(slope, 1, true, (roster) => (unitsOf(roster) > unit ? 1 : 0)),
  );
  addRow(columns.programme, 0, 0, [...terms, ...steps.map((step): [number, number] => [step, -1])]);
  for (const [unit, step] of steps.entries()) {
    const next = steps[unit + 1];
    if (next !== undefined) {
      addRow(columns.programme, 0, INFINITE, [
        [step, 1],
        [next, -1],
      ]);
    }
  }
}

function unitTerms(
  columns: Columns,
  person: OptionHolder,
  { amount, isWeekends }: Counter,
  { own, on }: Own,
): { terms: [number, number][]; unitsOf: (roster: RosterChoice) => number } {
  const workedOf = (roster: RosterChoice) => item(roster, person.place).filter((option) => option >= 0);
  if (!isWeekends) {
    const terms = [...own].flatMap((column, option): [number, number][] =>
      int(amount, option) > 0 ? [[column, int(amount, option)]] : [],
    );
    return {
      terms,
      unitsOf: (roster) => workedOf(roster).reduce((sum, option) => sum + int(amount, option), 0),
    };
  }
  const weeks = range(0, Math.ceil((on.length - 5) / 7));
  const worksWeekend = (roster: RosterChoice, week: number) =>
    [5, 6].some((day) => (item(roster, person.place)[7 * week + day] ?? -1) >= 0);
  const terms = weeks.map((week): [number, number] => {
    const column = columns.add(0, 1, false, (roster) => (worksWeekend(roster, week) ? 1 : 0));
    for (const day of [7 * week + 5, 7 * week + 6].filter((one) => one < on.length)) {
      addRow(columns.programme, 0, INFINITE, [
        [column, 1],
        [int(on, day), -1],
      ]);
    }
    return [column, 1];
  });
  return {
    terms,
    unitsOf: (roster) => weeks.filter((week) => worksWeekend(roster, week)).length,
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
}
