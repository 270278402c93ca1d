import type { AssignmentExplanation, OtherCandidate } from "@/lib/coverage/planner/explain";
import type { Remedy, UncoveredExplanation } from "@/lib/coverage/planner/explain-uncovered";
import type { PlanResult, UncoveredReason } from "@/lib/coverage/planner/plan-result";
import type { Day } from "@/lib/time/day";
import {
  type DayPart,
  type HalfDay,
  type HalfDayRange,
  halfDayAt,
  rangeOfIndexes,
} from "@/lib/time/half-day";
import { type Ineligibility, ineligibilities } from "./eligibility";
import type { Grid } from "./grid";
import type { PoolProblem } from "./problem";

/** What is kept of a plan's answer, so that it can be explained later as it was decided. */
export type StoredAnswer = {
  result: PlanResult;
  assignments: AssignmentExplanation[];
  uncovered: UncoveredExplanation[];
  /** For each executive planned for, who the rules leave out and by which rules. */
  ineligible: Record<string, { assistantId: string; rules: Ineligibility[] }[]>;
};

/** Why somebody else was not chosen for a cover. */
export type WhyNot =
  | { assistantId: string; verdict: "ineligible"; rules: Ineligibility[] }
  | {
      assistantId: string;
      verdict: "full";
      slots: { on: Day; part: DayPart; freeMinutes: number; neededMinutes: number; holds: string[] }[];
    }
  | {
      assistantId: string;
      verdict: "worse";
      by: {
        uncoveredWeight: number;
        misfit: number;
        pieces: number;
        fairness: number;
        change: number;
        quality: number;
      };
    };

export type PlannedCover = HalfDayRange & {
  executiveId: string;
  assistantId: string;
  minutes: number;
  isChange: boolean;
  isPinned: boolean;
  /** What the choice costs by part; null in a plan too large to explain whole. */
  parts: { misfit: number; pieces: number; fairness: number; change: number } | null;
  others: WhyNot[];
};

export type PlannedGap = HalfDay & {
  executiveId: string;
  minutes: number;
  reasons: UncoveredReason[];
  remedies: RemedyView[];
};

export type RemedyView =
  | { code: "extra_minutes" | "ask_back" | "add_candidate"; assistantId: string; minutes: number }
  | { code: "move_executive"; executiveId: string; fromAssistantId: string; toAssistantId: string };

/** Pairs of executive and assistant above which who is left out is no longer kept with the plan. */
const MOST_PAIRS_KEPT = 20_000;

/** Everybody of the pool whom the rules leave out, for each executive a problem plans for; nobody in a very large pool. */
export function ineligibleFor(
  grid: Grid,
  { problem }: PoolProblem,
  poolId: string,
): StoredAnswer["ineligible"] {
  const { office } = grid;
  const planned = new Set(problem.episodes.map((episode) => episode.executiveId));
  const pool = [...office.assistants.values()].filter((assistant) => assistant.poolId === poolId);
  if (planned.size * pool.length > MOST_PAIRS_KEPT) return {};
  return Object.fromEntries(
    office.executives
      .filter((executive) => planned.has(executive.id))
      .map((executive) => [
        executive.id,
        pool
          .map((assistant) => ({
            assistantId: assistant.id,
            rules: ineligibilities(office, assistant, executive, office.from),
          }))
          .filter(({ rules }) => rules.length > 0),
      ]),
  );
}

/** The covers a plan makes, in words of days and people, each with why and why not the others. */
export function plannedCovers({ problem, slotIndexes }: PoolProblem, answer: StoredAnswer): PlannedCover[] {
  const episodes = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  const held = new Set(problem.prior.map((p) => `${p.episodeId} ${p.slot} ${p.assistantId}`));
  const pinned = new Set(problem.pinned.map((p) => `${p.episodeId} ${p.slot} ${p.assistantId}`));
  return answer.result.assignments.flatMap((assignment, i) => {
    const episode = episodes.get(assignment.episodeId);
    if (!episode) return [];
    const explained = answer.assignments[i];
    const slots = Array.from(
      { length: assignment.to - assignment.from },
      (_, s) => assignment.from + s,
    ).filter((slot) => (episode.minutes[slot - episode.from] ?? 0) > 0);
    const indexes = slots.map((slot) => slotIndexes[slot] ?? 0);
    const stands = (marks: Set<string>) =>
      slots.every((slot) => marks.has(`${episode.id} ${slot} ${assignment.assistantId}`));
    return {
      ...rangeOfIndexes(indexes[0] ?? 0, indexes.at(-1) ?? 0),
      executiveId: episode.executiveId,
      assistantId: assignment.assistantId,
      minutes: slots.reduce((sum, slot) => sum + (episode.minutes[slot - episode.from] ?? 0), 0),
      isPinned: stands(pinned),
      isChange: !stands(pinned) && !stands(held),
      parts: explained ? partsOf(explained) : null,
      others: [
        ...(explained?.others ?? []).map((other) => whyNot(other, slotIndexes, episodes)),
        ...(answer.ineligible[episode.executiveId] ?? [])
          .filter((o) => !episode.candidates.some((candidate) => candidate.assistantId === o.assistantId))
          .map((o) => ({ ...o, verdict: "ineligible" as const })),
      ],
    };
  });
}

function partsOf({ chosen }: AssignmentExplanation): NonNullable<PlannedCover["parts"]> {
  const { misfit, pieces, fairness, change } = chosen;
  return { misfit, pieces, fairness, change };
}

function whyNot(
  other: OtherCandidate,
  slotIndexes: number[],
  episodes: Map<string, { executiveId: string }>,
): WhyNot {
  if (other.verdict === "worse")
    return { assistantId: other.assistantId, verdict: "worse", by: other.forced.by };
  return {
    assistantId: other.assistantId,
    verdict: "full",
    slots: other.slots.map((slot) => ({
      ...halfDayAt(slotIndexes[slot.slot] ?? 0),
      freeMinutes: slot.free,
      neededMinutes: slot.needs,
      holds: slot.holders.flatMap((holder) => episodes.get(holder.episodeId)?.executiveId ?? []),
    })),
  };
}

/** The half-days a plan leaves open, with the planner's reasons and the smallest changes that would close them. */
export function plannedGaps({ problem, slotIndexes }: PoolProblem, answer: StoredAnswer): PlannedGap[] {
  const episodes = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  return answer.result.uncovered.flatMap((uncovered, i) => {
    const episode = episodes.get(uncovered.episodeId);
    if (!episode) return [];
    return {
      ...halfDayAt(slotIndexes[uncovered.slot] ?? 0),
      executiveId: episode.executiveId,
      minutes: uncovered.minutes,
      reasons: uncovered.reasons,
      remedies: (answer.uncovered[i]?.remedies ?? []).map((remedy) => remedyView(remedy, episodes)),
    };
  });
}

function remedyView(remedy: Remedy, episodes: Map<string, { executiveId: string }>): RemedyView {
  if (remedy.code !== "move_executive") {
    return { code: remedy.code, assistantId: remedy.assistantId, minutes: remedy.minutes };
  }
  return {
    code: "move_executive",
    executiveId: episodes.get(remedy.episodeId)?.executiveId ?? "",
    fromAssistantId: remedy.fromAssistantId,
    toAssistantId: remedy.toAssistantId,
  };
}
