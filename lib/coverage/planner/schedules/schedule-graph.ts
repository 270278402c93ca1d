import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { int, item, num } from "@/lib/solver/arrays";

/** One step of one episode that an assistant may serve, or must at least pass by because it breaks a run. */
export type GraphTask = {
  index: number;
  step: number;
  candidate: number;
  slot: number;
  bit: number;
  isFeasible: boolean;
  use: number;
  take: number;
  cost: number;
};

/**
 * All schedules of one assistant as paths: each node stands before a task, knowing which episodes the assistant serves;
 * `serveTo` is -1 where there's no room. The last node is the end. Independent of prices, so built once.
 */
export type ScheduleGraph = {
  person: number;
  tasks: GraphTask[];
  taskOf: Int32Array;
  skipTo: Int32Array;
  serveTo: Int32Array;
  isStart: Uint8Array;
};

/** The schedules of one assistant over these pairs of episode and candidate place; null beyond `mostNodes` nodes. */
export function buildGraph(
  instance: Instance,
  person: number,
  pairs: readonly number[],
  mostNodes: number,
): ScheduleGraph | null {
  const tasks: GraphTask[] = [];
  for (let place = 0; place < pairs.length; place += 2) {
    const index = item(pairs, place);
    const candidate = item(pairs, place + 1);
    const episode = item(instance.episodes, index);
    for (let step = 0; step < episode.steps; step++) {
      const node = candidate * episode.steps + step;
      tasks.push({
        index,
        step,
        candidate,
        slot: int(episode.slots, step),
        bit: 0,
        isFeasible: episode.feasible[node] === 1,
        use: int(episode.use, node),
        take: int(episode.take, node),
        cost: num(episode.cost, node),
      });
    }
  }
  return layNodes(instance, person, withBits(tasks), mostNodes);
}

function withBits(tasks: GraphTask[]): GraphTask[] {
  const feasible = new Set(tasks.filter((task) => task.isFeasible).map((task) => task.index));
  const kept = tasks.filter((task) => feasible.has(task.index));
  const bits = new Map([...feasible].map((index, place) => [index, place]));
  return kept
    .map((task) => ({ ...task, bit: bits.get(task.index) ?? 0 }))
    .sort((a, b) => a.slot - b.slot || a.index - b.index);
}

function layNodes(
  instance: Instance,
  person: number,
  tasks: GraphTask[],
  mostNodes: number,
): ScheduleGraph | null {
  if (tasks.some((task) => task.bit > 30)) return null;
  const alive = aliveMasks(tasks);
  const taskOf: number[] = [];
  const skipTo: number[] = [];
  const serveTo: number[] = [];
  const isStart: number[] = [];
  let layer = new Map<number, number>([[0, 0]]);
  let next = 1;
  for (const [position, task] of tasks.entries()) {
    const following = new Map<number, number>();
    const arrive = (mask: number) => {
      const kept = mask & item(alive, position + 1);
      const known = following.get(kept);
      if (known !== undefined) return known;
      following.set(kept, next);
      return next++;
    };
    const bit = 1 << task.bit;
    for (const [mask, node] of layer) {
      taskOf[node] = position;
      skipTo[node] = arrive(mask & ~bit);
      const fits = task.isFeasible && task.use <= residualBefore(instance, person, tasks, position, mask);
      serveTo[node] = fits ? arrive(mask | bit) : -1;
      isStart[node] = (mask & bit) === 0 ? 1 : 0;
    }
    if (next > mostNodes) return null;
    layer = following;
  }
  return {
    person,
    tasks,
    taskOf: Int32Array.from(taskOf),
    skipTo: Int32Array.from(skipTo),
    serveTo: Int32Array.from(serveTo),
    isStart: Uint8Array.from(isStart),
  };
}

// Which episodes still matter before each task: those with tasks to come, or served in the slot that is under way.
function aliveMasks(tasks: GraphTask[]): number[] {
  const alive = new Array<number>(tasks.length + 1).fill(0);
  for (let position = tasks.length - 1; position >= 0; position--) {
    alive[position] = item(alive, position + 1) | (1 << item(tasks, position).bit);
  }
  return alive.map((mask, position) => {
    let whole = mask;
    const slot = tasks[position]?.slot;
    for (let back = position - 1; back >= 0 && tasks[back]?.slot === slot; back--) {
      whole |= 1 << item(tasks, back).bit;
    }
    return whole;
  });
}

function residualBefore(
  instance: Instance,
  person: number,
  tasks: GraphTask[],
  position: number,
  mask: number,
): number {
  const { slot } = item(tasks, position);
  let residual = int(instance.residual, person * instance.slots + slot);
  for (let back = position - 1; back >= 0; back--) {
    const earlier = item(tasks, back);
    if (earlier.slot !== slot) break;
    if (mask & (1 << earlier.bit)) residual -= earlier.use;
  }
  return residual;
}
