import type { Highs, Model, ModelData, ModelStatusCode } from "highs";
import type { Stopping } from "@/lib/solver/stopping";

export const solverVersion = "standby-1/highs-1.15.3";

let loading: Promise<Highs | null> | null = null;

/** HiGHS, loaded once; null where its WebAssembly can't be loaded. */
export function loadSolver(): Promise<Highs | null> {
  loading ??= import("highs").then((module) => module.default()).catch(() => null);
  return loading;
}

/** A mixed-integer programme in rows, as the planner states it; unbounded sides are ±Infinity. */
export type Programme = {
  cost: number[];
  lower: number[];
  upper: number[];
  integral: number[];
  rowLower: number[];
  rowUpper: number[];
  starts: number[];
  indices: number[];
  values: number[];
};

export type ProgrammeAnswer = { isProven: boolean; values: Float64Array | null; bound: number };

/** A programme without columns or rows. */
export function emptyProgramme(): Programme {
  return {
    cost: [],
    lower: [],
    upper: [],
    integral: [],
    rowLower: [],
    rowUpper: [],
    starts: [0],
    indices: [],
    values: [],
  };
}

/** Adds a column and returns its place. */
export function addColumn(programme: Programme, cost: number, upper: number, isIntegral: boolean): number {
  programme.cost.push(cost);
  programme.lower.push(0);
  programme.upper.push(upper);
  programme.integral.push(isIntegral ? 1 : 0);
  return programme.cost.length - 1;
}

/** Adds a row `lower ≤ Σ value × column ≤ upper`. */
export function addRow(
  programme: Programme,
  lower: number,
  upper: number,
  terms: readonly [number, number][],
) {
  for (const [column, value] of terms) {
    programme.indices.push(column);
    programme.values.push(value);
  }
  programme.starts.push(programme.indices.length);
  programme.rowLower.push(lower);
  programme.rowUpper.push(upper);
}

/**
 * Solves an integer programme with whole costs, within the time left and a node limit; `bound` is proven whether or not
 * the answer is. `start` is a known feasible point.
 */
export function solveProgramme(
  highs: Highs,
  programme: Programme,
  stopping: Stopping,
  start?: Float64Array,
): ProgrammeAnswer {
  const model = highs.createModel(modelData(highs, programme));
  try {
    const seconds = Math.min(stopping.remainingMs() / 1000, 1e6);
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 0.99,
      mip_max_nodes: 50_000,
      time_limit: seconds,
    });
    if (start) model.setSolution({ colValue: start });
    model.run(interruptible(highs, stopping));
    return readAnswer(highs, model);
  } finally {
    model.dispose();
  }
}

/** Solves a linear programme again within the time left; false where time or a cancellation ends it first. */
export function solveLinear(highs: Highs, model: Model, stopping: Stopping): boolean {
  if (stopping.isOver()) return false;
  const seconds = stopping.remainingMs() / 1000;
  if (Number.isFinite(seconds)) model.options.set({ time_limit: model.getRunTime() + seconds });
  model.run(interruptible(highs, stopping));
  return model.getModelStatus() === highs.constants.modelStatus.optimal;
}

/** The duals of the rows of a linear programme; null where time or a cancellation ends it first. */
export function relaxationDuals(highs: Highs, programme: Programme, stopping: Stopping): Float64Array | null {
  const model = highs.createModel(modelData(highs, programme));
  try {
    model.options.set({ output_flag: false });
    return solveLinear(highs, model, stopping) ? model.getSolution().rowDual.slice() : null;
  } finally {
    model.dispose();
  }
}

// Makes HiGHS ask whether to stop at its checkpoints.
function interruptible(highs: Highs, stopping: Stopping) {
  const ask = (event: { interrupt: () => void }) => {
    if (stopping.isCancelled()) event.interrupt();
    return undefined;
  };
  const { mipInterrupt, simplexInterrupt } = highs.constants.callbackType;
  return { [mipInterrupt]: ask, [simplexInterrupt]: ask };
}

function readAnswer(highs: Highs, model: Model): ProgrammeAnswer {
  const status: ModelStatusCode = model.getModelStatus();
  const isProven = status === highs.constants.modelStatus.optimal;
  const hasPoint = Number(model.info.get("primal_solution_status")) === 2;
  const dual = Number(model.info.get("mip_dual_bound"));
  // What is solved before the first node has no bound of its own.
  const bound = isProven && !Number.isFinite(dual) ? model.getObjectiveValue() : dual;
  return { isProven, values: hasPoint ? model.getSolution().colValue : null, bound };
}

/** The programme as HiGHS takes it. */
export function modelData(highs: Highs, programme: Programme): ModelData {
  const finite = (values: number[]) =>
    Float64Array.from(values, (value) =>
      Number.isFinite(value) ? value : Math.sign(value) * highs.infinity,
    );
  return {
    numCols: programme.cost.length,
    numRows: programme.rowLower.length,
    colCost: Float64Array.from(programme.cost),
    colLower: finite(programme.lower),
    colUpper: finite(programme.upper),
    rowLower: finite(programme.rowLower),
    rowUpper: finite(programme.rowUpper),
    integrality: Int32Array.from(programme.integral),
    matrix: {
      format: "csr",
      numRows: programme.rowLower.length,
      numCols: programme.cost.length,
      starts: Int32Array.from(programme.starts),
      indices: Int32Array.from(programme.indices),
      values: Float64Array.from(programme.values),
    },
  };
}
