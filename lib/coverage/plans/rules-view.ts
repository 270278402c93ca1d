import { type Ineligibility, ineligibilities } from "@/lib/coverage/candidates/rules-eligibility";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import type { Office, OfficeAssistant, OfficeExecutive } from "@/lib/coverage/office/rules";
import type { AssignmentExplanation, OtherCandidate } from "@/lib/coverage/planner/explain/explain";
import type { Remedy, UncoveredExplanation } from "@/lib/coverage/planner/explain/explain-uncovered";
import type { PlanResult, UncoveredReason } from "@/lib/coverage/planner/result/plan-result";
import type { Day } from "@/lib/time/day";
import {
  type DayPart,
  type HalfDay,
  type HalfDayRange,
  halfDayAt,
  rangeOfIndexes,
} from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";
import { extentOf } from "./rules-planned-slots";
import { NOT_THERE_MINUTES, type PoolProblem } from "./rules-problem";

/** What is kept of a plan's answer, so that it can be explained later as it was decided. */
export type StoredAnswer = {
  result: PlanResult;
  assignments: AssignmentExplanation[];
  uncovered: UncoveredExplanation[];
  /** For each executive planned for, who the rules leave out and by which rules; an episode of some duties has its own. */
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
      leavesMoreOpen: boolean;
    };

export type PlannedCover = HalfDayRange & {
  /** The hours of the day, where it is not whole half-days. */
  window: Hours | null;
  /** The duties; empty for all. */
  dutyIds: string[];
  /** Its place among the plan's assignments, by which an explanation is asked for. */
  index: number;
  executiveId: string;
  assistantId: string;
  minutes: number;
  isChange: boolean;
  isPinned: boolean;
  /** False while it is not explained, in a plan too large to explain whole. */
  isExplained: boolean;
  others: WhyNot[];
};

export type PlannedGap = HalfDay & {
  window: Hours | null;
  dutyIds: string[];
  /** Its place among the plan's uncovered half-days. */
  index: number;
  executiveId: string;
  minutes: number;
  reasons: UncoveredReason[];
  /** Null while it is not explained. */
  remedies: RemedyView[] | null;
};

export type RemedyView =
  | { code: "extra_minutes" | "ask_back" | "add_candidate"; assistantId: string; minutes: number }
  | { code: "move_executive"; executiveId: string; fromAssistantId: string; toAssistantId: string };

/** Pairs of executive and assistant above which who is left out is no longer kept with the plan. */
const MOST_PAIRS_KEPT = 20_000;

/** Everybody of the pool, and of those that lend to it, whom the rules leave out of each executive a problem plans for; nobody in a very large pool. */
export function ineligibleFor(
  { office }: Grid,
  { problem, parts }: PoolProblem,
  poolId: string,
): StoredAnswer["ineligible"] {
  const asked = new Map(
    problem.episodes.map(({ id, executiveId }) => {
      const dutyIds = parts?.[id]?.dutyIds ?? [];
      return [dutyIds.length > 0 ? id : executiveId, { executiveId, dutyIds }];
    }),
  );
  if (asked.size * poolOf(office, poolId).length > MOST_PAIRS_KEPT) return {};
  const executives = new Map(office.executives.map((executive) => [executive.id, executive]));
  return Object.fromEntries(
    [...asked].map(([key, { executiveId, dutyIds }]) => {
      const executive = executives.get(executiveId);
      return [key, executive ? leftOut(office, executive, poolId, dutyIds) : []];
    }),
  );
}

/** Everybody of a pool, and of those that lend to it, whom the rules keep from some duties of an executive (all when none is named). */
export function leftOut(
  office: Office,
  executive: OfficeExecutive,
  poolId: string,
  dutyIds: readonly string[],
): StoredAnswer["ineligible"][string] {
  return poolOf(office, poolId)
    .map((assistant) => ({
      assistantId: assistant.id,
      rules: ineligibilities(office, assistant, executive, office.from, dutyIds),
    }))
    .filter(({ rules }) => rules.length > 0);
}

function poolOf(office: Office, poolId: string): OfficeAssistant[] {
  const lenders = office.lending.get(poolId);
  return [...office.assistants.values()].filter(
    (assistant) => assistant.poolId === poolId || lenders?.has(assistant.poolId),
  );
}

/** The covers a plan makes, in words of days and people, each with why and why not the others. */
export function plannedCovers(stored: PoolProblem, answer: StoredAnswer): PlannedCover[] {
  const { problem, slotIndexes } = stored;
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
    const candidate = episode.candidates.find((one) => one.assistantId === assignment.assistantId);
    const minutes = candidate?.minutes ?? episode.minutes;
    return {
      ...rangeOfIndexes(indexes[0] ?? 0, indexes.at(-1) ?? 0),
      ...extentOfSlots(stored, episode.id, slots),
      index: i,
      executiveId: episode.executiveId,
      assistantId: assignment.assistantId,
      minutes: slots.reduce((sum, slot) => sum + (minutes[slot - episode.from] ?? 0), 0),
      isPinned: stands(pinned),
      isChange: !stands(pinned) && !stands(held),
      isExplained: explained !== undefined,
      others: [
        ...(explained?.others ?? []).map((other) => whyNot(other, slotIndexes, episodes)),
        ...(answer.ineligible[episode.id] ?? answer.ineligible[episode.executiveId] ?? [])
          .filter((o) => !episode.candidates.some((candidate) => candidate.assistantId === o.assistantId))
          .map((o) => ({ ...o, verdict: "ineligible" as const })),
      ],
    };
  });
}

/** The hours of an assignment where all of it lies within hours of one day, and its duties. */
function extentOfSlots(stored: PoolProblem, episodeId: string, slots: number[]) {
  const extents = slots.map((slot) => extentOf(stored, episodeId, slot));
  const windows = extents.flatMap(({ window }) => window ?? []);
  const [first, last] = [windows[0], windows.at(-1)];
  const days = new Set(slots.map((slot) => halfDayAt(stored.slotIndexes[slot] ?? 0).on));
  const isByTheHour = windows.length === slots.length && days.size === 1;
  return {
    window:
      isByTheHour && first && last ? { startMinute: first.startMinute, endMinute: last.endMinute } : null,
    dutyIds: [...(extents[0]?.dutyIds ?? [])],
  };
}

function whyNot(
  other: OtherCandidate,
  slotIndexes: number[],
  episodes: Map<string, { executiveId: string }>,
): WhyNot {
  if (other.verdict === "worse")
    return {
      assistantId: other.assistantId,
      verdict: "worse",
      leavesMoreOpen: other.forced.by.uncoveredWeight > 0,
    };
  return {
    assistantId: other.assistantId,
    verdict: "full",
    slots: other.slots.map((slot) => ({
      ...halfDayAt(slotIndexes[slot.slot] ?? 0),
      ...(slot.needs >= NOT_THERE_MINUTES
        ? { freeMinutes: 0, neededMinutes: 0 }
        : { freeMinutes: slot.free, neededMinutes: slot.needs }),
      holds: slot.holders.flatMap((holder) => episodes.get(holder.episodeId)?.executiveId ?? []),
    })),
  };
}

/** The half-days a plan leaves open, with the planner's reasons and the smallest changes that would close them. */
export function plannedGaps(stored: PoolProblem, answer: StoredAnswer): PlannedGap[] {
  const { problem, slotIndexes } = stored;
  const episodes = new Map(problem.episodes.map((episode) => [episode.id, episode]));
  return answer.result.uncovered.flatMap((uncovered, i) => {
    const episode = episodes.get(uncovered.episodeId);
    if (!episode) return [];
    return {
      ...halfDayAt(slotIndexes[uncovered.slot] ?? 0),
      ...extentOfSlots(stored, episode.id, [uncovered.slot]),
      index: i,
      executiveId: episode.executiveId,
      minutes: uncovered.minutes,
      reasons: uncovered.reasons,
      remedies:
        answer.uncovered[i]?.remedies
          .filter((remedy) => remedy.minutes < NOT_THERE_MINUTES / 2)
          .map((remedy) => remedyView(remedy, episodes)) ?? null,
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
