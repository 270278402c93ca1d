import { int, item, num } from "@/lib/coverage/planner/arrays";
import { fairnessCost } from "@/lib/coverage/planner/fairness";
import { forceRun } from "@/lib/coverage/planner/force";
import { buildInstance, type Cover, type Episode, type Instance } from "@/lib/coverage/planner/instance";
import type { Assignment, PlanResult, PlanScore } from "@/lib/coverage/planner/plan-result";
import type { PlanProblem } from "@/lib/coverage/planner/problem";
import { coverOf } from "@/lib/coverage/planner/report";
import { minutesGiven, scoreCover } from "@/lib/coverage/planner/score";

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
  score: PlanScore;
};

/** Lays a verified result out for explaining. */
export function layOutResult(problem: PlanProblem, result: PlanResult): Explained {
  const instance = buildInstance(problem);
  const cover = coverOf(problem, instance, result.assignments);
  return { problem, result, instance, cover, score: scoreCover(instance, cover) };
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
    fairnessCost(whole, int(instance.expected, person), instance.near, instance.far);
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
  const { instance, cover, problem } = laid;
  const episode = item(instance.episodes, number);
  const person = int(episode.people, candidate);
  const assistantId = item(problem.assistants, person).id;
  const slots = steps.flatMap((step) => heldSlot(laid, number, step, candidate) ?? []);
  const forcedCover = forceRun(instance, cover, number, steps, candidate);
  const forced = forcedCover && {
    foundBy: "forced_and_repaired" as const,
    by: difference(laid, forcedCover),
  };
  if (slots.length === 0 && forced) return { assistantId, verdict: "worse", forced };
  return { assistantId, verdict: "full", slots, forced };
}

function heldSlot(laid: Explained, number: number, step: number, candidate: number): HeldSlot | null {
  const { instance, cover, problem } = laid;
  const episode = item(instance.episodes, number);
  const person = int(episode.people, candidate);
  const slot = int(episode.slots, step);
  const capacity = int(instance.capacity, person * instance.slots + slot);
  const needs = int(episode.take, candidate * episode.steps + step);
  const holders = instance.episodes.flatMap((other, index) => {
    const at = other.slots.indexOf(slot);
    const served = at < 0 ? -1 : int(item(cover, index), at);
    if (index === number || served < 0 || int(other.people, served) !== person) return [];
    const minutes = int(other.take, served * other.steps + at);
    return [{ episodeId: item(problem.episodes, other.place).id, minutes }];
  });
  const free = capacity - holders.reduce((sum, one) => sum + one.minutes, 0);
  return free >= needs && capacity > 0 ? null : { slot, needs, free, capacity, holders };
}

function difference(laid: Explained, forced: Cover): PlanScore {
  const score = scoreCover(laid.instance, forced);
  const by = { ...score };
  for (const part of Object.keys(by) as (keyof PlanScore)[]) by[part] -= laid.score[part];
  return by;
}
