import type { Highs, Model } from "highs";
import { num } from "@/lib/coverage/planner/arrays";
import { type Column, columnKey, makeColumn, type RowPlan } from "@/lib/coverage/planner/columns";
import type { Instance } from "@/lib/coverage/planner/instance";
import { freePrices, type Prices } from "@/lib/coverage/planner/prices";
import { interruptible } from "@/lib/coverage/planner/solver";
import type { Stopping } from "@/lib/coverage/planner/stopping";

/** The linear master programme over the patterns met so far; dispose it when done. */
export type Master = {
  rows: RowPlan;
  columns: Column[];
  add: (found: readonly { index: number; served: Int32Array }[]) => number;
  solve: () => { value: number; prices: Prices; episodeDual: Float64Array } | null;
  dispose: () => void;
};

/** Builds an empty master programme: one surplus-fairness column per assistant, no patterns yet. */
export function makeMaster(highs: Highs, instance: Instance, rows: RowPlan, stopping: Stopping): Master {
  const model = highs.createModel(frame(highs, instance, rows));
  model.options.set({ output_flag: false });
  const columns: Column[] = [];
  const known = new Set<string>();
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
      if (stopping.isOver()) return null;
      const seconds = stopping.remainingMs() / 1000;
      if (Number.isFinite(seconds)) model.options.set({ time_limit: model.getRunTime() + seconds });
      model.run(interruptible(highs, stopping));
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      return { value: model.getObjectiveValue(), ...readPrices(instance, rows, model.getSolution().rowDual) };
    },
    dispose: () => model.dispose(),
  };
}

function frame(highs: Highs, instance: Instance, rows: RowPlan) {
  const people = instance.people;
  const episodes = instance.episodes.length;
  const rowLower = new Float64Array(rows.count).fill(-highs.infinity);
  rowLower.fill(1, 0, episodes);
  return {
    numCols: people,
    numRows: rows.count,
    colCost: new Float64Array(people).fill(1),
    colLower: new Float64Array(people),
    colUpper: new Float64Array(people).fill(highs.infinity),
    rowLower,
    rowUpper: rows.upper,
    matrix: {
      format: "csc" as const,
      numRows: rows.count,
      numCols: people,
      starts: Int32Array.from({ length: people + 1 }, (_, person) => 2 * person),
      indices: Int32Array.from({ length: 2 * people }, (_, entry) =>
        entry % 2 === 0 ? rows.near(entry >> 1) : rows.far(entry >> 1),
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
      numRows: rows.count,
      numCols: fresh.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
}

// Clipped to what a valid price may be, so that the bound computed from them holds whatever the solver's tolerances.
function readPrices(instance: Instance, rows: RowPlan, dual: Float64Array) {
  const prices = freePrices(instance, rows.capacity);
  for (const [cell, first] of rows.capacityStart) {
    const values = prices.capacity.get(cell);
    if (!values) continue;
    for (const position of values.keys()) values[position] = Math.max(0, -num(dual, first + position));
  }
  for (let person = 0; person < instance.people; person++) {
    const near = Math.max(0, -num(dual, rows.near(person)));
    const far = Math.max(0, -num(dual, rows.far(person)));
    const scale = Math.max(1, near + far);
    prices.near[person] = near / scale;
    prices.far[person] = far / scale;
  }
  for (const [slot, row] of rows.open) prices.open[slot] = Math.max(0, -num(dual, row));
  return { prices, episodeDual: dual.slice(0, instance.episodes.length) };
}
