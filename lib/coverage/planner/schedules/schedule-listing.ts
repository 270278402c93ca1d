import type { Instance } from "@/lib/coverage/planner/problem/instance";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import { int, item, num } from "@/lib/solver/arrays";
import type { ScheduleGraph } from "./schedule-graph";

type Line = { slope: number; offset: number };

/**
 * All of an assistant's schedules (as places in the graph's list of tasks) that cost less than `below` where serving a
 * task earns its dual value; null where they are too many. Fairness is bounded by its tangents, each of which makes the rest
 * a shortest path.
 */
export function schedulesBelow(
  instance: Instance,
  graph: ScheduleGraph,
  duals: Float64Array,
  below: number,
  most: { found: number; visits: number },
): number[][] | null {
  const expected = int(instance.expected, graph.person);
  const lines = tangents(instance, expected);
  const rests = lines.map((line) => cheapestRests(instance, graph, duals, line.slope));
  const found: number[][] = [];
  const served: number[] = [];
  const end = graph.taskOf.length;
  let visits = 0;

  function isUncoverable(node: number, cost: number, minutes: number): boolean {
    for (let line = 0; line < lines.length; line++) {
      const { slope, offset } = item(lines, line);
      if (cost + slope * minutes - offset + num(item(rests, line), node) >= below) return true;
    }
    return false;
  }

  function walk(node: number, cost: number, minutes: number): boolean {
    if (isUncoverable(node, cost, minutes)) return true;
    if (node === end) {
      const priced = cost + fairnessCost(minutes, expected, instance.firstSlope, instance.secondSlope);
      if (priced < below) found.push([...served]);
      return found.length <= most.found;
    }
    if (++visits > most.visits) return false;
    const position = int(graph.taskOf, node);
    const task = item(graph.tasks, position);
    if (!walk(int(graph.skipTo, node), cost, minutes)) return false;
    const serveTo = int(graph.serveTo, node);
    if (serveTo < 0) return true;
    const start = graph.isStart[node] === 1 ? instance.piece : 0;
    served.push(position);
    const isDone = walk(serveTo, cost + task.cost + start - num(duals, position), minutes + task.take);
    served.pop();
    return isDone;
  }

  return walk(0, 0, 0) ? found : null;
}

// Lines that never exceed the fairness cost; where the second slope is the lower one, those of its convex hull.
function tangents({ firstSlope, secondSlope }: Instance, expected: number): Line[] {
  const slope = Math.min(firstSlope, secondSlope);
  return [
    { slope: 0, offset: 0 },
    { slope, offset: slope * expected },
    {
      slope: secondSlope,
      offset: firstSlope > secondSlope ? secondSlope * expected : (2 * secondSlope - firstSlope) * expected,
    },
  ];
}

// From each node the cheapest rest of a schedule, with every minute charged the slope.
function cheapestRests(
  instance: Instance,
  graph: ScheduleGraph,
  duals: Float64Array,
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
      const cost = task.cost + slope * task.take + start - num(duals, position) + num(rests, serveTo);
      least = Math.min(least, cost);
    }
    rests[node] = least;
  }
  return rests;
}
