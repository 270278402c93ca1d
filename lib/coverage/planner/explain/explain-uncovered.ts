import type { SlotEffort } from "@/lib/coverage/planner/gaps/slot-answer";
import {
  freeTime,
  leastOpen,
  type SlotChange,
  type SlotExecutive,
  type SlotView,
  viewSlot,
} from "@/lib/coverage/planner/gaps/slot-view";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { PlanResult, Uncovered } from "@/lib/coverage/planner/result/plan-result";
import { int, item } from "@/lib/solver/arrays";
import { loadSolver } from "@/lib/solver/programme";
import { makeStopping } from "@/lib/solver/stopping";

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
  if (!uncovered) return null;
  const view = viewSlot(problem, result, uncovered.slot);
  const executive = view.executives.find((one) => one.episodeId === uncovered.episodeId);
  if (!executive) return null;
  const stopping = makeStopping({ budget: {} });
  const effort: SlotEffort = { highs: await loadSolver(), stopping };
  const isLeast = result.lowerBound?.uncoveredWeight === result.score.uncoveredWeight;
  const goal = (isLeast ? openNow(view) : leastOpen(view, effort)) - executive.weight * executive.demand;
  const covers = ({ change }: Option) =>
    executive.weight === 0 || leastOpen(view, { ...effort, goal }, change) <= goal;
  const free = freeTime(view);
  const kinds = [
    bringMinutes(view, executive, free),
    addCandidates(view, executive, free),
    moveOthers(view, executive, free),
  ];
  const remedies = kinds.flatMap((options) =>
    options
      .sort((a, b) => a.remedy.minutes - b.remedy.minutes)
      .slice(0, mostPerKind)
      .filter(covers)
      .map(({ remedy }) => remedy),
  );
  return { uncovered, remedies };
}

// Slots don't touch each other here, so where the whole is least, so is each slot.
function openNow({ executives }: SlotView): number {
  return executives.reduce(
    (sum, executive) => sum + (executive.serving < 0 ? executive.weight * executive.demand : 0),
    0,
  );
}

type Option = { remedy: Remedy; change: SlotChange };

function bringMinutes({ ids, capacity }: SlotView, executive: SlotExecutive, free: Int32Array): Option[] {
  return executive.people.flatMap((person, place): Option[] => {
    const minutes = item(executive.minutes, place) - int(free, person);
    if (minutes <= 0) return [];
    const code = int(capacity, person) > 0 ? "extra_minutes" : "ask_back";
    const remedy: Remedy = { code, assistantId: item(ids, person), minutes };
    return [{ remedy, change: { kind: "time", person, minutes } }];
  });
}

function addCandidates({ ids, capacity }: SlotView, executive: SlotExecutive, free: Int32Array): Option[] {
  const known = new Set(executive.people);
  const minutes = executive.demand;
  return [...free.keys()]
    .filter((person) => int(capacity, person) > 0 && !known.has(person) && int(free, person) >= minutes)
    .map((person) => ({
      remedy: { code: "add_candidate", assistantId: item(ids, person), minutes },
      change: { kind: "newcomer", executive, person, minutes },
    }));
}

function moveOthers(
  { ids, capacity, executives }: SlotView,
  executive: SlotExecutive,
  free: Int32Array,
): Option[] {
  const takes = new Map(executive.people.map((person, place) => [person, item(executive.minutes, place)]));
  const atWork = [...free.keys()].filter((person) => int(capacity, person) > 0);
  return executives.flatMap((other): Option[] => {
    if (other.serving < 0 || other.isPinned) return [];
    const from = item(other.people, other.serving);
    const minutes = item(other.minutes, other.serving);
    const needs = takes.get(from);
    if (needs === undefined || int(free, from) + minutes < needs) return [];
    const known = new Set(other.people);
    const to = atWork.find((person) => !known.has(person) && int(free, person) >= minutes);
    if (to === undefined) return [];
    const remedy: Remedy = {
      code: "move_executive",
      episodeId: other.episodeId,
      fromAssistantId: item(ids, from),
      toAssistantId: item(ids, to),
      minutes,
    };
    return [{ remedy, change: { kind: "newcomer", executive: other, person: to, minutes } }];
  });
}
