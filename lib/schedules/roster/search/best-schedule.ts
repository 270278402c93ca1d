import { int, item, num } from "@/lib/solver/arrays";
import type { Counter } from "../problem/counters";
import type { OptionHolder } from "../problem/instance";
import { makeLabels } from "./labels";

/** A person's cheapest days under prices: the option of each day or -1; `isExact` is false where states were dropped. */
export type PersonSchedule = { cost: number; options: Int32Array; isExact: boolean };

/** Finds the cheapest schedule that keeps a person's rules, where each option costs what `price` says; null without one. */
export type Scheduler = (price: Float64Array) => PersonSchedule | null;

const OFF = -1;
const RUN = 0;
const EARLIEST = 1;
const COUNTERS = 2;
// A run that touches the start of the horizon is never too short: it is told apart until it is long enough.
const TOUCHING = 1_000;

/**
 * Prepares a person's dynamic programme: day by day over states of run or days off, earliest next start and counters.
 * At most `width` states a day are kept, the cheapest first.
 */
export function makeScheduler(person: OptionHolder, days: number, width: number): Scheduler {
  const { counters, dayStart } = person;
  const size = COUNTERS + counters.length;
  const starts = laterStarts(person, days);
  const reach = counters.map((counter) => reachFrom(person, counter, days));
  const fixed = person.fixed + counters.reduce((sum, { cost }) => sum + num(cost, 0), 0);
  const step = new Int32Array(size);

  return (price) => {
    const labels = makeLabels(size);
    step.fill(0);
    step[RUN] = person.before.run > 0 ? touching(person, person.before.run) : -person.offMin;
    step[EARLIEST] = person.before.earliest;
    labels.add(step, fixed, OFF, OFF);
    let isExact = true;
    for (let day = 0; day < days; day++) {
      labels.nextDay();
      for (let label = labels.first(); label < labels.end(); label++) {
        if (int(person.pin, day) < 0 && rest(labels.state, label * size, day)) {
          labels.add(step, labels.costOf(label), label, OFF);
        }
        const until = int(dayStart, day + 1);
        for (let option = int(dayStart, day); option < until; option++) {
          const pin = int(person.pin, day);
          if (pin >= 0 && pin !== option) continue;
          const charge = work(labels.state, label * size, day, option);
          if (charge === null) continue;
          labels.add(step, labels.costOf(label) + num(price, option) + charge, label, option);
        }
      }
      if (labels.keepCheapest(width)) isExact = false;
    }
    const best = labels.best();
    return best && { ...best, isExact };
  };

  // Writes the state after a day off; false where the rules forbid it.
  function rest(state: Int32Array, at: number, day: number): boolean {
    const run = int(state, at + RUN);
    if (run > 0 && run < person.runMin) return false;
    step[RUN] = day === 0 ? -person.offMin : run > 0 ? -1 : Math.max(run - 1, -person.offMin);
    step[EARLIEST] = normalStart(int(state, at + EARLIEST), day);
    return count(state, at, day, OFF) !== null;
  }

  // Writes the state after a worked option and returns what its counters charge; null where the rules forbid it.
  function work(state: Int32Array, at: number, day: number, option: number): number | null {
    const run = int(state, at + RUN);
    if (run < 0 && run > -person.offMin) return null;
    if (int(person.from, option) < int(state, at + EARLIEST)) return null;
    const length = run < 0 ? 1 : (run % TOUCHING) + 1;
    if (length > person.runMax) return null;
    const isTouching = run > TOUCHING || (run < 0 && day === 0);
    step[RUN] = isTouching ? touching(person, length) : Math.min(length, longestTold(person));
    step[EARLIEST] = normalStart(int(person.to, option) + person.rest, day);
    return count(state, at, day, option);
  }

  function count(state: Int32Array, at: number, day: number, option: number): number | null {
    const wasWorked = int(state, at + RUN) > 0;
    let charge = 0;
    for (let place = 0; place < counters.length; place++) {
      const counter = item(counters, place);
      step[COUNTERS + place] = 0;
      if (day > counter.last) continue;
      const before = int(state, at + COUNTERS + place);
      let added = option === OFF ? 0 : int(counter.amount, option);
      if (counter.isWeekends && wasWorked && day % 7 === 6) added = 0;
      const after = before + added;
      if (after > counter.limit) return null;
      if (after + int(item(reach, place), day + 1) < counter.least) return null;
      if (added > 0) charge += chargeOf(counter, before, after);
      if (day < counter.last) step[COUNTERS + place] = Math.min(after, counter.steady);
    }
    return charge;
  }

  // The least start of a later day that is late enough: starts in between mean the same.
  function normalStart(earliest: number, day: number): number {
    const later = item(starts, day);
    if (later.length === 0 || earliest <= int(later, 0)) return 0;
    let low = 0;
    let high = later.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (int(later, middle) < earliest) low = middle + 1;
      else high = middle;
    }
    return low < later.length ? int(later, low) : earliest;
  }
}

function touching(person: OptionHolder, length: number): number {
  return length >= person.runMin ? Math.min(length, longestTold(person)) : TOUCHING + length;
}

function longestTold(person: OptionHolder): number {
  const days = person.dayStart.length - 1;
  return person.runMax >= days + person.before.run ? person.runMin : Math.max(person.runMin, person.runMax);
}

function chargeOf({ cost, steady }: Counter, before: number, after: number): number {
  if (before < steady) return num(cost, after) - num(cost, before);
  const slope = steady + 1 < cost.length ? num(cost, steady + 1) - num(cost, steady) : 0;
  return slope * (after - before);
}

function laterStarts(person: OptionHolder, days: number): Int32Array[] {
  return Array.from({ length: days }, (_, day) =>
    Int32Array.from(new Set(person.from.subarray(int(person.dayStart, day + 1)))).sort(),
  );
}

// The most a counter can still grow from each day on.
function reachFrom(person: OptionHolder, counter: Counter, days: number): Int32Array {
  const reach = new Int32Array(days + 1);
  for (let day = days - 1; day >= 0; day--) {
    let most = 0;
    for (let option = int(person.dayStart, day); option < int(person.dayStart, day + 1); option++) {
      most = Math.max(most, int(counter.amount, option));
    }
    reach[day] = int(reach, day + 1) + most;
  }
  return reach;
}
