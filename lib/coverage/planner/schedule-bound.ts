import { int, item, num } from "@/lib/coverage/planner/arrays";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import type { Cover, Instance } from "@/lib/coverage/planner/instance";
import { fillOffers, makeOffers, type Offers } from "@/lib/coverage/planner/schedule-offers";
import { priceSchedules, type Schedule } from "@/lib/coverage/planner/schedule-pricing";
import type { OpenColumn, ScheduleRows } from "@/lib/coverage/planner/schedule-rows";
import { listTasks } from "@/lib/coverage/planner/schedule-tasks";
import { minutesGiven } from "@/lib/coverage/planner/score";

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

/** The number of labels at which pricing blurs: where exactness matters, and where a quick bound will do. */
export const exactly = 3000;
export const roughly = 40;

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

/** What leaving a step open costs beside its worth. */
export function openReduced(open: OpenColumn, worth: Worth): number {
  return open.cost - num(worth.steps, open.row) + open.weight * num(worth.spare, open.slot);
}

/**
 * How far the cheapest schedules miss each limit: 1 for a step nobody serves, less one for everybody who does; and for
 * each slot the open weight beyond its spare.
 */
export function missed(market: Market, { found, worth }: MarketBound): Worth {
  const { rows, spare } = market;
  const steps = new Float64Array(rows.steps).fill(1);
  const over = new Float64Array(spare.length);
  for (const { schedules } of found) {
    for (const { row } of item(schedules, 0).tasks) steps[row] = num(steps, row) - 1;
  }
  for (const open of rows.open) {
    if (openReduced(open, worth) >= 0) continue;
    steps[open.row] = num(steps, open.row) - 1;
    over[open.slot] = num(over, open.slot) + open.weight;
  }
  for (const slot of rows.spare.keys()) over[slot] = num(over, slot) - num(spare, slot);
  return { steps, spare: over };
}

/** Worth to begin with: each episode's cheapest cover as if it were alone, spread over its steps. */
export function startingWorth({ instance, rows, spare }: Market): Worth {
  const steps = new Float64Array(rows.steps);
  for (const [index, episode] of instance.episodes.entries()) {
    for (let step = 0; step < episode.steps; step++) {
      let least = Number.POSITIVE_INFINITY;
      for (let candidate = 0; candidate < episode.people.length; candidate++) {
        const node = candidate * episode.steps + step;
        if (episode.able[node] === 1) least = Math.min(least, num(episode.cost, node));
      }
      const share = instance.piece / episode.steps;
      const open = num(episode.openCost, step);
      const served = least + share;
      const row = int(rows.first, index) + step;
      steps[row] = least === Number.POSITIVE_INFINITY ? open : served;
    }
  }
  return { steps, spare: new Float64Array(spare.length) };
}

/** What each step costs in a plan: its misfit, and its share of its run's piece and of its assistant's fairness cost. */
export function planWorth({ instance, rows, spare }: Market, cover: Cover): Worth {
  const steps = new Float64Array(rows.steps);
  const minutes = minutesGiven(instance, cover);
  for (const [index, episode] of instance.episodes.entries()) {
    const served = item(cover, index);
    for (let from = 0, to = 0; from < episode.steps; from = to) {
      const candidate = int(served, from);
      for (to = from; to < episode.steps && int(served, to) === candidate; to++);
      for (let step = from; step < to; step++) {
        const node = candidate * episode.steps + step;
        const row = int(rows.first, index) + step;
        if (candidate < 0) {
          steps[row] = num(episode.openCost, step);
          continue;
        }
        const person = int(episode.people, candidate);
        const given = num(minutes, person);
        const fairness = fairnessCost(given, int(instance.expected, person), instance.near, instance.far);
        const share = given > 0 ? (fairness * int(episode.take, node)) / given : 0;
        steps[row] = num(episode.cost, node) + instance.piece / (to - from) + share;
      }
    }
  }
  return { steps, spare: new Float64Array(spare.length) };
}

/** Part of the way from one worth to another. */
export function mix(from: Worth, to: Worth, part: number): Worth {
  const blend = (a: Float64Array, b: Float64Array) =>
    a.map((value, index) => (1 - part) * value + part * num(b, index));
  return { steps: blend(from.steps, to.steps), spare: blend(from.spare, to.spare) };
}
