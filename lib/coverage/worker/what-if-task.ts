import { type Grid, gridOf } from "@/lib/coverage/demand/rules-grid";
import type { Office } from "@/lib/coverage/office/rules";
import {
  explainUncovered,
  type UncoveredExplanation,
} from "@/lib/coverage/planner/explain/explain-uncovered";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { type PoolProblem, problemOf } from "@/lib/coverage/plans/rules-problem";
import { type PlannedGap, plannedGaps } from "@/lib/coverage/plans/rules-view";
import {
  gapFigures,
  gapsByWeek,
  loadChanges,
  servedDifferently,
  worsenedExecutives,
} from "@/lib/coverage/what-if/rules";
import type {
  WhatIf,
  WhatIfPicture,
  WhatIfProgress,
  WhatIfQuestion,
} from "@/lib/coverage/what-if/rules-question";
import { closeWeekdays, withPlan } from "@/lib/coverage/what-if/rules-scenario";
import { applySteps, closedWeekdays } from "@/lib/coverage/what-if/rules-scenario-steps";
import { PLANNER_SEED, type PlannerOrder, runPlannerJob, verifiedResult } from "./plan-task";

const BUDGET_MS = 1_500;
const MOST_REMEDIES = 3;
const MOST_LISTED = 200;

type Job = {
  shouldStop: () => boolean;
  onProgress: (progress: WhatIfProgress) => void;
  solver?: PlannerOrder["solver"];
};

/** Plans before and after and sets them side by side, in the thread that calls it; null when it was stopped. */
export async function runWhatIfJob(
  { office, poolId, steps }: WhatIfQuestion,
  job: Job,
): Promise<WhatIf | null> {
  const before = await plannedState(office, poolId, [], "before", job);
  if (job.shouldStop()) return null;
  const changed = applySteps(before.plannedGrid.office, steps);
  const after = await plannedState(changed, poolId, closedWeekdays(steps), "after", job);
  if (job.shouldStop()) return null;
  const gaps = await heaviestGaps(after, job);
  if (job.shouldStop()) return null;
  const standingAfter = gridOf(applySteps(office, steps));
  return {
    poolId,
    from: office.from,
    to: office.to,
    before: pictureOf(poolId, before.standingGrid, before),
    after: pictureOf(poolId, standingAfter, after),
    worsened: worsenedExecutives(before.plannedGrid, after.plannedGrid, poolId).slice(0, MOST_LISTED),
    moves: servedDifferently(before.plannedGrid, after.plannedGrid, poolId).slice(0, MOST_LISTED),
    load: loadChanges(before.plannedGrid, after.plannedGrid).slice(0, MOST_LISTED),
    gaps,
    names: namesIn(office, changed),
  };
}

type Planned = { standingGrid: Grid; plannedGrid: Grid; asked: PoolProblem; result: PlanResult };

async function plannedState(
  office: Office,
  poolId: string,
  closed: readonly number[],
  step: "before" | "after",
  { solver, ...more }: Job,
): Promise<Planned> {
  const standingGrid = gridOf(office);
  const asked = closeWeekdays(problemOf(standingGrid, poolId), closed);
  more.onProgress({ step, gap: null });
  const order = { seed: PLANNER_SEED, budget: { ms: BUDGET_MS }, mode: "repair" as const, explains: false };
  const report = await runPlannerJob(asked.problem, solver ? { ...order, solver } : order, {
    shouldStop: more.shouldStop,
    onProgress: ({ quality, bound }) =>
      more.onProgress({
        step,
        gap: quality && bound !== null ? Math.max(0, (quality - bound) / quality) : null,
      }),
  });
  const result = verifiedResult(report);
  return { standingGrid, plannedGrid: gridOf(withPlan(office, asked, result.assignments)), asked, result };
}

function pictureOf(poolId: string, standing: Grid, { plannedGrid, result }: Planned): WhatIfPicture {
  const planned = gapsByWeek(plannedGrid, poolId);
  return {
    current: gapFigures(standing, poolId),
    planned: gapFigures(plannedGrid, poolId),
    weeks: gapsByWeek(standing, poolId).map(({ week, gaps }, i) => ({
      week,
      current: gaps,
      planned: planned[i]?.gaps ?? 0,
    })),
    isFewestGaps: result.lowerBound?.uncoveredWeight === result.score.uncoveredWeight,
  };
}

async function heaviestGaps(
  { asked, result }: Planned,
  { shouldStop, onProgress }: Job,
): Promise<PlannedGap[]> {
  const weights = new Map(asked.problem.episodes.map((episode) => [episode.id, episode.weight]));
  const seen = new Set<string>();
  const heaviest = [...result.uncovered.entries()]
    .sort(([, a], [, b]) => weightOf(b) - weightOf(a))
    .filter(([, { episodeId }]) => !seen.has(episodeId) && seen.add(episodeId))
    .slice(0, MOST_REMEDIES)
    .map(([index]) => index);
  if (heaviest.length === 0) return [];
  onProgress({ step: "remedies", gap: null });
  const uncovered: UncoveredExplanation[] = [];
  for (const index of heaviest) {
    const explanation = shouldStop() ? null : await explainUncovered(asked.problem, result, index);
    if (explanation) uncovered[index] = explanation;
  }
  const gaps = plannedGaps(asked, { result, assignments: [], uncovered, ineligible: {} });
  return heaviest.flatMap((index) => gaps.find((gap) => gap.index === index) ?? []);

  function weightOf({ episodeId, minutes }: PlanResult["uncovered"][number]): number {
    return (weights.get(episodeId) ?? 0) * minutes;
  }
}

function namesIn(...offices: Office[]): Record<string, string> {
  return Object.fromEntries(
    offices.flatMap((office) =>
      [...office.assistants.values(), ...office.executives].map(({ id, name }) => [id, name]),
    ),
  );
}
