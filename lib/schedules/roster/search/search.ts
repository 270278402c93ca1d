import { int, item } from "@/lib/solver/arrays";
import type { Stopping } from "@/lib/solver/stopping";
import type { RosterInstance } from "../problem/instance";
import type { Scheduler } from "./best-schedule";
import { makeScheduler } from "./best-schedule";
import { pricesBeside, type State, scoreOf, setSchedule } from "./state";

/** The states a day that a search looks at for one person: few, so that more people are tried; all where few lead nowhere. */
const SEARCH_WIDTH = 50;
const ALL_STATES = 200_000;

/** One scheduler per person, as wide as a search needs. */
export function makeSchedulers(instance: RosterInstance): Scheduler[] {
  return instance.people.map((person) => {
    const quick = makeScheduler(person, instance.days, SEARCH_WIDTH);
    const thorough = makeScheduler(person, instance.days, ALL_STATES);
    return (price) => quick(price) ?? thorough(price);
  });
}

/** Gives everybody in turn their best days beside those before them; false when somebody has no schedule at all. */
export function construct(state: State, schedulers: readonly Scheduler[], random: () => number): boolean {
  for (const place of shuffled(state.instance.people.length, random)) {
    if (!insert(state, schedulers, place)) return false;
  }
  return true;
}

/** Takes a few people out and lets them in again in another order where that is no worse, until `patience` rounds gain nothing. */
export function improve(
  state: State,
  schedulers: readonly Scheduler[],
  random: () => number,
  stopping: Stopping,
  patience: number,
) {
  let value = scoreOf(state).value;
  for (let idle = 0; idle < patience && !stopping.isOver(); idle++) {
    const places = chosen(state, random);
    const before = places.map((place) => item(state.roster, place));
    for (const place of places) clear(state, place);
    for (const place of places) insert(state, schedulers, place);
    const after = scoreOf(state).value;
    if (after < value) idle = 0;
    if (after <= value) {
      value = after;
      continue;
    }
    for (const place of places) clear(state, place);
    for (const [index, place] of places.entries()) setSchedule(state, place, item(before, index));
  }
}

function insert(state: State, schedulers: readonly Scheduler[], place: number): boolean {
  clear(state, place);
  const found = item(schedulers, place)(pricesBeside(state, item(state.instance.people, place)));
  if (!found) return false;
  setSchedule(state, place, found.options);
  return true;
}

function clear(state: State, place: number) {
  setSchedule(state, place, new Int32Array(state.instance.days).fill(-1));
}

// Half the time people who could serve a piece that is short or crowded, else anybody.
function chosen(state: State, random: () => number): number[] {
  const { people, pieces } = state.instance;
  const size = Math.min(people.length, 2 + Math.floor(3 * random()));
  const order = shuffled(people.length, random);
  if (random() < 0.5) return order.slice(0, size);
  const wrong = pieces.flatMap(({ need, surplus }, place) => {
    const count = int(state.heads, place);
    return count < need || (count > need && surplus > 0) ? [place] : [];
  });
  if (wrong.length === 0) return order.slice(0, size);
  const piece = item(wrong, Math.floor(random() * wrong.length));
  const near = order.filter((place) => item(people, place).pieces.some((list) => list.includes(piece)));
  return (near.length > 0 ? near : order).slice(0, size);
}

/** The numbers below `count` in a random order. */
export function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, place) => place);
  for (let place = count - 1; place > 0; place--) {
    const other = Math.floor(random() * (place + 1));
    [order[place], order[other]] = [item(order, other), item(order, place)];
  }
  return order;
}
