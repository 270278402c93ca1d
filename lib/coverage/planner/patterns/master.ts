import type { Highs, Model } from "highs";
import { freePrices, type Prices } from "@/lib/coverage/planner/prices/prices";
import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, item, num } from "@/lib/solver/arrays";
import { solveLinear } from "@/lib/solver/programme";
import type { Stopping } from "@/lib/solver/stopping";
import { type Column, columnKey, forEachRun, makeColumn, type RowPlan } from "./columns";
import { addCut, brokenCut, type FairnessCut, type FractionalLoad, limitOf } from "./fairness-cuts";

/** The linear master programme over the patterns met so far; dispose it when done. */
export type Master = {
  rows: RowPlan;
  columns: Column[];
  add: (found: readonly { index: number; served: Int32Array }[]) => number;
  solve: () => { value: number; prices: Prices; episodeDual: Float64Array } | null;
  /** Adds the fairness cuts that the last solution breaks; returns how many. */
  cut: () => number;
  dispose: () => void;
};

/** Builds an empty master programme: one surplus-fairness column per assistant, no patterns yet. */
export function makeMaster(highs: Highs, instance: Instance, rows: RowPlan, stopping: Stopping): Master {
  const model = highs.createModel(frame(highs, instance, rows));
  model.options.set({ output_flag: false });
  const columns: Column[] = [];
  const known = new Set<string>();
  let values = new Float64Array(0);
  return {
    rows,
    columns,
    add: (found) => {
      const fresh: Column[] = [];
      for (const { index, served } of found) {
        const key = columnKey(index, served);
        if (known.has(key)) continue;
        known.add(key);
        fresh.push(makeColumn(instance, rows, index, served));
      }
      if (fresh.length > 0) addColumns(highs, model, rows, fresh);
      columns.push(...fresh);
      return fresh.length;
    },
    solve: () => {
      if (!solveLinear(highs, model, stopping)) return null;
      const solution = model.getSolution();
      values = Float64Array.from(solution.colValue);
      return { value: model.getObjectiveValue(), ...readPrices(instance, rows, solution.rowDual) };
    },
    cut: () => {
      const fresh = brokenCuts(instance, columns, values);
      if (fresh.length > 0) addCuts(highs, model, instance, rows, columns, fresh);
      return fresh.length;
    },
    dispose: () => model.dispose(),
  };
}

function frame(highs: Highs, instance: Instance, rows: RowPlan) {
  const people = instance.people;
  const episodes = instance.episodes.length;
  const count = rows.upper.length;
  const rowLower = new Float64Array(count).fill(-highs.infinity);
  rowLower.fill(1, 0, episodes);
  return {
    numCols: people,
    numRows: count,
    colCost: new Float64Array(people).fill(1),
    colLower: new Float64Array(people),
    colUpper: new Float64Array(people).fill(highs.infinity),
    rowLower,
    rowUpper: rows.upper,
    matrix: {
      format: "csc" as const,
      numRows: count,
      numCols: people,
      starts: Int32Array.from({ length: people + 1 }, (_, person) => 2 * person),
      indices: Int32Array.from({ length: 2 * people }, (_, entry) =>
        entry % 2 === 0 ? rows.firstSlope(entry >> 1) : rows.secondSlope(entry >> 1),
      ),
      values: new Float64Array(2 * people).fill(-1),
    },
  };
}

function addColumns(highs: Highs, model: Model, rows: RowPlan, fresh: readonly Column[]) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const column of fresh) {
    indices.push(...column.rows);
    values.push(...column.values);
    starts.push(indices.length);
  }
  model.addCols({
    cost: Float64Array.from(fresh, (column) => column.cost),
    lower: new Float64Array(fresh.length),
    upper: new Float64Array(fresh.length).fill(highs.infinity),
    matrix: {
      format: "csc",
      numRows: rows.firstCut + rows.cuts.list.length,
      numCols: fresh.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
}

// Clipped to what a valid price may be, so that the bound computed from them holds whatever the solver's tolerances.
function readPrices(instance: Instance, rows: RowPlan, dual: Float64Array) {
  const prices = freePrices(instance, rows.capacity, rows.cuts);
  for (let row = 0; row < prices.capacity.length; row++) {
    prices.capacity[row] = Math.max(0, -num(dual, rows.firstCapacity + row));
  }
  const charged = new Float64Array(instance.people);
  for (const [place, cut] of rows.cuts.list.entries()) {
    const price = Math.max(0, -num(dual, rows.firstCut + place));
    prices.cuts[place] = price;
    charged[cut.person] = num(charged, cut.person) + price;
  }
  const scale = charged.map((cuts, person) => {
    const firstSlope = Math.max(0, -num(dual, rows.firstSlope(person)));
    const secondSlope = Math.max(0, -num(dual, rows.secondSlope(person)));
    prices.firstSlope[person] = firstSlope;
    prices.secondSlope[person] = secondSlope;
    return Math.max(1, firstSlope + secondSlope + cuts);
  });
  for (let person = 0; person < instance.people; person++) {
    prices.firstSlope[person] = num(prices.firstSlope, person) / num(scale, person);
    prices.secondSlope[person] = num(prices.secondSlope, person) / num(scale, person);
  }
  for (const [place, cut] of rows.cuts.list.entries()) {
    prices.cuts[place] = num(prices.cuts, place) / num(scale, cut.person);
  }
  for (const [slot, row] of rows.open) prices.open[slot] = Math.max(0, -num(dual, row));
  return { prices, episodeDual: dual.slice(0, instance.episodes.length) };
}

function brokenCuts(instance: Instance, columns: readonly Column[], values: Float64Array): FairnessCut[] {
  const loads = new Map<number, FractionalLoad>();
  for (const [place, column] of columns.entries()) {
    const share = values[instance.people + place] ?? 0;
    if (share < 1e-6) continue;
    const episode = item(instance.episodes, column.index);
    forEachRun(episode, column.served, (person, minutes) => {
      const load = loads.get(person) ?? { runs: [], charged: num(values, person) };
      loads.set(person, load);
      load.runs.push({ minutes, share });
      load.charged +=
        share *
        fairnessCost(minutes, int(instance.expected, person), instance.firstSlope, instance.secondSlope);
    });
  }
  return [...loads].flatMap(([person, load]) => brokenCut(instance, person, load) ?? []);
}

function addCuts(
  highs: Highs,
  model: Model,
  instance: Instance,
  rows: RowPlan,
  columns: Column[],
  fresh: readonly FairnessCut[],
) {
  for (const cut of fresh) addCut(rows.cuts, cut);
  const people = new Set(fresh.map((cut) => cut.person));
  const first = rows.firstCut + rows.cuts.list.length - fresh.length;
  const byRow = fresh.map((cut): [number, number][] => [[cut.person, -1]]);
  for (const [place, column] of columns.entries()) {
    const episode = item(instance.episodes, column.index);
    if (![...column.served].some((one) => one >= 0 && people.has(int(episode.people, one)))) continue;
    const again = makeColumn(instance, rows, column.index, column.served);
    columns[place] = again;
    for (const [entry, row] of again.rows.entries()) {
      if (row >= first) byRow[row - first]?.push([instance.people + place, num(again.values, entry)]);
    }
  }
  const starts = [0];
  for (const terms of byRow) starts.push((starts.at(-1) ?? 0) + terms.length);
  const terms = byRow.flat();
  model.addRows({
    lower: new Float64Array(fresh.length).fill(-highs.infinity),
    upper: Float64Array.from(fresh, limitOf),
    matrix: {
      format: "csr",
      numRows: fresh.length,
      numCols: instance.people + columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(terms, ([place]) => place),
      values: Float64Array.from(terms, ([, value]) => value),
    },
  });
}
