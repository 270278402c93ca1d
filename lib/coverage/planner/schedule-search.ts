import { int, item, num } from "@/lib/coverage/planner/arrays";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import type { Instance } from "@/lib/coverage/planner/instance";
import type { ScheduleGraph } from "@/lib/coverage/planner/schedule-graph";

/** The tasks an assistant serves (by place in the graph's list) and what that costs under the prices. */
export type Schedule = { tasks: number[]; priced: number };

export type ScheduleSearch = {
  /** Schedules found: in `best` mode each cheaper than the one before, otherwise all below the threshold. */
  found: Schedule[];
  /** Proven: no schedule costs less than this under the prices. */
  bound: number;
  isComplete: boolean;
};

type Line = { slope: number; offset: number };

/**
 * Searches an assistant's schedules under `worth` (what serving each task earns) for those that cost less than `below`.
 * Branch and bound on the graph: fairness is bounded by its tangents, each of which makes the rest a shortest path.
 */
export function searchSchedules(
  instance: Instance,
  graph: ScheduleGraph,
  worth: Float64Array,
  options: { below: number; isBestOnly: boolean; mostFound: number; mostVisits: number },
): ScheduleSearch {
  const expected = int(instance.expected, graph.person);
  const lines = tangents(instance, expected);
  const rests = lines.map((line) => cheapestRests(instance, graph, worth, line.slope));
  const found: Schedule[] = [];
  const served: number[] = [];
  const end = graph.taskOf.length;
  let below = options.below;
  let visits = 0;

  function floor(node: number, cost: number, minutes: number): number {
    let least = Number.NEGATIVE_INFINITY;
    for (let line = 0; line < lines.length; line++) {
      const { slope, offset } = item(lines, line);
      least = Math.max(least, cost + slope * minutes - offset + num(item(rests, line), node));
    }
    return least;
  }

  function walk(node: number, cost: number, minutes: number): boolean {
    if (floor(node, cost, minutes) >= below) return true;
    if (node === end) {
      const priced = cost + fairnessCost(minutes, expected, instance.near, instance.far);
      if (priced >= below) return true;
      found.push({ tasks: [...served], priced });
      if (options.isBestOnly) below = priced - 1e-7;
      return found.length <= options.mostFound;
    }
    if (++visits > options.mostVisits) return false;
    const position = int(graph.taskOf, node);
    const task = item(graph.tasks, position);
    const serveTo = int(graph.serveTo, node);
    if (serveTo < 0) return walk(int(graph.skipTo, node), cost, minutes);
    const start = graph.isStart[node] === 1 ? instance.piece : 0;
    const servedCost = cost + task.cost + start - num(worth, position);
    const skipTo = int(graph.skipTo, node);
    const isServedFirst = floor(serveTo, servedCost, minutes + task.take) <= floor(skipTo, cost, minutes);
    if (!isServedFirst && !walk(skipTo, cost, minutes)) return false;
    served.push(position);
    const isDone = walk(serveTo, servedCost, minutes + task.take);
    served.pop();
    return isDone && (!isServedFirst || walk(skipTo, cost, minutes));
  }

  const root = floor(0, 0, 0);
  const isComplete = walk(0, 0, 0);
  const bound = isComplete && options.isBestOnly ? Math.min(options.below, below) : root;
  return { found, bound, isComplete };
}

// Lines that never exceed the fairness cost; where the second slope is the lower one, those of its convex hull.
function tangents({ near, far }: Instance, expected: number): Line[] {
  const slope = Math.min(near, far);
  return [
    { slope: 0, offset: 0 },
    { slope, offset: slope * expected },
    { slope: far, offset: near > far ? far * expected : (2 * far - near) * expected },
  ];
}

function cheapestRests(
  instance: Instance,
  graph: ScheduleGraph,
  worth: Float64Array,
  slope: number,
): Float64Array {
  const rests = new Float64Array(graph.taskOf.length + 1);
  for (let node = graph.taskOf.length - 1; node >= 0; node--) {
    const position = int(graph.taskOf, node);
    const task = item(graph.tasks, position);
    let least = num(rests, int(graph.skipTo, node));
    const serveTo = int(graph.serveTo, node);
    if (serveTo >= 0) {
      const start = graph.isStart[node] === 1 ? instance.piece : 0;
      const cost = task.cost + slope * task.take + start - num(worth, position) + num(rests, serveTo);
      least = Math.min(least, cost);
    }
    rests[node] = least;
  }
  return rests;
}
