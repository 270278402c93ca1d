import type { Highs } from "highs";
import { item, num } from "@/lib/coverage/planner/arrays";
import { capacityRows } from "@/lib/coverage/planner/capacity-rows";
import { generateColumns, type PricedBound, wholeBound } from "@/lib/coverage/planner/column-generation";
import { type Column, columnKey, makeColumn, planRows, type RowPlan } from "@/lib/coverage/planner/columns";
import { patternsWithin } from "@/lib/coverage/planner/enumerate";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import { limitOf, noCuts } from "@/lib/coverage/planner/fairness-cuts";
import type { Cover, Instance } from "@/lib/coverage/planner/instance";
import { makeMaster } from "@/lib/coverage/planner/master";
import { bestOfAll, makeNearPatterns, type NearPatterns } from "@/lib/coverage/planner/near-patterns";
import { ascendPrices } from "@/lib/coverage/planner/price-ascent";
import { boundUnder, freePrices, priceEpisode } from "@/lib/coverage/planner/prices";
import { minutesGiven, scoreCover } from "@/lib/coverage/planner/score";
import type { Guide } from "@/lib/coverage/planner/search-state";
import { addColumn, emptyProgramme, solveProgramme } from "@/lib/coverage/planner/solver";
import { type Stopping, shareOf } from "@/lib/coverage/planner/stopping";

export type Proof = { cover: Cover; quality: number; bound: number };

export type ProofOptions = {
  spare: Float64Array;
  stopping: Stopping;
  mostColumns: number;
  onBound: (found: Proof) => void;
  /** Searches on from a plan under guiding prices for this share of the time left. */
  search: (found: Proof, guide: Guide, share: number) => Proof;
};

/** The bound that needs no solver: each episode at its best as if it were alone. */
export function lonelyBound(instance: Instance, spare: Float64Array): number {
  const relaxed = convexInstance(instance);
  const rows = { capacity: capacityRows(relaxed), cuts: noCuts() };
  const prices = freePrices(relaxed, rows.capacity);
  return wholeBound(boundUnder(relaxed, makeNearPatterns(relaxed), rows, spare, prices));
}

/** A better bound in a moment, by prices alone. */
export function quickBound(
  instance: Instance,
  spare: Float64Array,
  upper: number,
  stopping: Stopping,
): number {
  const relaxed = convexInstance(instance);
  const rows = { capacity: capacityRows(relaxed), cuts: noCuts() };
  const risen = ascendPrices(relaxed, makeNearPatterns(relaxed), rows, {
    spare,
    upper,
    iterations: 60,
    stopping,
    onPattern: () => undefined,
  });
  return wholeBound(risen.bound);
}

/**
 * Proves how good a plan at the minimum uncovered weight can be. A pattern whose reduced cost exceeds the gap is in no
 * better plan; so when all others can be listed, the integer programme over them is the whole truth.
 */
export function proveByPatterns(
  highs: Highs,
  instance: Instance,
  start: Proof,
  options: ProofOptions,
): Proof {
  const relaxed = convexInstance(instance);
  const rows = planRows(relaxed, capacityRows(relaxed), options.spare);
  const { spare, stopping } = options;
  const master = makeMaster(highs, relaxed, rows, shareOf(stopping, 0.7));
  const patterns = makeNearPatterns(relaxed);
  let best = start;
  try {
    master.add(start.cover.map((served, index) => ({ index, served })));
    const risen = ascendPrices(relaxed, patterns, rows, {
      spare,
      upper: best.quality,
      iterations: 100,
      stopping: shareOf(stopping, 0.3),
      onPattern: (index, served, turn) => {
        if (turn % 4 === 0) master.add([{ index, served }]);
      },
    });
    best = { ...best, bound: Math.max(best.bound, wholeBound(risen.bound)) };
    options.onBound(best);
    const priced = generateColumns(relaxed, master, patterns, spare, best.quality, risen);
    best = { ...best, bound: Math.max(best.bound, wholeBound(priced.bound)) };
    options.onBound(best);
    if (best.bound >= best.quality || stopping.isOver()) return best;
    best = options.search(best, guideFrom(relaxed, rows, priced), 0.3);
    const isConvex = relaxed === instance;
    for (let round = 0; round < 2 && best.bound < best.quality && !stopping.isOver() && isConvex; round++) {
      const limit = options.mostColumns;
      const all = listColumns(relaxed, rows, priced, best, limit, patterns);
      if (!all && master.columns.length > limit) break;
      const pool = all ?? master.columns;
      best = solvePool(highs, instance, rows, pool, best, all !== null, stopping);
      if (all) break;
    }
    return best;
  } finally {
    master.dispose();
  }
}

// What the linear programme says time is worth, for a search to follow.
function guideFrom(instance: Instance, rows: RowPlan, { prices }: PricedBound): Guide {
  const cells = new Float64Array(instance.people * instance.slots);
  for (const [cell, list] of rows.capacity) {
    const values = prices.capacity.get(cell);
    for (const [position, row] of list.entries()) {
      cells[cell] = num(cells, cell) + (values ? num(values, position) / row.divisor : 0);
    }
  }
  return {
    cells,
    share: prices.near.map((near, person) => 1 - near - num(prices.far, person)),
    lean: prices.near.map((near, person) => near * instance.near + num(prices.far, person) * instance.far),
  };
}

/** The instance with fairness made convex where its second slope is the lower one: a valid relaxation. */
export function convexInstance(instance: Instance): Instance {
  return instance.near > instance.far ? { ...instance, near: instance.far } : instance;
}

function listColumns(
  instance: Instance,
  rows: RowPlan,
  priced: PricedBound,
  best: Proof,
  limit: number,
  patterns: NearPatterns,
): Column[] | null {
  const room = best.quality - 1 - priced.bound + 1e-4;
  const known = new Set<string>();
  const columns: Column[] = [];
  const keep = (index: number, served: Int32Array) => {
    const key = columnKey(index, served);
    if (known.has(key)) return;
    known.add(key);
    columns.push(makeColumn(instance, rows, index, served));
  };
  for (const [index, episode] of instance.episodes.entries()) {
    priceEpisode(instance, episode, rows, priced.prices, patterns.view);
    const served = new Int32Array(episode.steps);
    const least = bestOfAll(instance, index, patterns, served);
    const found = patternsWithin(instance, episode, patterns.view, least + room, limit - columns.length);
    if (!found) return null;
    keep(index, item(best.cover, index));
    for (const pattern of found) keep(index, pattern);
    if (columns.length > limit) return null;
  }
  return columns;
}

function solvePool(
  highs: Highs,
  instance: Instance,
  rows: RowPlan,
  pool: readonly Column[],
  best: Proof,
  isComplete: boolean,
  stopping: Stopping,
): Proof {
  const { programme, start } = poolProgramme(instance, rows, pool, best.cover);
  const answer = solveProgramme(highs, programme, stopping, start);
  const cover = answer.values ? readCover(instance, pool, answer.values) : null;
  const quality = cover ? scoreCover(instance, cover).quality : Number.POSITIVE_INFINITY;
  const better = cover && quality < best.quality ? { ...best, cover, quality } : best;
  if (!isComplete) return better;
  const proven = answer.isProven ? better.quality : Math.min(better.quality, wholeBound(answer.bound));
  return { ...better, bound: Math.max(best.bound, proven) };
}

function poolProgramme(instance: Instance, rows: RowPlan, pool: readonly Column[], cover: Cover) {
  const programme = emptyProgramme();
  const byRow: [number, number][][] = Array.from({ length: rowCount(rows) }, () => []);
  const start = new Float64Array(instance.people + pool.length);
  const minutes = minutesGiven(instance, cover);
  const charged = minutes.map((given) => given * instance.near);
  for (let person = 0; person < instance.people; person++) {
    addColumn(programme, 1, Number.POSITIVE_INFINITY, false);
    byRow[rows.near(person)]?.push([person, -1]);
    byRow[rows.far(person)]?.push([person, -1]);
    for (const place of rows.cuts.of.get(person) ?? []) byRow[rows.firstCut + place]?.push([person, -1]);
  }
  for (const column of pool) {
    const place = addColumn(programme, column.cost, 1, true);
    for (const [entry, row] of column.rows.entries()) {
      byRow[row]?.push([place, column.values[entry] as number]);
    }
    if (!isSame(column.served, item(cover, column.index))) continue;
    start[place] = 1;
    chargeOwn(instance, rows, column, charged);
  }
  byRow.forEach((terms, row) => {
    const lower = row < instance.episodes.length ? 1 : Number.NEGATIVE_INFINITY;
    const upper = upperOf(rows, row);
    for (const [place, value] of terms) {
      programme.indices.push(place);
      programme.values.push(value);
    }
    programme.starts.push(programme.indices.length);
    programme.rowLower.push(lower);
    programme.rowUpper.push(upper);
  });
  for (let person = 0; person < instance.people; person++) {
    const whole = fairnessCost(
      minutes[person] as number,
      instance.expected[person] as number,
      instance.near,
      instance.far,
    );
    start[person] = Math.max(0, whole - (charged[person] as number));
  }
  return { programme, start };
}

function rowCount(rows: RowPlan): number {
  return rows.firstCut + rows.cuts.list.length;
}

function upperOf(rows: RowPlan, row: number): number {
  const place = row - rows.firstCut;
  return place < 0 ? num(rows.upper, row) : limitOf(item(rows.cuts.list, place));
}

function chargeOwn(instance: Instance, rows: RowPlan, column: Column, charged: Float64Array) {
  column.rows.forEach((row, entry) => {
    const person = row - rows.near(0);
    if (person < 0 || person >= instance.people) return;
    charged[person] = (charged[person] as number) - (column.values[entry] as number);
  });
}

function readCover(instance: Instance, pool: readonly Column[], values: Float64Array): Cover | null {
  const cover = new Array<Int32Array>(instance.episodes.length);
  let filled = 0;
  for (const [position, column] of pool.entries()) {
    if ((values[instance.people + position] as number) <= 0.5) continue;
    cover[column.index] = column.served;
    filled++;
  }
  return filled === instance.episodes.length ? cover : null;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
