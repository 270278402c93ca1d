import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, item, num } from "@/lib/solver/arrays";
import type { Task } from "./schedule-tasks";

/** The tasks an assistant serves and what that costs under the prices. */
export type Schedule = { tasks: Task[]; priced: number };

/** `least` is proven: no schedule costs less. `found` are the cheapest met, best first. */
export type Priced = { least: number; found: Schedule[] };

/**
 * A partial schedule: what it costs, the room it takes in the slot under way, its minutes, and which episodes are under
 * way. An aggregate stands for several at their best, so it bounds but is no schedule.
 */
type Label = {
  cost: number;
  used: number;
  minutes: number;
  mask: number;
  before: Label | null;
  task: Task | null;
  isAggregate: boolean;
};

/**
 * The cheapest schedules of one assistant by labels over tasks in slot order. Labels that cannot become better than a
 * rival are dropped; beyond a width the dearest are aggregated into one, which keeps the bound valid.
 */
export function priceSchedules(
  instance: Instance,
  person: number,
  tasks: readonly Task[],
  wanted: number,
  maxLabels: number,
): Priced {
  const expected = int(instance.expected, person);
  const all = tasks.reduce((sum, task) => sum + task.take, 0);
  const steepest = all <= expected ? 0 : Math.max(instance.firstSlope, instance.secondSlope);
  const origin = { cost: 0, used: 0, minutes: 0, mask: 0, before: null, task: null, isAggregate: false };
  let layer: Label[] = [origin];
  let slot = -1;
  for (const task of tasks) {
    if (task.slot !== slot) {
      slot = task.slot;
      layer = atNewSlot(layer, steepest);
    }
    layer = serveOrSkip(layer, task, int(instance.residual, person * instance.slots + slot), steepest);
    if (layer.length > maxLabels) layer = aggregate(layer, maxLabels);
  }
  const ends = layer
    .map((label) => ({
      label,
      priced: label.cost + fairnessCost(label.minutes, expected, instance.firstSlope, instance.secondSlope),
    }))
    .filter((end) => end.priced < -1e-9)
    .sort((a, b) => a.priced - b.priced);
  return {
    least: ends[0]?.priced ?? 0,
    found: ends
      .filter((end) => !end.label.isAggregate)
      .slice(0, wanted)
      .map((end) => ({ tasks: readBack(end.label), priced: end.priced })),
  };
}

function atNewSlot(layer: Label[], steepest: number): Label[] {
  for (const label of layer) label.used = 0;
  if (layer.length === 1) return layer;
  return undominated(layer.sort(byPlace), steepest);
}

function byPlace(a: Label, b: Label): number {
  return a.mask - b.mask || a.used - b.used || a.cost - b.cost;
}

function serveOrSkip(layer: readonly Label[], task: Task, residual: number, steepest: number): Label[] {
  const served: Label[] = [];
  const skipped: Label[] = [];
  for (const label of layer) {
    const isUnderWay = (label.mask & task.bit) !== 0;
    if (label.used + task.use <= residual) {
      served.push({
        cost: label.cost - task.gain + (isUnderWay ? 0 : task.start),
        used: label.used + task.use,
        minutes: label.minutes + task.take,
        mask: task.goesOn ? label.mask | task.bit : label.mask & ~task.bit,
        before: label,
        task,
        isAggregate: label.isAggregate,
      });
    }
    if (isUnderWay) skipped.push({ ...label, mask: label.mask & ~task.bit });
    else skipped.push(label);
  }
  if (task.bit === 0) return undominated(merge(skipped, served), steepest);
  return undominated([...skipped, ...served].sort(byPlace), steepest);
}

function merge(a: readonly Label[], b: readonly Label[]): Label[] {
  const merged: Label[] = [];
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const isLeft = byPlace(item(a, left), item(b, right)) <= 0;
    merged.push(isLeft ? item(a, left++) : item(b, right++));
  }
  while (left < a.length) merged.push(item(a, left++));
  while (right < b.length) merged.push(item(b, right++));
  return merged;
}

const mostRivals = 40;

// Sorted by episodes under way and room taken; a rival before with no more room and cost makes a label useless.
function undominated(labels: readonly Label[], steepest: number): Label[] {
  const kept: Label[] = [];
  let group = 0;
  for (const label of labels) {
    if (kept.length > group && item(kept, group).mask !== label.mask) group = kept.length;
    const from = Math.max(group, kept.length - mostRivals);
    let isUseful = true;
    for (let place = kept.length - 1; place >= from && isUseful; place--) {
      const rival = item(kept, place);
      isUseful = rival.cost + steepest * Math.max(0, rival.minutes - label.minutes) > label.cost;
    }
    if (isUseful) kept.push(label);
  }
  return kept;
}

function aggregate(layer: Label[], maxLabels: number): Label[] {
  const costs = Float64Array.from(layer, (label) => label.cost).sort();
  const limit = num(costs, Math.floor(maxLabels / 2));
  const kept = layer.filter((label) => label.cost <= limit).slice(0, maxLabels - 1);
  const rest = new Set(layer);
  for (const label of kept) rest.delete(label);
  const merged: Label = {
    cost: Number.POSITIVE_INFINITY,
    used: Number.POSITIVE_INFINITY,
    minutes: Number.POSITIVE_INFINITY,
    mask: 0,
    before: null,
    task: null,
    isAggregate: true,
  };
  for (const label of rest) {
    merged.cost = Math.min(merged.cost, label.cost);
    merged.used = Math.min(merged.used, label.used);
    merged.minutes = Math.min(merged.minutes, label.minutes);
    merged.mask |= label.mask;
  }
  return rest.size === 0 ? kept : [...kept, merged].sort(byPlace);
}

function readBack(last: Label): Task[] {
  const tasks: Task[] = [];
  for (let label: Label | null = last; label; label = label.before) {
    if (label.task) tasks.push(label.task);
  }
  return tasks.reverse();
}
