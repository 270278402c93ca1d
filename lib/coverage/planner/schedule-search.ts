import { int, item, num } from "@/lib/coverage/planner/arrays";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import type { Instance } from "@/lib/coverage/planner/instance";
import type { ScheduleGraph } from "@/lib/coverage/planner/schedule-graph";

/** The tasks an assistant serves (by place in the graph's list) and what that costs under the prices. */
export type Schedule = { tasks: number[]; priced: number };

export type Line = { slope: number; offset: number };

/**
 * All of an assistant's schedules that cost less than `below` under `worth` (what serving each task earns), or null where
 * they are too many. Fairness is bounded by its tangents, each of which makes the rest a shortest path.
 */
export function schedulesBelow(
  instance: Instance,
  graph: ScheduleGraph,
  worth: Float64Array,
  below: number,
  most: { found: number; visits: number },
): Schedule[] | null {
  const search = walkSchedules(instance, graph, worth, { below, isShrinking: false, most });
  return search.isComplete ? search.found : null;
}

/**
 * Dives for the cheapest schedule below nothing: each found is cheaper than the one before, and the last is proven
 * cheapest where the search is complete within the visits.
 */
export function diveForCheapest(
  instance: Instance,
  graph: ScheduleGraph,
  worth: Float64Array,
  visits: number,
): { found: Schedule[]; isComplete: boolean } {
  const most = { found: Number.POSITIVE_INFINITY, visits };
  return walkSchedules(instance, graph, worth, { below: -1e-9, isShrinking: true, most });
}

type Walk = { below: number; isShrinking: boolean; most: { found: number; visits: number } };

function walkSchedules(
  instance: Instance,
  graph: ScheduleGraph,
  worth: Float64Array,
  { below: start, isShrinking, most }: Walk,
): { found: Schedule[]; isComplete: boolean } {
  const expected = int(instance.expected, graph.person);
  const lines = tangents(instance, expected);
  const rests = lines.map((line) => cheapestRests(instance, graph, worth, line.slope));
  const found: Schedule[] = [];
  const served: number[] = [];
  const end = graph.taskOf.length;
  let below = start;
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
      if (isShrinking) below = priced - 1e-9;
      return found.length <= most.found;
    }
    if (++visits > most.visits) return false;
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

  return { isComplete: walk(0, 0, 0), found };
}

/** Lines that never exceed the fairness cost; where the second slope is the lower one, those of its convex hull. */
export function tangents({ near, far }: Instance, expected: number): Line[] {
  const slope = Math.min(near, far);
  return [
    { slope: 0, offset: 0 },
    { slope, offset: slope * expected },
    { slope: far, offset: near > far ? far * expected : (2 * far - near) * expected },
  ];
}

/** From each node the cheapest rest of a schedule, with every minute charged the slope. */
export function cheapestRests(
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
