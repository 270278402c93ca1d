import {
  buildInstance,
  type Cover,
  type Episode,
  type Instance,
} from "@/lib/coverage/planner/problem/instance";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import { fairnessCost } from "@/lib/coverage/planner/result/fairness";
import type { Assignment, PlanResult, PlanScore } from "@/lib/coverage/planner/result/plan-result";
import { reportedCoverOf } from "@/lib/coverage/planner/result/report";
import { minutesGiven } from "@/lib/coverage/planner/result/score";
import { type ForcingBase, forceRun, layForcingBase } from "@/lib/coverage/planner/search/force";
import { int, item, num } from "@/lib/solver/arrays";

/** Who holds a candidate's capacity in one slot; `needs` is what this cover would take, `free` what is left. */
export type HeldSlot = {
  slot: number;
  needs: number;
  free: number;
  capacity: number;
  holders: { episodeId: string; minutes: number }[];
};

/** What the whole plan's score would change by; positive is worse. Found by forcing, so a cleverer repair may exist. */
export type Forced = { foundBy: "forced_and_repaired"; by: PlanScore };

export type OtherCandidate =
  | { assistantId: string; verdict: "full"; slots: HeldSlot[]; forced: Forced | null }
  | { assistantId: string; verdict: "worse"; forced: Forced };

/** What the chosen assistant costs in this run: `fairness` is what the run adds beside their other cover. */
export type ChosenParts = {
  minutes: number;
  misfit: number;
  pieces: number;
  fairness: number;
  change: number;
};

export type AssignmentExplanation = {
  assignment: Assignment;
  isPinned: boolean;
  chosen: ChosenParts;
  others: OtherCandidate[];
};

/** A result laid out for explaining; build once for many explanations. */
export type Explained = {
  problem: PlanProblem;
  result: PlanResult;
  instance: Instance;
  cover: Cover;
  forcing: ForcingBase;
  duties: Duties;
};

/** Who is served in each cell (assistant × slots + slot), by episode, and the minutes that takes. */
type Duties = Map<number, { index: number; minutes: number }[]>;

/** Lays a verified result out for explaining. */
export function layOutResult(problem: PlanProblem, result: PlanResult): Explained {
  const instance = buildInstance(problem);
  const cover = reportedCoverOf(problem, instance, result.assignments);
  return {
    problem,
    result,
    instance,
    cover,
    forcing: layForcingBase(instance, cover),
    duties: dutiesOf(instance, cover),
  };
}

function dutiesOf(instance: Instance, cover: Cover): Duties {
  const duties: Duties = new Map();
  for (const [index, episode] of instance.episodes.entries()) {
    for (const [step, candidate] of item(cover, index).entries()) {
      if (candidate < 0) continue;
      const cell = int(episode.people, candidate) * instance.slots + int(episode.slots, step);
      const duty = { index, minutes: int(episode.take, candidate * episode.steps + step) };
      const others = duties.get(cell);
      if (others) others.push(duty);
      else duties.set(cell, [duty]);
    }
  }
  return duties;
}

/** Why this assistant serves this run, and for each other candidate: full, or worse and by which parts. */
export function explainAssignment(
  problem: PlanProblem,
  result: PlanResult,
  index: number,
): AssignmentExplanation | null {
  return explainRun(layOutResult(problem, result), index);
}

/** The explanation of one assignment of a laid-out result; null where there is no such assignment. */
export function explainRun(laid: Explained, index: number): AssignmentExplanation | null {
  const assignment = laid.result.assignments[index];
  const place = laid.problem.episodes.findIndex((episode) => episode.id === assignment?.episodeId);
  const number = laid.instance.episodes.findIndex((episode) => episode.place === place);
  const episode = laid.instance.episodes[number];
  if (!assignment || !episode) return null;
  const steps = [...episode.slots.keys()].filter((step) => {
    const slot = int(episode.slots, step);
    return assignment.from <= slot && slot < assignment.to;
  });
  const isPinned = steps.some((step) => int(episode.pin, step) >= 0);
  const serving = int(item(laid.cover, number), item(steps, 0));
  const others = isPinned
    ? []
    : [...episode.people.keys()]
        .filter((candidate) => candidate !== serving)
        .map((candidate) => judge(laid, number, steps, candidate));
  return { assignment, isPinned, chosen: chosenParts(laid, episode, steps, serving), others };
}

function chosenParts(laid: Explained, episode: Episode, steps: number[], candidate: number): ChosenParts {
  const { instance } = laid;
  const person = int(episode.people, candidate);
  const minutes = steps.reduce((sum, step) => sum + int(episode.take, candidate * episode.steps + step), 0);
  const given = num(minutesGiven(instance, laid.cover), person);
  const cost = (whole: number) =>
    fairnessCost(whole, int(instance.expected, person), instance.firstSlope, instance.secondSlope);
  const moved = steps.filter((step) => {
    const was = int(episode.prior, step);
    return was >= 0 && was !== person;
  });
  return {
    minutes,
    misfit: steps.length * int(episode.misfit, candidate),
    pieces: instance.piece,
    fairness: cost(given) - cost(given - minutes),
    change: moved.length * instance.change,
  };
}

function judge(laid: Explained, number: number, steps: number[], candidate: number): OtherCandidate {
  const { instance, forcing, problem } = laid;
  const episode = item(instance.episodes, number);
  const person = int(episode.people, candidate);
  const assistantId = item(problem.assistants, person).id;
  const slots = steps.flatMap((step) => heldSlot(laid, number, step, candidate) ?? []);
  const by = forceRun(forcing, number, steps, candidate);
  const forced = by && { foundBy: "forced_and_repaired" as const, by };
  if (slots.length === 0 && forced) return { assistantId, verdict: "worse", forced };
  return { assistantId, verdict: "full", slots, forced };
}

function heldSlot(laid: Explained, number: number, step: number, candidate: number): HeldSlot | null {
  const { instance, duties, problem } = laid;
  const episode = item(instance.episodes, number);
  const slot = int(episode.slots, step);
  const cell = int(episode.people, candidate) * instance.slots + slot;
  const capacity = int(instance.capacity, cell);
  const needs = int(episode.take, candidate * episode.steps + step);
  const others = (duties.get(cell) ?? []).filter((duty) => duty.index !== number);
  const free = capacity - others.reduce((sum, one) => sum + one.minutes, 0);
  if (free >= needs && capacity > 0) return null;
  const holders = others.map(({ index, minutes }) => {
    const { place } = item(instance.episodes, index);
    return { episodeId: item(problem.episodes, place).id, minutes };
  });
  return { slot, needs, free, capacity, holders };
}
