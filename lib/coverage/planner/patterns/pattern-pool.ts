import type { Highs } from "highs";
import { priceEpisode } from "@/lib/coverage/planner/prices/prices";
import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import type { Proof } from "@/lib/coverage/planner/proof";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { minutesGiven, scoreCover } from "@/lib/coverage/planner/result/score";
import { item, num } from "@/lib/solver/arrays";
import { addColumn, emptyProgramme, solveProgramme } from "@/lib/solver/programme";
import type { Stopping } from "@/lib/solver/stopping";
import { type PricedBound, wholeBound } from "./column-generation";
import { type Column, columnKey, makeColumn, type RowPlan } from "./columns";
import { patternsWithin } from "./enumerate";
import { limitOf } from "./fairness-cuts";
import { bestOverAll, type PatternPricing } from "./pattern-pricing";

/** Every pattern that a better plan could use, by its reduced cost; null where there are more than `limit`. */
export function listColumns(
  instance: Instance,
  rows: RowPlan,
  priced: PricedBound,
  best: Proof,
  limit: number,
  patterns: PatternPricing,
): Column[] | null {
  const residual = best.quality - 1 - priced.bound + 1e-4;
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
    const least = bestOverAll(instance, index, patterns, served);
    const found = patternsWithin(instance, episode, patterns.view, least + residual, limit - columns.length);
    if (!found) return null;
    keep(index, item(best.cover, index));
    for (const pattern of found) keep(index, pattern);
    if (columns.length > limit) return null;
  }
  return columns;
}

/** The best plan of a pool's patterns; where the pool is complete, what that proves. */
export function solvePool(
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
  const charged = minutes.map((given) => given * instance.firstSlope);
  for (let person = 0; person < instance.people; person++) {
    addColumn(programme, 1, Number.POSITIVE_INFINITY, false);
    byRow[rows.firstSlope(person)]?.push([person, -1]);
    byRow[rows.secondSlope(person)]?.push([person, -1]);
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
      instance.firstSlope,
      instance.secondSlope,
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
    const person = row - rows.firstSlope(0);
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
