import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { PlanResult } from "@/lib/coverage/planner/plan-result";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { addDays, type Day } from "@/lib/time/day";
import { type IsoWeek, mondayOf } from "@/lib/time/iso-week";
import { explainInWorker } from "./explain-worker";
import { loadOffice } from "./office";
import { verifiedResult } from "./plan-answers";
import { PLANNER_SEED } from "./plan-runs";
import { planInWorker } from "./planner-worker";
import { type Grid, gridOf } from "./rules/grid";
import type { Office } from "./rules/office";
import type { PlannedMove } from "./rules/plan-difference";
import { type PlannedGap, plannedGaps } from "./rules/plan-view";
import { type PoolProblem, problemOf } from "./rules/problem";
import { closeWeekdays, withPlan } from "./rules/scenario";
import {
  type GapFigures,
  gapFigures,
  gapsByWeek,
  type LoadChange,
  loadChanges,
  servedDifferently,
  type Worsened,
  worsenedExecutives,
} from "./rules/what-if";
import type { WhatIfInput } from "./schema";
import { applyChanges, type Scenario } from "./what-if-changes";

const BUDGET_MS = 1_500;
const MOST_REMEDIES = 3;
const MOST_LISTED = 200;

/** A state of the pool: the gaps as it stands, and those the best plan leaves. */
export type WhatIfPicture = {
  standing: GapFigures;
  planned: GapFigures;
  weeks: { week: IsoWeek; standing: number; planned: number }[];
  /** True when no plan could leave less open. */
  isFewestGaps: boolean;
};

export type WhatIf = {
  poolId: string;
  from: Day;
  to: Day;
  before: WhatIfPicture;
  after: WhatIfPicture;
  worsened: Worsened[];
  /** Half-days that somebody else would serve, both sides planned; at most two hundred stretches. */
  moves: PlannedMove[];
  load: LoadChange[];
  /** The heaviest gaps the plan would leave, with the smallest changes that would close them. */
  gaps: PlannedGap[];
  names: Record<string, string>;
};

export type WhatIfProgress = { step: "before" | "after" | "remedies"; gap: number | null };

type Call = { signal?: AbortSignal; onProgress?: (progress: WhatIfProgress) => void };

/** What some changes would mean for a pool: before and after side by side, each as it stands and planned. Saves nothing. */
export async function tryWhatIf(ctx: Ctx<Manager>, input: WhatIfInput, call: Call = {}): Promise<WhatIf> {
  const lenders = input.changes.flatMap((change) => (change.kind === "pool_lends" ? [change.poolId] : []));
  const poolIds = [...new Set([input.poolId, ...lenders])];
  if (poolIds.some((id) => !canManagePool(ctx.actor, id))) throw new NotFoundError("pool");
  const from = mondayOf(input.week);
  const to = addDays(from, input.weeks * 7 - 1);
  const office = await loadOffice(ctx.db, { poolIds }, from, to);
  const scenario = await applyChanges(ctx, office, input);
  const before = await plannedState(office, input.poolId, [], "before", call);
  const changed = scenario.apply(before.plannedGrid.office);
  const after = await plannedState(changed, input.poolId, scenario.closedWeekdays, "after", call);
  const standingAfter = gridOf(scenario.apply(office));
  return {
    poolId: input.poolId,
    from,
    to,
    before: pictureOf(input.poolId, before.standingGrid, before),
    after: pictureOf(input.poolId, standingAfter, after),
    worsened: worsenedExecutives(before.plannedGrid, after.plannedGrid, input.poolId).slice(0, MOST_LISTED),
    moves: servedDifferently(before.plannedGrid, after.plannedGrid, input.poolId).slice(0, MOST_LISTED),
    load: loadChanges(before.plannedGrid, after.plannedGrid).slice(0, MOST_LISTED),
    gaps: await heaviestGaps(after, call),
    names: namesIn(office, changed),
  };
}

type Planned = { standingGrid: Grid; plannedGrid: Grid; asked: PoolProblem; result: PlanResult };

async function plannedState(
  office: Office,
  poolId: string,
  closedWeekdays: Scenario["closedWeekdays"],
  step: "before" | "after",
  { signal, onProgress }: Call,
): Promise<Planned> {
  const standingGrid = gridOf(office);
  const asked = closeWeekdays(problemOf(standingGrid, poolId), closedWeekdays);
  onProgress?.({ step, gap: null });
  const order = { seed: PLANNER_SEED, budget: { ms: BUDGET_MS }, mode: "repair" as const };
  const report = await planInWorker(asked.problem, order, {
    ...(signal && { signal }),
    onProgress: ({ quality, bound }) =>
      onProgress?.({
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
    standing: gapFigures(standing, poolId),
    planned: gapFigures(plannedGrid, poolId),
    weeks: gapsByWeek(standing, poolId).map(({ week, gaps }, i) => ({
      week,
      standing: gaps,
      planned: planned[i]?.gaps ?? 0,
    })),
    isFewestGaps: result.lowerBound?.uncoveredWeight === result.score.uncoveredWeight,
  };
}

async function heaviestGaps({ asked, result }: Planned, { onProgress }: Call): Promise<PlannedGap[]> {
  const weights = new Map(asked.problem.episodes.map((episode) => [episode.id, episode.weight]));
  const seen = new Set<string>();
  const heaviest = [...result.uncovered.entries()]
    .sort(([, a], [, b]) => weightOf(b) - weightOf(a))
    .filter(([, { episodeId }]) => !seen.has(episodeId) && seen.add(episodeId))
    .slice(0, MOST_REMEDIES)
    .map(([index]) => index);
  if (heaviest.length === 0) return [];
  onProgress?.({ step: "remedies", gap: null });
  const { uncovered } = await explainInWorker(asked.problem, result, {
    assignments: [],
    uncovered: heaviest,
  });
  const explained = Object.assign([], uncovered);
  const gaps = plannedGaps(asked, { result, assignments: [], uncovered: explained, ineligible: {} });
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
