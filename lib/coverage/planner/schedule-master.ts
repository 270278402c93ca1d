import type { Highs, Model } from "highs";
import { int, item, num } from "@/lib/coverage/planner/arrays";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import type { Cover, Instance } from "@/lib/coverage/planner/instance";
import { isHopeless } from "@/lib/coverage/planner/prices";
import type { ScheduleGraph } from "@/lib/coverage/planner/schedule-graph";
import { addColumn, emptyProgramme, modelData, type Programme } from "@/lib/coverage/planner/solver";

/** One assistant's whole schedule as a column: its true cost and the coverage rows it fills. */
export type ScheduleColumn = { person: number; tasks: number[]; cost: number; rows: number[] };

/** A step that may stay open: its coverage row, its cost, and what it weighs in its slot's limit. */
export type OpenColumn = { row: number; cost: number; slot: number; weight: number };

/** Rows: one per episode step (served once or open), one per assistant (one schedule), one per slot with spare weight. */
export type ScheduleRows = {
  steps: number;
  first: number[];
  people: number;
  spare: Map<number, number>;
  count: number;
  open: OpenColumn[];
};

/** Numbers the rows and lists the steps that may stay open. */
export function scheduleRows(instance: Instance, spare: Float64Array): ScheduleRows {
  const first: number[] = [];
  const open: OpenColumn[] = [];
  let steps = 0;
  for (const episode of instance.episodes) {
    first.push(steps);
    for (let step = 0; step < episode.steps; step++) {
      if (episode.mayStayOpen[step] !== 1) continue;
      const weight = isHopeless(episode, step) ? 0 : episode.weight * int(episode.demand, step);
      open.push({
        row: steps + step,
        cost: num(episode.openCost, step),
        slot: int(episode.slots, step),
        weight,
      });
    }
    steps += episode.steps;
  }
  const spareRows = new Map<number, number>();
  let count = steps + instance.people;
  spare.forEach((weight, slot) => {
    if (weight > 0) spareRows.set(slot, count++);
  });
  return { steps, first, people: instance.people, spare: spareRows, count, open };
}

/** The column of a schedule. */
export function scheduleColumn(
  instance: Instance,
  rows: ScheduleRows,
  graph: ScheduleGraph,
  tasks: number[],
): ScheduleColumn {
  let cost = 0;
  let minutes = 0;
  let node = 0;
  const chosen = new Set(tasks);
  const filled: number[] = [];
  while (node < graph.taskOf.length) {
    const position = int(graph.taskOf, node);
    if (!chosen.has(position)) {
      node = int(graph.skipTo, node);
      continue;
    }
    const task = item(graph.tasks, position);
    cost += task.cost + (graph.isStart[node] === 1 ? instance.piece : 0);
    minutes += task.take;
    filled.push(item(rows.first, task.index) + task.step);
    node = int(graph.serveTo, node);
  }
  cost += fairnessCost(minutes, int(instance.expected, graph.person), instance.near, instance.far);
  return { person: graph.person, tasks, cost, rows: filled };
}

/** Each assistant's schedule in a plan. */
export function schedulesOf(graphs: readonly ScheduleGraph[], cover: Cover): number[][] {
  return graphs.map((graph) =>
    [...graph.tasks.keys()].filter((position) => {
      const task = item(graph.tasks, position);
      return int(item(cover, task.index), task.step) === task.candidate;
    }),
  );
}

/** The programme over given schedules: linear for pricing, integral for the final choice. */
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
    const place = addColumn(programme, column.cost, Number.POSITIVE_INFINITY, isIntegral);
    for (const row of [...column.rows, rows.steps + column.person]) byRow[row]?.push([place, 1]);
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

/** A live linear programme over schedules. */
export function openScheduleModel(highs: Highs, programme: Programme): Model {
  const model = highs.createModel(
    modelData(highs, { ...programme, integral: programme.integral.map(() => 0) }),
  );
  model.options.set({ output_flag: false });
  return model;
}

/** Adds schedules to a live linear programme. */
export function addSchedules(
  highs: Highs,
  model: Model,
  rows: ScheduleRows,
  columns: readonly ScheduleColumn[],
) {
  const starts = [0];
  const indices: number[] = [];
  for (const column of columns) {
    indices.push(...column.rows, rows.steps + column.person);
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
