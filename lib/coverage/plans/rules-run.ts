import { z } from "zod";
import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { PlanProgress, PlanResult } from "@/lib/coverage/planner/result/plan-result";
import type { RunKind } from "@/lib/runs/rules";

/** How far the search for a better plan, or the proof of this one, is; the gap is what is still possible at most. */
export type RunProgress = { stage: "waiting" | PlanProgress["stage"]; gap: number | null };

/** The run behind a plan, by the plan's id. What it finds is written to the plan. */
export const PLAN_RUN: RunKind<RunProgress, null> = {
  name: "plan",
  progress: z.object({
    stage: z.enum(["waiting", "uncovered", "search", "bound", "proof"]),
    gap: z.number().nullable(),
  }),
  result: z.null(),
};

/** What the planner reports, as people are told: the best gap known, between the best plan and the best bound so far. */
export function progressOf(known: PlanResult, { stage, quality, bound }: PlanProgress): RunProgress {
  const best = Math.min(known.score.quality, quality ?? known.score.quality);
  const proven = Math.max(known.lowerBound?.quality ?? 0, bound ?? 0);
  if (bound === null && known.gap === null) return { stage, gap: null };
  return { stage, gap: gapOf(best, Math.min(proven, best)) };
}

/** An answer that was cut short so that it could be shown says what it knows, not that somebody stopped it. */
export function asAnswered(result: PlanResult): PlanResult {
  if (result.status !== "cancelled") return result;
  return { ...result, status: result.gap === null ? "heuristic" : "bounded" };
}

/** Two verified answers to one problem as one: the better plan with the better proof. A tie goes to the newer. */
export function joinResults(known: PlanResult, found: PlanResult): PlanResult {
  const best = isWorse(found, known) ? known : found;
  const bounds = [known.lowerBound, found.lowerBound].filter((bound) => bound !== null);
  const lowerBound = bounds.reduce<PlanResult["lowerBound"]>(
    (high, bound) => (high === null || isHigher(bound, high) ? bound : high),
    null,
  );
  const elapsedMs = known.elapsedMs + found.elapsedMs;
  if (lowerBound?.uncoveredWeight !== best.score.uncoveredWeight)
    return { ...best, status: "heuristic", lowerBound: null, gap: null, elapsedMs };
  const gap = gapOf(best.score.quality, lowerBound.quality);
  return { ...best, status: gap === 0 ? "optimal" : "bounded", lowerBound, gap, elapsedMs };
}

/** True when the first plan leaves more uncovered, or as much at a higher cost. */
export function isWorse({ score: a }: PlanResult, { score: b }: PlanResult): boolean {
  return (
    a.uncoveredWeight > b.uncoveredWeight ||
    (a.uncoveredWeight === b.uncoveredWeight && a.quality > b.quality)
  );
}

/** True for two verified answers that give every half-day to the same person. */
export function isSamePlan({ assignments: a }: PlanResult, { assignments: b }: PlanResult): boolean {
  const isSame = (one: PlanResult["assignments"][number], other: typeof one | undefined) =>
    one.episodeId === other?.episodeId &&
    one.from === other.from &&
    one.to === other.to &&
    one.assistantId === other.assistantId;
  return a.length === b.length && a.every((one, i) => isSame(one, b[i]));
}

/** A plan that comes while the search goes on takes the other's place for fewer gaps, or a twentieth less cost. */
export function isWorthShowing(found: PlanResult, shown: PlanResult): boolean {
  if (found.score.uncoveredWeight !== shown.score.uncoveredWeight) return isWorse(shown, found);
  return found.score.quality < 0.95 * shown.score.quality;
}

function isHigher(
  a: NonNullable<PlanResult["lowerBound"]>,
  b: NonNullable<PlanResult["lowerBound"]>,
): boolean {
  return (
    a.uncoveredWeight > b.uncoveredWeight ||
    (a.uncoveredWeight === b.uncoveredWeight && a.quality > b.quality)
  );
}

function gapOf(quality: number, bound: number): number {
  return quality <= bound ? 0 : (quality - bound) / quality;
}

const SMALL_EPISODES = 60;
const SHORTEST_MOMENT_MS = 150;

/** How the plan that is on the board at once is asked for: its whole time at most, and a moment from its first plan on. */
export type FirstAsking = { ms: number; momentMs: number | null };

/**
 * A small problem may take its time, so that its plan is proven and explained. A large one is searched for a moment from
 * its first plan on, which leaves the fewest gaps: longer the larger it is.
 */
export function firstAsking({ episodes }: PlanProblem): FirstAsking {
  if (episodes.length <= SMALL_EPISODES) return { ms: 400, momentMs: null };
  return { ms: 3_000, momentMs: Math.max(SHORTEST_MOMENT_MS, episodes.length / 2) };
}

/** True when it is worth looking on: not for a proven plan, nor for a small repair that leaves the fewest gaps possible. */
export function isWorthARun(
  { episodes }: PlanProblem,
  { status, score, lowerBound }: PlanResult,
  mode: "repair" | "optimise",
): boolean {
  if (status === "optimal") return false;
  const isFewestGaps = lowerBound?.uncoveredWeight === score.uncoveredWeight;
  return mode === "optimise" || !isFewestGaps || episodes.length > SMALL_EPISODES;
}

const SHORTEST_MS = 5_000;
const LONGEST_MS = 40_000;

/** Milliseconds a proof may take: five seconds for a pool of a hundred, up to forty for the largest. */
export function proofBudgetMs({ episodes, slots }: PlanProblem): number {
  return Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, episodes.length * slots * 4)));
}
