import { num } from "@/lib/coverage/planner/problem/arrays";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { fillOffers, makeOffers, type Offers } from "./schedule-offers";
import { priceSchedules, type Schedule } from "./schedule-pricing";
import type { OpenColumn, ScheduleRows } from "./schedule-rows";
import { listTasks } from "./schedule-tasks";

/** Dual prices: what covering each step is worth, and what a slot's spare uncovered weight costs (never negative). */
export type Worth = { steps: Float64Array; spare: Float64Array };

/** Everything a bound by schedules needs, and `offers` to work in. */
export type Market = { instance: Instance; rows: ScheduleRows; spare: Float64Array; offers: Offers };

/** A proven bound under some worth, with each assistant's least priced cost and the schedules met on the way. */
export type MarketBound = {
  bound: number;
  worth: Worth;
  least: Float64Array;
  found: { person: number; schedules: Schedule[] }[];
};

/** The number of labels at which pricing blurs. */
const exactly = 3000;

/** Sets a market up. */
export function makeMarket(instance: Instance, rows: ScheduleRows, spare: Float64Array): Market {
  return { instance, rows, spare, offers: makeOffers(instance) };
}

/**
 * The Lagrangian bound, valid for any worth and for all candidates: every step's worth, less what open steps and each
 * assistant's cheapest schedule could still save.
 */
export function boundSchedules(market: Market, worth: Worth, wanted: number, widest = exactly): MarketBound {
  const { instance, rows, offers } = market;
  let bound = worthOfLimits(market, worth);
  for (const open of rows.open) bound += Math.min(0, openReduced(open, worth));
  fillOffers(instance, rows, worth.steps, 0, offers);
  const least = new Float64Array(instance.people);
  const found: MarketBound["found"] = [];
  for (const [person, own] of offers.entries()) {
    if (own.length === 0) continue;
    const tasks = listTasks(instance, rows, worth.steps, 0, own);
    const priced = priceSchedules(instance, person, tasks, wanted, widest);
    least[person] = priced.least;
    bound += priced.least;
    if (priced.found.length > 0) found.push({ person, schedules: priced.found });
  }
  return { bound, worth, least, found };
}

function worthOfLimits({ spare }: Market, worth: Worth): number {
  let bound = 0;
  for (const value of worth.steps) bound += value;
  for (let slot = 0; slot < spare.length; slot++) bound -= num(spare, slot) * num(worth.spare, slot);
  return bound;
}

// What leaving a step open costs beside its worth.
function openReduced(open: OpenColumn, worth: Worth): number {
  return open.cost - num(worth.steps, open.row) + open.weight * num(worth.spare, open.slot);
}

/** Part of the way from one worth to another. */
export function mix(from: Worth, to: Worth, part: number): Worth {
  const blend = (a: Float64Array, b: Float64Array) =>
    a.map((value, index) => (1 - part) * value + part * num(b, index));
  return { steps: blend(from.steps, to.steps), spare: blend(from.spare, to.spare) };
}
