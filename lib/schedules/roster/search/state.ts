import { int, item, num } from "@/lib/solver/arrays";
import type { OptionHolder, RosterChoice, RosterInstance } from "../problem/instance";

/** A roster being changed: how many serve each piece, and what each person's schedule costs. */
export type State = {
  instance: RosterInstance;
  roster: RosterChoice;
  heads: Int32Array;
  costs: Float64Array;
};

/** The state of a roster, or of nobody working. */
export function makeRosterState(instance: RosterInstance, roster?: RosterChoice): State {
  const state = {
    instance,
    roster: instance.people.map(() => new Int32Array(instance.days).fill(-1)),
    heads: new Int32Array(instance.pieces.length),
    costs: new Float64Array(instance.people.length),
  };
  for (const person of instance.people) {
    setSchedule(state, person.place, roster ? item(roster, person.place) : item(state.roster, person.place));
  }
  return state;
}

/** Gives a person another schedule. */
export function setSchedule(state: State, place: number, options: Int32Array) {
  const person = item(state.instance.people, place);
  addHeads(state, person, item(state.roster, place), -1);
  addHeads(state, person, options, 1);
  state.roster[place] = options;
  state.costs[place] = scheduleCost(person, options);
}

function addHeads({ heads }: State, person: OptionHolder, options: Int32Array, sign: number) {
  for (const option of options) {
    if (option < 0) continue;
    for (const piece of item(person.pieces, option)) heads[piece] = int(heads, piece) + sign;
  }
}

/** What one person's schedule costs by itself: options, hours, wants, turns and prior shifts not kept. */
export function scheduleCost(person: OptionHolder, options: Int32Array): number {
  let cost = person.fixed;
  for (const option of options) if (option >= 0) cost += num(person.cost, option);
  for (const counter of person.counters) cost += num(counter.cost, unitsOf(counter, options));
  return cost;
}

function unitsOf({ amount, isWeekends }: OptionHolder["counters"][number], options: Int32Array): number {
  let units = 0;
  for (const [day, option] of options.entries()) {
    if (option < 0 || (isWeekends && day % 7 === 6 && int(options, day - 1) >= 0)) continue;
    units += int(amount, option);
  }
  return units;
}

/** What is least: the weight of unmet demand, then the cost; `value` orders rosters by both. */
export type Score = { unmet: number; cost: number; value: number };

/** The score of a state. */
export function scoreOf({ instance, heads, costs }: State): Score {
  let unmet = 0;
  let cost = costs.reduce((sum, one) => sum + one, 0);
  for (const [place, { need, miss, surplus }] of instance.pieces.entries()) {
    const count = int(heads, place);
    if (count < need) unmet += (need - count) * miss;
    else cost += (count - need) * surplus;
  }
  return { unmet, cost, value: unmet * instance.unmetWeight + cost };
}

/** What each option costs one person beside everybody else's schedules; the person's own must be taken out first. */
export function pricesBeside({ instance, heads }: State, person: OptionHolder): Float64Array {
  const prices = person.cost.slice();
  for (let option = 0; option < prices.length; option++) {
    let price = num(prices, option);
    for (const place of item(person.pieces, option)) {
      const { need, miss, surplus } = item(instance.pieces, place);
      price += int(heads, place) < need ? -instance.unmetWeight * miss : surplus;
    }
    prices[option] = price;
  }
  return prices;
}

/** A copy of the roster of a state. */
export function copyRoster({ roster }: State): RosterChoice {
  return roster.map((options) => options.slice());
}
