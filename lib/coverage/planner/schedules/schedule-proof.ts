import type { Highs } from "highs";
import { wholeBound } from "@/lib/coverage/planner/patterns/column-generation";
import type { Cover, Instance } from "@/lib/coverage/planner/problem/instance";
import type { Proof } from "@/lib/coverage/planner/proof";
import { scoreCover } from "@/lib/coverage/planner/result/score";
import { int, item, num } from "@/lib/solver/arrays";
import { solveProgramme } from "@/lib/solver/programme";
import { type Stopping, shareOf } from "@/lib/solver/stopping";
import { fillProfitablePairs } from "./profitable-pairs";
import {
  boundSchedules,
  makeScheduleRelaxation,
  mix,
  type ScheduleBound,
  type ScheduleRelaxation,
  type StepDuals,
} from "./schedule-bound";
import { buildGraph } from "./schedule-graph";
import { schedulesBelow } from "./schedule-listing";
import { makeScheduleMaster, type ScheduleMaster, scheduleProgramme } from "./schedule-master";
import {
  coverOfSchedules,
  type ScheduleColumn,
  scheduleColumn,
  scheduleKey,
  scheduleRows,
  schedulesOf,
} from "./schedule-rows";
import type { Task } from "./schedule-tasks";

export type ScheduleProofOptions = {
  spare: Float64Array;
  /** The dual values of steps to begin with. */
  duals: StepDuals;
  covers: readonly Cover[];
  stopping: Stopping;
  mostColumns: number;
  onBound?: (bound: number) => void;
};

/**
 * Proves a plan optimal by whole schedules: fairness, capacity and runs are exact inside a schedule, so the linear bound
 * is tight. Schedules whose reduced cost exceeds the gap are in no better plan; the rest are listed and decided upon.
 */
export function proveBySchedules(
  highs: Highs,
  instance: Instance,
  start: Proof,
  options: ScheduleProofOptions,
): Proof {
  const { spare, stopping } = options;
  const relaxation = makeScheduleRelaxation(instance, scheduleRows(instance, spare), spare);
  const { priced, columns } = priceMarket(highs, relaxation, start, options);
  let best = { ...start, bound: Math.max(start.bound, wholeBound(priced.bound)) };
  options.onBound?.(best.bound);
  if (best.quality - best.bound > 1)
    best = decide(highs, relaxation, columns, best, false, shareOf(stopping, 0.5));
  for (let round = 0; round < 3 && best.bound < best.quality && !stopping.isOver(); round++) {
    const all = listSchedules(relaxation, priced, best, options.mostColumns);
    best = decide(highs, relaxation, all ?? columns, best, all !== null, stopping);
    if (all) break;
  }
  return best;
}

function priceMarket(
  highs: Highs,
  relaxation: ScheduleRelaxation,
  start: Proof,
  options: ScheduleProofOptions,
) {
  const { instance, rows, spare } = relaxation;
  const first = boundSchedules(relaxation, options.duals, 3);
  const known = new Map(
    [...options.covers, start.cover]
      .flatMap((cover) => schedulesOf(instance, rows, cover))
      .map((column) => [scheduleKey(column), column]),
  );
  const master = makeScheduleMaster(highs, rows, spare, [...known.values()], options.stopping);
  try {
    const priced = generateSchedules(relaxation, master, first, start.quality, options.stopping);
    return { priced, columns: master.columns };
  } finally {
    master.dispose();
  }
}

function generateSchedules(
  relaxation: ScheduleRelaxation,
  master: ScheduleMaster,
  start: ScheduleBound,
  upper: number,
  stopping: Stopping,
): ScheduleBound {
  let best = start;
  let smoothing = 0.7;
  master.add(columnsOf(relaxation, start));
  while (wholeBound(best.bound) < upper && !stopping.isOver()) {
    const fresh = master.solve();
    if (!fresh) break;
    let added = 0;
    for (const part of smoothing > 0 ? [smoothing, 0] : [0]) {
      const duals: StepDuals = part > 0 ? mix(fresh.duals, best.duals, part) : fresh.duals;
      const priced = boundSchedules(relaxation, duals, 3);
      if (priced.bound > best.bound) best = priced;
      added = master.add(columnsOf(relaxation, priced).filter((column) => helps(relaxation, column, fresh)));
      if (added > 0) break;
    }
    if (added === 0 || fresh.value - best.bound < 1e-6) break;
    smoothing = Math.max(0, smoothing - 0.02);
  }
  return best;
}

function columnsOf(relaxation: ScheduleRelaxation, { found }: ScheduleBound): ScheduleColumn[] {
  return found.flatMap(({ person, schedules }) =>
    schedules.map(({ tasks }) => columnOfTasks(relaxation, person, tasks)),
  );
}

function columnOfTasks(
  { instance, rows }: ScheduleRelaxation,
  person: number,
  tasks: readonly Task[],
): ScheduleColumn {
  const ordered = [...tasks].sort((a, b) => a.row - b.row);
  const filled = Int32Array.from(ordered, (task) => task.row);
  return scheduleColumn(
    instance,
    rows,
    person,
    filled,
    Int32Array.from(ordered, (task) => task.candidate),
  );
}

function helps(
  { rows }: ScheduleRelaxation,
  column: ScheduleColumn,
  fresh: { duals: StepDuals; people: Float64Array },
): boolean {
  let reduced = column.cost - num(fresh.people, column.person);
  for (const row of column.rows) if (row < rows.steps) reduced -= num(fresh.duals.steps, row);
  return reduced < -1e-6;
}

function listSchedules(
  relaxation: ScheduleRelaxation,
  priced: ScheduleBound,
  best: Proof,
  most: number,
): ScheduleColumn[] | null {
  const { instance, rows, pairs } = relaxation;
  const gap = best.quality - 1 - priced.bound + 1e-4;
  const columns = schedulesOf(instance, rows, best.cover);
  const known = new Set(columns.map(scheduleKey));
  fillProfitablePairs(instance, rows, priced.duals.steps, -gap, pairs);
  let nodes = 400_000;
  for (const [person, own] of pairs.entries()) {
    if (own.length === 0) continue;
    const graph = buildGraph(instance, person, own, nodes);
    if (!graph) return null;
    nodes -= graph.taskOf.length;
    const duals = Float64Array.from(graph.tasks, (task) =>
      num(priced.duals.steps, int(rows.first, task.index) + task.step),
    );
    const left = { found: most - columns.length, visits: 20 * most };
    const found = schedulesBelow(instance, graph, duals, num(priced.least, person) + gap, left);
    if (!found) return null;
    for (const places of found) {
      if (places.length === 0) continue;
      const served = places
        .map((place) => item(graph.tasks, place))
        .map((task) => ({ row: int(rows.first, task.index) + task.step, candidate: task.candidate }))
        .sort((a, b) => a.row - b.row);
      const filled = Int32Array.from(served, (one) => one.row);
      const candidates = Int32Array.from(served, (one) => one.candidate);
      const column = scheduleColumn(instance, rows, person, filled, candidates);
      if (!known.has(scheduleKey(column))) columns.push(column);
    }
    if (columns.length > most) return null;
  }
  return columns;
}

function decide(
  highs: Highs,
  { instance, rows, spare }: ScheduleRelaxation,
  columns: readonly ScheduleColumn[],
  best: Proof,
  isComplete: boolean,
  stopping: Stopping,
): Proof {
  const answer = solveProgramme(highs, scheduleProgramme(rows, spare, columns, true), stopping);
  const { values } = answer;
  const chosen = columns.filter((_, place) => values && num(values, rows.open.length + place) > 0.5);
  const cover = values ? coverOfSchedules(instance, rows, chosen) : null;
  const quality = cover ? scoreCover(instance, cover).quality : Number.POSITIVE_INFINITY;
  const better = cover && quality < best.quality ? { ...best, cover, quality } : best;
  if (!isComplete) return better;
  const proven = answer.isProven ? better.quality : Math.min(better.quality, wholeBound(answer.bound));
  return { ...better, bound: Math.max(best.bound, proven) };
}
