import type { Highs } from "highs";
import { item } from "@/lib/coverage/planner/arrays";
import { buildInstance } from "@/lib/coverage/planner/instance";
import type { PlanResult, Uncovered } from "@/lib/coverage/planner/plan-result";
import type { PlanProblem } from "@/lib/coverage/planner/problem";
import { loadSolver } from "@/lib/coverage/planner/solver";
import { coverMost } from "@/lib/coverage/planner/stage-one";
import { makeStopping } from "@/lib/coverage/planner/stopping";

/** A change after which this slot can be covered and nothing else is lost; verified by planning the slot again. */
export type Remedy =
  | { code: "extra_minutes"; assistantId: string; minutes: number }
  | { code: "ask_back"; assistantId: string; minutes: number }
  | { code: "add_candidate"; assistantId: string; minutes: number }
  | {
      code: "move_executive";
      episodeId: string;
      fromAssistantId: string;
      toAssistantId: string;
      minutes: number;
    };

export type UncoveredExplanation = { uncovered: Uncovered; remedies: Remedy[] };

const mostPerKind = 3;

/** The smallest changes that would cover an uncovered slot, each verified; null where there is no such slot. */
export async function explainUncovered(
  problem: PlanProblem,
  result: PlanResult,
  index: number,
): Promise<UncoveredExplanation | null> {
  const uncovered = result.uncovered[index];
  const episode = problem.episodes.find((one) => one.id === uncovered?.episodeId);
  if (!uncovered || !episode) return null;
  const highs = await loadSolver();
  const single = singleSlot(problem, uncovered.slot);
  const here = readSlot(problem, result, uncovered);
  const isLeast = result.lowerBound?.uncoveredWeight === result.score.uncoveredWeight;
  const open = isLeast ? openIn(problem, result, uncovered.slot) : leastOpen(single, highs);
  const target = open - episode.weight * uncovered.minutes;
  const reaches = (changed: PlanProblem) =>
    leastOpen(changed, null) <= target || leastOpen(changed, highs) <= target;
  const remedies = [bringMinutes(here), addCandidates(here), moveOthers(here)].flatMap((options) =>
    options
      .sort((a, b) => a.minutes - b.minutes)
      .slice(0, mostPerKind)
      .filter((remedy) => episode.weight === 0 || reaches(applyRemedy(single, uncovered, remedy))),
  );
  return { uncovered, remedies };
}

/** A problem reduced to one slot, which the least uncovered weight depends on alone. */
export function singleSlot(problem: PlanProblem, slot: number): PlanProblem {
  return {
    ...problem,
    slots: 1,
    assistants: problem.assistants.map((person) => ({ ...person, capacity: [item(person.capacity, slot)] })),
    episodes: problem.episodes
      .filter((episode) => episode.from <= slot && slot < episode.to)
      .map((episode) => ({
        ...episode,
        from: 0,
        to: 1,
        minutes: [item(episode.minutes, slot - episode.from)],
        candidates: episode.candidates.map((one) => ({
          ...one,
          minutes: [item(one.minutes ?? episode.minutes, slot - episode.from)],
        })),
      })),
    pinned: problem.pinned.filter((pin) => pin.slot === slot).map((pin) => ({ ...pin, slot: 0 })),
    prior: [],
  };
}

// Slots don't touch each other here, so where the whole is least, so is each slot.
function openIn(problem: PlanProblem, result: PlanResult, slot: number): number {
  const weights = new Map(problem.episodes.map((episode) => [episode.id, episode.weight]));
  return result.uncovered
    .filter((one) => one.slot === slot)
    .reduce((sum, one) => sum + (weights.get(one.episodeId) ?? 0) * one.minutes, 0);
}

function leastOpen(problem: PlanProblem, highs: Highs | null): number {
  const stopping = makeStopping({ seed: 0, budget: {}, mode: "optimise" });
  return coverMost(buildInstance(problem), highs, stopping).uncoveredWeight;
}

type Duty = { episodeId: string; assistantId: string; minutes: number; candidates: Map<string, number> };
type SlotView = {
  demand: number;
  candidates: Map<string, number>;
  free: Map<string, number>;
  atWork: Set<string>;
  duties: Duty[];
};

function readSlot(problem: PlanProblem, result: PlanResult, { episodeId, slot }: Uncovered): SlotView {
  const single = singleSlot(problem, slot);
  const takes = (id: string) => {
    const episode = single.episodes.find((one) => one.id === id);
    return new Map(episode?.candidates.map((one) => [one.assistantId, item(one.minutes ?? [0], 0)]));
  };
  const demandOf = (id: string) => single.episodes.find((one) => one.id === id)?.minutes[0] ?? 0;
  const free = new Map(single.assistants.map((person) => [person.id, item(person.capacity, 0)]));
  const atWork = new Set([...free].filter(([, minutes]) => minutes > 0).map(([id]) => id));
  const pinned = new Set(single.pinned.map((pin) => pin.episodeId));
  const duties: Duty[] = [];
  for (const one of result.assignments) {
    if (one.from > slot || one.to <= slot || demandOf(one.episodeId) === 0) continue;
    const candidates = takes(one.episodeId);
    const minutes = candidates.get(one.assistantId) ?? 0;
    free.set(one.assistantId, (free.get(one.assistantId) ?? 0) - minutes);
    if (!pinned.has(one.episodeId)) duties.push({ ...one, minutes, candidates });
  }
  return { demand: demandOf(episodeId), candidates: takes(episodeId), free, atWork, duties };
}

function bringMinutes(here: SlotView): Remedy[] {
  return [...here.candidates].map(([assistantId, take]) => {
    const code = here.atWork.has(assistantId) ? "extra_minutes" : "ask_back";
    return { code, assistantId, minutes: take - (here.free.get(assistantId) ?? 0) };
  });
}

function addCandidates(here: SlotView): Remedy[] {
  return [...here.free]
    .filter(([id, free]) => here.atWork.has(id) && !here.candidates.has(id) && free >= here.demand)
    .map(([assistantId]) => ({ code: "add_candidate", assistantId, minutes: here.demand }));
}

function moveOthers(here: SlotView): Remedy[] {
  return here.duties.flatMap((duty): Remedy[] => {
    const take = here.candidates.get(duty.assistantId);
    const freed = (here.free.get(duty.assistantId) ?? 0) + duty.minutes;
    if (take === undefined || freed < take) return [];
    const host = [...here.free].find(
      ([id, free]) =>
        id !== duty.assistantId && here.atWork.has(id) && !duty.candidates.has(id) && free >= duty.minutes,
    );
    if (!host) return [];
    const [toAssistantId] = host;
    const { episodeId, assistantId: fromAssistantId, minutes } = duty;
    return [{ code: "move_executive", episodeId, fromAssistantId, toAssistantId, minutes }];
  });
}

function applyRemedy(single: PlanProblem, uncovered: Uncovered, remedy: Remedy): PlanProblem {
  if (remedy.code === "extra_minutes" || remedy.code === "ask_back") {
    const assistants = single.assistants.map((person) =>
      person.id === remedy.assistantId
        ? { ...person, capacity: [item(person.capacity, 0) + remedy.minutes] }
        : person,
    );
    return { ...single, assistants };
  }
  const isMove = remedy.code === "move_executive";
  const episodeId = isMove ? remedy.episodeId : uncovered.episodeId;
  const assistantId = isMove ? remedy.toAssistantId : remedy.assistantId;
  const newcomer = { assistantId, misfit: 1000, minutes: [remedy.minutes] };
  const episodes = single.episodes.map((episode) =>
    episode.id === episodeId ? { ...episode, candidates: [...episode.candidates, newcomer] } : episode,
  );
  return { ...single, episodes };
}
