import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { int, num } from "@/lib/solver/arrays";
import { freePrices, type Prices, type SharedRows } from "./prices";

/** How prices move: how far per unit of the subgradient, and which of them add up to at most 1 (an assistant's fairness rows). */
export type PriceSteps = { rowScale: Float64Array; groups: Int32Array[] };

/** Brings every limit to one unit, minutes: fairness prices are shares of a slope, rounded rows count whole parts. */
export function priceSteps(instance: Instance, rows: SharedRows): PriceSteps {
  const { people, firstSlope, secondSlope } = instance;
  const rowScale = freePrices(instance, rows.capacity, rows.cuts);
  const slope = Math.max(firstSlope, secondSlope);
  const fair = slope > 0 ? 1 / slope ** 2 : 0;
  rowScale.firstSlope.fill(fair);
  rowScale.secondSlope.fill(fair);
  rowScale.cuts.fill(fair);
  rowScale.open.fill(1);
  for (const [row, divisor] of rows.capacity.divisor.entries()) rowScale.capacity[row] = divisor ** 2;
  const firstCut = rowScale.all.length - rows.cuts.list.length;
  const groups = Array.from({ length: people }, (_, person) =>
    Int32Array.from([
      person,
      people + person,
      ...(rows.cuts.of.get(person) ?? []).map((place) => firstCut + place),
    ]),
  );
  return { rowScale: rowScale.all, groups };
}

/** The part of a subgradient along which prices can move: none falls below 0, and no group rises above 1. */
export function projectSubgradient(
  { groups }: PriceSteps,
  prices: Float64Array,
  subgradient: Float64Array,
  out: Float64Array,
) {
  for (let row = 0; row < out.length; row++) {
    const value = num(subgradient, row);
    out[row] = value > 0 || num(prices, row) > 0 ? value : 0;
  }
  for (const group of groups) {
    let whole = 0;
    for (const row of group) whole += num(prices, row);
    if (whole < 1 - 1e-9) continue;
    const excess = excessOf(group, (row, level) => along(prices, subgradient, row, level), 0);
    for (const row of group) out[row] = along(prices, subgradient, row, excess);
  }
}

function along(prices: Float64Array, subgradient: Float64Array, row: number, level: number): number {
  const value = num(subgradient, row) - level;
  return value > 0 || num(prices, row) > 0 ? value : 0;
}

/** Moves prices along a subgradient, back to 0 where they would fall below and groups back to 1 where they rise above. */
export function stepPrices(
  { rowScale, groups }: PriceSteps,
  to: Prices,
  from: Prices,
  subgradient: Float64Array,
  length: number,
) {
  for (let row = 0; row < subgradient.length; row++) {
    to.all[row] = num(from.all, row) + length * num(rowScale, row) * num(subgradient, row);
  }
  for (const group of groups) {
    const excess = excessOf(group, (row, level) => Math.max(0, num(to.all, row) - level), 1);
    if (excess > 0) for (const row of group) to.all[row] = num(to.all, row) - excess;
  }
  for (let row = 0; row < subgradient.length; row++) to.all[row] = Math.max(0, num(to.all, row));
}

// The level above which a group's parts add up to `most`; 0 where they do anyway.
function excessOf(group: Int32Array, part: (row: number, level: number) => number, most: number): number {
  const sum = (level: number) => {
    let whole = 0;
    for (let place = 0; place < group.length; place++) whole += part(int(group, place), level);
    return whole;
  };
  const whole = sum(0);
  if (whole <= most) return 0;
  let low = 0;
  let high = whole - most;
  while (sum(high) > most) high *= 2;
  for (let turn = 0; turn < 40; turn++) {
    const middle = (low + high) / 2;
    if (sum(middle) > most) low = middle;
    else high = middle;
  }
  return high;
}
