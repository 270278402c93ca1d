import { int, num } from "@/lib/solver/arrays";
import { minutesWithin, type PersonDoc, type ShiftDoc } from "./person-rules";
import type { RosterProblem } from "./problem";

/**
 * Something counted of a person's shifts over a stretch of days: minutes of a window of hours, weekends, shifts of a
 * list. Counted in units, at least `least` and at most `limit`; `cost[n]` is what n units cost.
 */
export type Counter = {
  path: (string | number)[];
  unit: number;
  /** Units an option adds; for weekends 1 on both days, counted once. */
  amount: Int32Array;
  isWeekends: boolean;
  least: number;
  limit: number;
  cost: Float64Array;
  /** From here on each unit costs the same: a search need not tell more apart. */
  steady: number;
  first: number;
  last: number;
};

type Rule = {
  path: (string | number)[];
  amounts: number[];
  from: number;
  to: number;
  least?: number;
  limit?: number;
  costOf?: (value: number) => number;
  isWeekends?: boolean;
};

/** The counters of a person that matter, over their options in the order given. */
export function makeCounters(
  problem: RosterProblem,
  person: PersonDoc,
  options: readonly ShiftDoc[],
): Counter[] {
  return rulesOf(problem, person, options).flatMap((rule) => {
    const counter = makeCounter(rule, options);
    const matters =
      counter.least > 0 || counter.limit < counter.cost.length - 1 || counter.cost.some((cost) => cost !== 0);
    return matters ? [counter] : [];
  });
}

function rulesOf(problem: RosterProblem, person: PersonDoc, options: readonly ShiftDoc[]): Rule[] {
  const whole = { from: 0, to: problem.days };
  const amountsOf = (shifts: readonly string[]) => options.map(({ id }) => (shifts.includes(id) ? 1 : 0));
  return [
    ...person.hours.map(
      (hours, place): Rule => ({
        path: ["hours", place],
        amounts: options.map((shift) => minutesWithin(hours, [shift])),
        from: hours.from,
        to: hours.to,
        least: hours.min,
        limit: hours.max,
        costOf: (minutes) =>
          hours.under * Math.max(hours.target - minutes, 0) +
          hours.over * Math.max(minutes - hours.target, 0),
      }),
    ),
    ...(person.weekends === undefined
      ? []
      : [
          {
            ...whole,
            path: ["weekends"],
            amounts: options.map(({ day }) => (day % 7 >= 5 ? 1 : 0)),
            limit: person.weekends,
            isWeekends: true,
          },
        ]),
    ...person.most.map(
      ({ shifts, count }, place): Rule => ({
        ...whole,
        path: ["most", place],
        amounts: amountsOf(shifts),
        limit: count,
      }),
    ),
    ...person.wants.map(
      ({ shifts, cost }, place): Rule => ({
        ...whole,
        path: ["wants", place],
        amounts: amountsOf(shifts),
        costOf: (worked) => (worked > 0 ? 0 : cost),
      }),
    ),
    ...problem.turns.map(
      ({ shifts, expected, weights }, place): Rule => ({
        ...whole,
        path: ["turns", place],
        amounts: amountsOf(shifts),
        costOf: (worked) => turnsCost(worked, expected[person.id] ?? 0, weights),
      }),
    ),
  ];
}

/** What a number of turns costs somebody of whom `expected` are due: nothing up to these, more beyond twice as many. */
export function turnsCost(
  worked: number,
  expected: number,
  [first, second]: readonly [number, number],
): number {
  return (
    first * Math.min(Math.max(worked - expected, 0), expected) + second * Math.max(worked - 2 * expected, 0)
  );
}

function makeCounter({ path, amounts, from, to, ...rule }: Rule, options: readonly ShiftDoc[]): Counter {
  const unit = amounts.reduce(gcd, 0) || 1;
  const amount = Int32Array.from(amounts, (minutes) => minutes / unit);
  const days = options.flatMap(({ day }, option) => (int(amount, option) > 0 ? [day] : []));
  const isWeekends = rule.isWeekends ?? false;
  const reach = isWeekends ? new Set(days.map((day) => Math.floor(day / 7))).size : mostOf(options, amount);
  const cost = Float64Array.from({ length: reach + 1 }, (_, units) => rule.costOf?.(units * unit) ?? 0);
  const limit = Math.min(reach, Math.floor((rule.limit ?? Number.POSITIVE_INFINITY) / unit));
  const least = Math.ceil((rule.least ?? 0) / unit);
  return {
    path,
    unit,
    amount,
    isWeekends,
    least,
    limit,
    cost,
    steady: least > 0 || limit < reach ? reach : steadyFrom(cost),
    first: days.length > 0 ? Math.min(...days) : from,
    last: days.length > 0 ? Math.max(...days) : to - 1,
  };
}

function mostOf(options: readonly ShiftDoc[], amount: Int32Array): number {
  const byDay = new Map<number, number>();
  for (const [option, { day }] of options.entries()) {
    byDay.set(day, Math.max(byDay.get(day) ?? 0, int(amount, option)));
  }
  return [...byDay.values()].reduce((sum, most) => sum + most, 0);
}

function steadyFrom(cost: Float64Array): number {
  let place = cost.length - 1;
  const slope = place > 0 ? num(cost, place) - num(cost, place - 1) : 0;
  while (place > 0 && num(cost, place) - num(cost, place - 1) === slope) place--;
  return place;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
