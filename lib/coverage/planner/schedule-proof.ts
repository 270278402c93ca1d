import type { Highs, Model } from "highs";
import { item, num } from "@/lib/coverage/planner/arrays";
import { wholeBound } from "@/lib/coverage/planner/column-generation";
import type { Cover, Instance } from "@/lib/coverage/planner/instance";
import type { Proof } from "@/lib/coverage/planner/proof";
import type { ScheduleGraph } from "@/lib/coverage/planner/schedule-graph";
import { cheapestSchedules } from "@/lib/coverage/planner/schedule-labels";
import {
  addSchedules,
  openScheduleModel,
  type ScheduleColumn,
  type ScheduleRows,
  scheduleColumn,
  scheduleProgramme,
  scheduleRows,
  schedulesOf,
} from "@/lib/coverage/planner/schedule-master";
import { schedulesBelow } from "@/lib/coverage/planner/schedule-search";
import { scoreCover } from "@/lib/coverage/planner/score";
import { interruptible, solveProgramme } from "@/lib/coverage/planner/solver";
import type { Stopping } from "@/lib/coverage/planner/stopping";

/** What covering each step is worth, and what a slot's spare uncovered weight costs (never negative). */
type Worth = { steps: Float64Array; spare: Float64Array };

type Setting = {
  highs: Highs;
  instance: Instance;
  graphs: readonly ScheduleGraph[];
  rows: ScheduleRows;
  spare: Float64Array;
  stopping: Stopping;
};

export type ScheduleProofOptions = {
  spare: Float64Array;
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
  graphs: readonly ScheduleGraph[],
  start: Proof,
  options: ScheduleProofOptions,
): Proof {
  const { spare, stopping } = options;
  const rows = scheduleRows(instance, spare);
  const setting = { highs, instance, graphs, rows, spare, stopping };
  const columns = startingColumns(setting, [...options.covers, start.cover]);
  const priced = priceSchedules(setting, columns, start);
  let best = { ...start, bound: Math.max(start.bound, wholeBound(priced.bound)) };
  options.onBound?.(best.bound);
  if (best.quality - best.bound > 1) best = decide(setting, columns, best, false);
  for (let round = 0; round < 3 && best.bound < best.quality && !stopping.isOver(); round++) {
    const all = listSchedules(setting, priced, best, options.mostColumns);
    best = decide(setting, all ?? columns, best, all !== null);
    if (all) break;
  }
  return best;
}

type Priced = { bound: number; worth: Worth; least: Float64Array };

function startingColumns(setting: Setting, covers: readonly Cover[]): ScheduleColumn[] {
  const { instance, rows, graphs } = setting;
  const known = new Set<string>();
  return covers.flatMap((cover) =>
    schedulesOf(graphs, cover).flatMap((tasks, person) => {
      const key = `${person}:${tasks.join()}`;
      if (tasks.length === 0 || known.has(key)) return [];
      known.add(key);
      return [scheduleColumn(instance, rows, item(graphs, person), tasks)];
    }),
  );
}

function priceSchedules(setting: Setting, columns: ScheduleColumn[], start: Proof): Priced {
  const { highs, rows, spare } = setting;
  const model = openScheduleModel(highs, scheduleProgramme(rows, spare, columns, false));
  try {
    return generate(setting, model, columns, start.quality);
  } finally {
    model.dispose();
  }
}

function generate(setting: Setting, model: Model, columns: ScheduleColumn[], upper: number): Priced {
  let best: Priced | null = null;
  let smoothing = 0.5;
  for (;;) {
    const fresh = solveMaster(setting, model);
    if (!fresh) return best ?? boundSchedules(setting, flatWorth(setting)).priced;
    let added = 0;
    for (const blend of best && smoothing > 0 ? [smoothing, 0] : [0]) {
      const worth: Worth = best && blend > 0 ? blendWorth(fresh.worth, best.worth, blend) : fresh.worth;
      const { priced, found } = boundSchedules(setting, worth);
      if (!best || priced.bound > best.bound) best = priced;
      const helpful = found.filter((column) => helps(column, fresh.worth, fresh.people));
      if (helpful.length > 0) addSchedules(setting.highs, model, setting.rows, helpful);
      columns.push(...helpful);
      added = helpful.length;
      if (added > 0) break;
    }
    if (added === 0 || !best || wholeBound(best.bound) >= upper || fresh.value - best.bound < 1e-6) {
      return best ?? boundSchedules(setting, fresh.worth).priced;
    }
    smoothing = Math.max(0, smoothing - 0.02);
  }
}

function solveMaster({ highs, rows, stopping, spare }: Setting, model: Model) {
  if (stopping.isOver()) return null;
  const seconds = stopping.remainingMs() / 1000;
  if (Number.isFinite(seconds)) model.options.set({ time_limit: model.getRunTime() + seconds });
  model.run(interruptible(highs, stopping));
  if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
  const dual = model.getSolution().rowDual;
  const worth: Worth = { steps: dual.slice(0, rows.steps), spare: new Float64Array(spare.length) };
  for (const [slot, row] of rows.spare) worth.spare[slot] = Math.max(0, -num(dual, row));
  return {
    value: model.getObjectiveValue(),
    worth,
    people: dual.slice(rows.steps, rows.steps + rows.people),
  };
}

function helps(column: ScheduleColumn, worth: Worth, people: Float64Array): boolean {
  let reduced = column.cost - num(people, column.person);
  for (const row of column.rows) reduced -= num(worth.steps, row);
  return reduced < -1e-6;
}

function flatWorth({ rows, spare }: Setting): Worth {
  return { steps: new Float64Array(rows.steps), spare: new Float64Array(spare.length) };
}

function blendWorth(fresh: Worth, kept: Worth, weight: number): Worth {
  const mix = (a: Float64Array, b: Float64Array) =>
    a.map((value, index) => (1 - weight) * value + weight * num(b, index));
  return { steps: mix(fresh.steps, kept.steps), spare: mix(fresh.spare, kept.spare) };
}

// Valid for any worth: every step's worth, less what open steps and each assistant's best schedule could still save.
function boundSchedules(setting: Setting, worth: Worth): { priced: Priced; found: ScheduleColumn[] } {
  const { instance, graphs, rows, spare } = setting;
  let bound = 0;
  for (const value of worth.steps) bound += value;
  spare.forEach((weight, slot) => {
    bound -= weight * num(worth.spare, slot);
  });
  for (const open of rows.open) bound += Math.min(0, openReduced(open, worth));
  const least = new Float64Array(graphs.length);
  const found: ScheduleColumn[] = [];
  for (const [person, graph] of graphs.entries()) {
    const cheapest = cheapestSchedules(instance, graph, taskWorth(setting, graph, worth), 3);
    least[person] = Math.min(0, cheapest[0]?.priced ?? 0);
    bound += num(least, person);
    for (const { tasks } of cheapest) found.push(scheduleColumn(instance, rows, graph, tasks));
  }
  return { priced: { bound, worth, least }, found };
}

function openReduced(open: ScheduleRows["open"][number], worth: Worth): number {
  return open.cost - num(worth.steps, open.row) + open.weight * num(worth.spare, open.slot);
}

function taskWorth({ rows }: Setting, graph: ScheduleGraph, worth: Worth): Float64Array {
  return Float64Array.from(graph.tasks, (task) => num(worth.steps, item(rows.first, task.index) + task.step));
}

function listSchedules(setting: Setting, priced: Priced, best: Proof, most: number): ScheduleColumn[] | null {
  const { instance, graphs, rows } = setting;
  const room = best.quality - 1 - priced.bound + 1e-4;
  const columns = startingColumns(setting, [best.cover]);
  const known = new Set(columns.map((column) => `${column.person}:${column.tasks.join()}`));
  for (const [person, graph] of graphs.entries()) {
    const below = num(priced.least, person) + room;
    const left = { found: most - columns.length, visits: 50 * most };
    const found = schedulesBelow(instance, graph, taskWorth(setting, graph, priced.worth), below, left);
    if (!found) return null;
    const fresh = found.filter(({ tasks }) => tasks.length > 0 && !known.has(`${person}:${tasks.join()}`));
    columns.push(...fresh.map(({ tasks }) => scheduleColumn(instance, rows, graph, tasks)));
  }
  return columns;
}

function decide(
  setting: Setting,
  columns: readonly ScheduleColumn[],
  best: Proof,
  isComplete: boolean,
): Proof {
  const { highs, instance, graphs, rows, spare, stopping } = setting;
  const programme = scheduleProgramme(rows, spare, columns, true);
  const answer = solveProgramme(highs, programme, stopping);
  const cover = answer.values ? readCover(instance, graphs, rows, columns, answer.values) : null;
  const quality = cover ? scoreCover(instance, cover).quality : Number.POSITIVE_INFINITY;
  const better = cover && quality < best.quality ? { ...best, cover, quality } : best;
  if (!isComplete) return better;
  const proven = answer.isProven ? better.quality : Math.min(better.quality, wholeBound(answer.bound));
  return { ...better, bound: Math.max(best.bound, proven) };
}

function readCover(
  instance: Instance,
  graphs: readonly ScheduleGraph[],
  rows: ScheduleRows,
  columns: readonly ScheduleColumn[],
  values: Float64Array,
): Cover {
  const cover = instance.episodes.map((episode) => new Int32Array(episode.steps).fill(-1));
  for (const [position, column] of columns.entries()) {
    if (num(values, rows.open.length + position) <= 0.5) continue;
    const graph = item(graphs, column.person);
    for (const place of column.tasks) {
      const task = item(graph.tasks, place);
      item(cover, task.index)[task.step] = task.candidate;
    }
  }
  return cover;
}
