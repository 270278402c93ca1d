import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { int, item } from "@/lib/solver/arrays";
import { fillSlot, type SlotEffort } from "./slot-answer";
import { feasibleCandidates, type SlotJob } from "./slot-task";

/** An episode with demand in the slot in view: who could serve it and the minutes that takes, side by side. */
export type SlotExecutive = {
  episodeId: string;
  weight: number;
  demand: number;
  people: number[];
  minutes: number[];
  /** Who serves in the plan, by place among `people`, or -1. */
  serving: number;
  isPinned: boolean;
};

/** One slot of a plan, people by their place in the problem. */
export type SlotView = { ids: string[]; capacity: Int32Array; executives: SlotExecutive[] };

/** A slot with more time of one person, or with one more who may serve an executive. */
export type SlotChange =
  | { kind: "time"; person: number; minutes: number }
  | { kind: "newcomer"; executive: SlotExecutive; person: number; minutes: number };

/** Lays out the one slot in view. */
export function viewSlot(problem: PlanProblem, result: PlanResult, slot: number): SlotView {
  const ids = problem.assistants.map((person) => person.id);
  const personOf = new Map(ids.map((id, person) => [id, person]));
  const here = result.assignments.filter((one) => one.from <= slot && slot < one.to);
  const servedBy = new Map(here.map((one) => [one.episodeId, personOf.get(one.assistantId)]));
  const pinned = new Set(problem.pinned.filter((pin) => pin.slot === slot).map((pin) => pin.episodeId));
  const executives = problem.episodes.flatMap((episode): SlotExecutive[] => {
    const at = slot - episode.from;
    const demand = episode.minutes[at] ?? 0;
    if (demand === 0) return [];
    const people = episode.candidates.map((one) => personOf.get(one.assistantId) as number);
    const minutes = episode.candidates.map((one) => one.minutes?.[at] ?? demand);
    const served = servedBy.get(episode.id);
    const serving = served === undefined ? -1 : people.indexOf(served);
    const { id, weight } = episode;
    return [{ episodeId: id, weight, demand, people, minutes, serving, isPinned: pinned.has(id) }];
  });
  return {
    ids,
    capacity: Int32Array.from(problem.assistants, (one) => item(one.capacity, slot)),
    executives,
  };
}

/** The time each person has left beside all they serve in the plan. */
export function freeTime({ capacity, executives }: SlotView): Int32Array {
  const free = Int32Array.from(capacity);
  for (const executive of executives) if (executive.serving >= 0) take(free, executive);
  return free;
}

/** The weight a slot leaves open at least, planned again from the plan in view; or whether `goal` is enough for it. */
export function leastOpen(view: SlotView, effort: SlotEffort, change?: SlotChange): number {
  const capacity = Int32Array.from(view.capacity);
  if (change?.kind === "time") capacity[change.person] = int(capacity, change.person) + change.minutes;
  const residual = Int32Array.from(capacity);
  for (const executive of view.executives) if (executive.isPinned) take(residual, executive);
  const jobs: SlotJob[] = [];
  const start = new Map<SlotJob, number>();
  let uncoverable = 0;
  for (const [index, executive] of view.executives.entries()) {
    if (executive.isPinned || executive.weight === 0) continue;
    const joins = change?.kind === "newcomer" && change.executive === executive;
    const people = joins ? [...executive.people, change.person] : executive.people;
    const minutes = joins ? [...executive.minutes, change.minutes] : executive.minutes;
    const feasible = people.map((person, place) => {
      return int(capacity, person) > 0 && item(minutes, place) <= int(residual, person) ? 1 : 0;
    });
    const table = {
      steps: 1,
      people: Int32Array.from(people),
      use: Int32Array.from(minutes),
      feasible: Uint8Array.from(feasible),
    };
    const job = { index, step: 0, weight: executive.weight * executive.demand, table, feasible: null };
    if (feasibleCandidates(job).length === 0) uncoverable += job.weight;
    else jobs.push(job);
    if (executive.serving >= 0) start.set(job, executive.serving);
  }
  const goal = effort.goal === undefined ? {} : { goal: effort.goal - uncoverable };
  return uncoverable + fillSlot({ residual, jobs, priors: new Map() }, { ...effort, ...goal, start }).lost;
}

function take(time: Int32Array, { people, minutes, serving }: SlotExecutive) {
  const person = item(people, serving);
  time[person] = int(time, person) - item(minutes, serving);
}
