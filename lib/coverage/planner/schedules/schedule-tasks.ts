import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { int, item, num } from "@/lib/solver/arrays";
import type { ScheduleRows } from "./schedule-rows";

/**
 * One step an assistant may serve, in the order of slots. `bit` marks the episode among those under way (0 where the step
 * has no neighbour), `goesOn` whether the next step follows. `gain` is its dual value less its cost; `start` what beginning a
 * run here costs.
 */
export type Task = {
  slot: number;
  row: number;
  candidate: number;
  bit: number;
  goesOn: boolean;
  use: number;
  take: number;
  gain: number;
  start: number;
};

/**
 * The steps of an assistant's offers that lie in some run earning more than `above` beside its piece. At most 30
 * episodes can be under way at once with exact piece costs; beyond, a piece is spread over the episode, which only ever
 * underestimates.
 */
export function listTasks(
  instance: Instance,
  rows: ScheduleRows,
  duals: Float64Array,
  above: number,
  pairs: readonly number[],
): Task[] {
  const tasks: Task[] = [];
  const spans: Span[] = [];
  for (let place = 0; place < pairs.length; place += 2) {
    const index = item(pairs, place);
    const candidate = item(pairs, place + 1);
    const from = tasks.length;
    addTasks(instance, rows, duals, above, index, candidate, tasks);
    if (tasks.length > from) spans.push({ tasks: tasks.slice(from) });
  }
  giveBits(instance, spans);
  tasks.sort((a, b) => a.slot - b.slot || a.row - b.row);
  return tasks;
}

type Span = { tasks: Task[] };

function addTasks(
  instance: Instance,
  rows: ScheduleRows,
  duals: Float64Array,
  above: number,
  index: number,
  candidate: number,
  tasks: Task[],
) {
  const episode = item(instance.episodes, index);
  const { steps } = episode;
  const first = int(rows.first, index);
  const gains = new Float64Array(steps);
  const after = new Float64Array(steps + 1);
  for (let step = steps - 1; step >= 0; step--) {
    const node = candidate * steps + step;
    const gain =
      episode.feasible[node] === 1
        ? num(duals, first + step) - num(episode.cost, node)
        : Number.NEGATIVE_INFINITY;
    gains[step] = gain;
    after[step] = Math.max(0, gain + num(after, step + 1));
  }
  let before = 0;
  let last: Task | null = null;
  for (let step = 0; step < steps; step++) {
    const gain = num(gains, step);
    const through = before + gain + num(after, step + 1);
    before = Math.max(0, before + gain);
    if (!(through > instance.piece + above + 1e-9)) {
      last = null;
      continue;
    }
    const node = candidate * steps + step;
    const task: Task = {
      slot: int(episode.slots, step),
      row: first + step,
      candidate,
      bit: 0,
      goesOn: false,
      use: int(episode.use, node),
      take: int(episode.take, node),
      gain,
      start: instance.piece,
    };
    if (last) last.goesOn = true;
    tasks.push(task);
    last = task;
  }
}

// Episodes whose slots don't meet share a bit.
function giveBits(instance: Instance, spans: readonly Span[]) {
  const freeFrom: number[] = [];
  const order = spans
    .filter(({ tasks }) => tasks.length > 1)
    .sort((a, b) => item(a.tasks, 0).slot - item(b.tasks, 0).slot);
  for (const { tasks } of order) {
    const begins = item(tasks, 0).slot;
    let place = freeFrom.findIndex((slot) => slot <= begins);
    if (place < 0) place = freeFrom.length;
    if (place >= 30) {
      for (const task of tasks) task.start = instance.piece / tasks.length;
      continue;
    }
    freeFrom[place] = item(tasks, tasks.length - 1).slot + 1;
    for (const task of tasks) task.bit = 1 << place;
  }
}
