import { int, item, num } from "@/lib/coverage/planner/arrays";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import type { Instance } from "@/lib/coverage/planner/instance";
import type { ScheduleGraph } from "@/lib/coverage/planner/schedule-graph";
import {
  cheapestRests,
  diveForCheapest,
  type Schedule,
  tangents,
} from "@/lib/coverage/planner/schedule-search";

type Label = { cost: number; minutes: number; before: Label | null; served: number };

const quickVisits = 3000;

/**
 * The cheapest schedules of an assistant that cost less than nothing under `worth`, best first, at most `wanted`; the
 * first is proven cheapest. Labels with more cost than a rival's by all that fairness could still make up are dropped.
 */
export function cheapestSchedules(
  instance: Instance,
  graph: ScheduleGraph,
  worth: Float64Array,
  wanted: number,
): Schedule[] {
  const dive = diveForCheapest(instance, graph, worth, quickVisits);
  const known = dive.found.reverse();
  if (dive.isComplete) return known.slice(0, wanted);
  const below = known[0]?.priced ?? 0;
  const labelled = labelSchedules(instance, graph, worth, below - 1e-9);
  return [...labelled, ...known].slice(0, wanted);
}

function labelSchedules(
  instance: Instance,
  graph: ScheduleGraph,
  worth: Float64Array,
  below: number,
): Schedule[] {
  const expected = int(instance.expected, graph.person);
  const end = graph.taskOf.length;
  const lines = tangents(instance, expected).map((line) => ({
    ...line,
    rests: cheapestRests(instance, graph, worth, line.slope),
  }));
  const steepest = Math.max(instance.near, instance.far);
  const labels: (Label[] | undefined)[] = new Array(end + 1);

  function offer(node: number, label: Label) {
    for (const line of lines) {
      if (label.cost + line.slope * label.minutes - line.offset + num(line.rests, node) >= below) return;
    }
    const rivals = labels[node];
    if (!rivals) {
      labels[node] = [label];
      return;
    }
    if (rivals.some((rival) => dominates(rival, label, steepest))) return;
    labels[node] = rivals.filter((rival) => !dominates(label, rival, steepest));
    labels[node]?.push(label);
  }

  offer(0, { cost: 0, minutes: 0, before: null, served: -1 });
  for (let node = 0; node < end; node++) {
    const here = labels[node];
    if (!here) continue;
    labels[node] = undefined;
    const position = int(graph.taskOf, node);
    const task = item(graph.tasks, position);
    const serveTo = int(graph.serveTo, node);
    const extra = task.cost + (graph.isStart[node] === 1 ? instance.piece : 0) - num(worth, position);
    for (const label of here) {
      offer(int(graph.skipTo, node), label);
      if (serveTo < 0) continue;
      const minutes = label.minutes + task.take;
      offer(serveTo, { cost: label.cost + extra, minutes, before: label, served: position });
    }
  }
  return (labels[end] ?? [])
    .map((label) => ({
      tasks: readBack(label),
      priced: label.cost + fairnessCost(label.minutes, expected, instance.near, instance.far),
    }))
    .filter((schedule) => schedule.priced < below)
    .sort((a, b) => a.priced - b.priced);
}

function dominates(rival: Label, label: Label, steepest: number): boolean {
  return rival.cost + steepest * Math.max(0, rival.minutes - label.minutes) <= label.cost;
}

function readBack(last: Label): number[] {
  const tasks: number[] = [];
  for (let label: Label | null = last; label; label = label.before) {
    if (label.served >= 0) tasks.push(label.served);
  }
  return tasks.reverse();
}
