import type { Stopping } from "@/lib/solver/stopping";
import { type DeskAssignment, type DeskOption, optionOf, type RebalanceInstance, sumsOf } from "./instance";
import { costOf, type Stage } from "./stage";

/** What a step does: minutes over capacities first, then the cost of the level. */
type Step = { options: readonly DeskOption[]; over: number; cost: number; changes: number };

const MOST_STEPS = 400;
/** Pairs of desks are exchanged up to this many desks; above it there would be too many. */
const MOST_FOR_EXCHANGES = 800;

/** A better assignment by the best single move or exchange, again and again while one helps: quick, and no proof. */
export function improveAssignment(
  instance: RebalanceInstance,
  stage: Stage,
  start: DeskAssignment,
  stopping: Stopping,
): DeskAssignment {
  const assignment = start.slice();
  const chosen = instance.desks.map((_, desk) => optionOf(instance, assignment, desk));
  const loads = new Float64Array(instance.capacity.length);
  for (const option of chosen)
    if (option) loads[option.assistant] = (loads[option.assistant] ?? 0) + loadOf(instance, option);
  let left = stage.mostChanges - sumsOf(instance, assignment).changes;
  for (let steps = 0; steps < MOST_STEPS && !stopping.isOver(); steps++) {
    const step = bestStep(instance, stage, chosen, loads, left);
    if (!step) break;
    for (const option of step.options) {
      const before = chosen[option.desk];
      if (before) loads[before.assistant] = (loads[before.assistant] ?? 0) - loadOf(instance, before);
      loads[option.assistant] = (loads[option.assistant] ?? 0) + loadOf(instance, option);
      chosen[option.desk] = option;
      assignment[option.desk] = option.assistant;
    }
    left -= step.changes;
  }
  return assignment;
}

function loadOf({ desks }: RebalanceInstance, { desk }: DeskOption): number {
  return desks[desk]?.load ?? 0;
}

function bestStep(
  instance: RebalanceInstance,
  stage: Stage,
  chosen: readonly (DeskOption | undefined)[],
  loads: Float64Array,
  left: number,
): Step | null {
  let best: Step | null = null;
  const isOver = (assistant: number) => (loads[assistant] ?? 0) > (instance.capacity[assistant] ?? 0);
  const tryStep = (one: DeskOption, other?: DeskOption) => {
    let [cost, changes, mayRelieve] = [0, 0, false];
    for (let option: DeskOption | undefined = one; option; option = option === other ? undefined : other) {
      const before = chosen[option.desk];
      cost += costOf(instance, stage, option) - (before ? costOf(instance, stage, before) : 0);
      changes += option.change - (before?.change ?? 0);
      mayRelieve ||= before !== undefined && isOver(before.assistant);
    }
    if (changes > left) return;
    // Who has too much nowhere in it can only be helped by its cost.
    if (!mayRelieve && (cost >= 0 || (best && (best.over < 0 || cost >= best.cost)))) return;
    const step = stepOf(instance, stage, chosen, loads, other ? [one, other] : [one]);
    if (step.over > 0 || (step.over === 0 && step.cost >= 0)) return;
    if (!best || step.over < best.over || (step.over === best.over && step.cost < best.cost)) best = step;
  };
  for (const list of instance.options)
    for (const option of list) if (chosen[option.desk] !== option) tryStep(option);
  if (instance.desks.length > MOST_FOR_EXCHANGES) return best;
  for (const a of chosen)
    for (const b of chosen) {
      if (!a || !b || a.desk >= b.desk || a.assistant === b.assistant) continue;
      if (stage.level === "overload" && !isOver(a.assistant) && !isOver(b.assistant)) continue;
      const [there, back] = [
        optionFor(instance, a.desk, b.assistant),
        optionFor(instance, b.desk, a.assistant),
      ];
      if (there && back) tryStep(there, back);
    }
  return best;
}

function optionFor({ options }: RebalanceInstance, desk: number, assistant: number): DeskOption | undefined {
  const list = options[desk] ?? [];
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const option = list[middle];
    if (!option || option.assistant === assistant) return option;
    if (option.assistant < assistant) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function stepOf(
  instance: RebalanceInstance,
  stage: Stage,
  chosen: readonly (DeskOption | undefined)[],
  loads: Float64Array,
  options: readonly DeskOption[],
): Step {
  let [over, cost, changes] = [0, 0, 0];
  const shift = (assistant: number, minutes: number) => {
    const most = instance.capacity[assistant] ?? 0;
    const now = loads[assistant] ?? 0;
    loads[assistant] = now + minutes;
    over += Math.max(0, now + minutes - most) - Math.max(0, now - most);
  };
  for (const option of options) {
    const before = chosen[option.desk];
    if (before) shift(before.assistant, -loadOf(instance, before));
    shift(option.assistant, loadOf(instance, option));
    cost += costOf(instance, stage, option) - (before ? costOf(instance, stage, before) : 0);
    changes += option.change - (before?.change ?? 0);
  }
  for (const option of options) {
    const before = chosen[option.desk];
    if (before) loads[before.assistant] = (loads[before.assistant] ?? 0) + loadOf(instance, before);
    loads[option.assistant] = (loads[option.assistant] ?? 0) - loadOf(instance, option);
  }
  return { options, over, cost, changes };
}
