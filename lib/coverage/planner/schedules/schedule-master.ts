import type { Highs, Model } from "highs";
import { num } from "@/lib/solver/arrays";
import { addColumn, emptyProgramme, modelData, type Programme, solveLinear } from "@/lib/solver/programme";
import type { Stopping } from "@/lib/solver/stopping";
import type { StepDuals } from "./schedule-bound";
import { type ScheduleColumn, type ScheduleRows, scheduleKey } from "./schedule-rows";

/** The linear master programme over the schedules met so far; dispose it when done. */
export type ScheduleMaster = {
  columns: ScheduleColumn[];
  add: (found: readonly ScheduleColumn[]) => number;
  solve: () => { value: number; duals: StepDuals; people: Float64Array } | null;
  dispose: () => void;
};

/** Builds the master programme over the first schedules. */
export function makeScheduleMaster(
  highs: Highs,
  rows: ScheduleRows,
  spare: Float64Array,
  start: readonly ScheduleColumn[],
  stopping: Stopping,
): ScheduleMaster {
  const model = highs.createModel(modelData(highs, scheduleProgramme(rows, spare, start, false)));
  model.options.set({ output_flag: false });
  const columns = [...start];
  const known = new Set(start.map(scheduleKey));
  return {
    columns,
    add: (found) => {
      const fresh = found.filter((column) => {
        const key = scheduleKey(column);
        const isNew = !known.has(key);
        known.add(key);
        return isNew;
      });
      if (fresh.length > 0) addColumns(highs, model, rows, fresh);
      columns.push(...fresh);
      return fresh.length;
    },
    solve: () => {
      if (!solveLinear(highs, model, stopping)) return null;
      const dual = model.getSolution().rowDual;
      const duals: StepDuals = { steps: dual.slice(0, rows.steps), spare: new Float64Array(spare.length) };
      for (const [slot, row] of rows.spare) duals.spare[slot] = Math.max(0, -num(dual, row));
      const people = dual.slice(rows.steps, rows.steps + rows.people);
      return { value: model.getObjectiveValue(), duals, people };
    },
    dispose: () => model.dispose(),
  };
}

/** The programme over given schedules: linear for pricing, integral for the final choice. Open steps come first. */
export function scheduleProgramme(
  rows: ScheduleRows,
  spare: Float64Array,
  columns: readonly ScheduleColumn[],
  isIntegral: boolean,
): Programme {
  const programme = emptyProgramme();
  const byRow: [number, number][][] = Array.from({ length: rows.count }, () => []);
  for (const open of rows.open) {
    const place = addColumn(programme, open.cost, 1, isIntegral);
    byRow[open.row]?.push([place, 1]);
    const limit = rows.spare.get(open.slot);
    if (limit !== undefined && open.weight > 0) byRow[limit]?.push([place, open.weight]);
  }
  for (const column of columns) {
    const place = addColumn(programme, column.cost, isIntegral ? 1 : Number.POSITIVE_INFINITY, isIntegral);
    for (const row of column.rows) byRow[row]?.push([place, 1]);
    byRow[rows.steps + column.person]?.push([place, 1]);
  }
  const slotOf = new Map([...rows.spare].map(([slot, row]) => [row, slot]));
  for (const [row, terms] of byRow.entries()) {
    for (const [place, value] of terms) {
      programme.indices.push(place);
      programme.values.push(value);
    }
    programme.starts.push(programme.indices.length);
    programme.rowLower.push(row < rows.steps ? 1 : Number.NEGATIVE_INFINITY);
    const slot = slotOf.get(row);
    programme.rowUpper.push(slot === undefined ? 1 : num(spare, slot));
  }
  return programme;
}

function addColumns(highs: Highs, model: Model, rows: ScheduleRows, columns: readonly ScheduleColumn[]) {
  const starts = [0];
  const indices: number[] = [];
  for (const column of columns) {
    for (const row of column.rows) indices.push(row);
    indices.push(rows.steps + column.person);
    starts.push(indices.length);
  }
  model.addCols({
    cost: Float64Array.from(columns, (column) => column.cost),
    lower: new Float64Array(columns.length),
    upper: new Float64Array(columns.length).fill(highs.infinity),
    matrix: {
      format: "csc",
      numRows: rows.count,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  });
}
