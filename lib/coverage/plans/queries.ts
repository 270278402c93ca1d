import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { shownMisfit } from "@/lib/matching/rules";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { getRun } from "@/lib/runs/queries";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { spanOfColumns } from "@/lib/time/stretch-columns";
import { requirePlanRow } from "./queries-rows";
import { type PlanDifference, planDifference } from "./rules-difference";
import type { PoolProblem } from "./rules-problem";
import { PLAN_RUN, type RunProgress } from "./rules-run";
import {
  type PlannedCover,
  type PlannedGap,
  plannedCovers,
  plannedGaps,
  type StoredAnswer,
} from "./rules-view";
import { StoredPlanAnswer, StoredProblem } from "./schema-stored";

/** How a plan's run stands: light enough to be asked for every few hundred milliseconds. */
export type PlanRun = {
  id: string;
  status: string;
  /** Raised whenever a better plan takes the place of the one before. */
  version: number;
  isSolving: boolean;
  /** A manager has asked it to stop, and it has kept the best so far or is about to. */
  isStopped: boolean;
  stage: RunProgress["stage"] | null;
  gap: number | null;
};

/** Of a plan's costs the only one that is shown: the others would tell who prefers whom not. */
type UncoveredWeight = { uncoveredWeight: number };

export type PlanView = {
  id: string;
  poolId: string;
  from: Day;
  to: Day;
  mode: "repair" | "optimise";
  status: string;
  version: number;
  run: PlanRun;
  solver: Pick<StoredAnswer["result"], "status" | "gap" | "elapsedMs" | "solverVersion"> & {
    lowerBound: UncoveredWeight | null;
  };
  score: UncoveredWeight;
  difference: PlanDifference;
  assignments: PlannedCover[];
  uncovered: PlannedGap[];
  /** Names of all people the plan speaks of. */
  names: Record<string, string>;
};

/**
 * A plan with why each cover was chosen, why not the others, and what would close what stays open; outdated where an older
 * version of Standby kept it in a form that is no longer read.
 */
export async function requirePlan(ctx: Ctx<Manager>, id: string): Promise<Result<PlanView, "plan_outdated">> {
  const row = await readPlan(ctx, id);
  const problem = StoredProblem.safeParse(row.problem).data;
  const answer = StoredPlanAnswer.safeParse(row.result).data;
  if (!problem || !answer) return refuse("plan_outdated");
  const { status, gap, lowerBound, elapsedMs, solverVersion, score } = answer.result;
  return ok({
    id: row.id,
    poolId: row.poolId,
    from: dayOfColumn(row.fromOn),
    to: dayOfColumn(row.toOn),
    mode: row.mode,
    status: row.status,
    version: row.version,
    run: await readPlanRun(ctx, row),
    solver: { status, gap, lowerBound: lowerBound && shownCost(lowerBound), elapsedMs, solverVersion },
    score: shownCost(score),
    difference: planDifference(problem, answer.result),
    assignments: plannedCovers(problem, answer),
    uncovered: plannedGaps(problem, answer),
    names: await namesIn(ctx, row.poolId, problem),
  });
}

function shownCost({ uncoveredWeight }: UncoveredWeight): UncoveredWeight {
  return { uncoveredWeight };
}

/** How the search for a better plan, or its proof, stands. */
export async function requirePlanRun(ctx: Ctx<Manager>, id: string): Promise<PlanRun> {
  return readPlanRun(ctx, await requirePlanRow(ctx, id));
}

type PlanStatus = { id: string; status: string; version: number };

async function readPlanRun(ctx: Ctx<Manager>, { id, status, version }: PlanStatus): Promise<PlanRun> {
  const run = await getRun(ctx, PLAN_RUN, id);
  const isSolving = status === "proposed" && run?.status === "running";
  return {
    id,
    status,
    version,
    isSolving,
    isStopped: run?.isStopAsked ?? false,
    stage: isSolving ? (run.progress?.stage ?? null) : null,
    gap: isSolving ? (run.progress?.gap ?? null) : null,
  };
}

export type ProposedPlan = {
  id: string;
  from: Day;
  to: Day;
  covers: number;
  uncovered: number;
  status: StoredAnswer["result"]["status"];
  gap: number | null;
  /** True when no plan could leave less uncovered. */
  isFewestGaps: boolean;
  mode: "repair" | "optimise";
  run: PlanRun;
};

/**
 * The newest plan for some days that waits for a decision, with the covers it proposes; null when there is none, or none
 * that can be read, and then a new one is made.
 */
export async function getProposedPlan(ctx: Ctx<Manager>, poolId: string, from: Day, to: Day) {
  const row = await ctx.db.coveragePlan.findFirst({
    where: { poolId, status: "proposed", fromOn: { lte: dayToDate(to) }, toOn: { gte: dayToDate(from) } },
    orderBy: { createdAt: "desc" },
    omit: { problem: true, explanations: true },
    include: { assignments: { where: { status: "proposed" } } },
  });
  if (!row) return null;
  const answer = StoredPlanAnswer.safeParse(row.result).data;
  if (!answer) return null;
  const { result } = answer;
  const summary: ProposedPlan = {
    id: row.id,
    from: dayOfColumn(row.fromOn),
    to: dayOfColumn(row.toOn),
    covers: row.assignments.length,
    uncovered: result.uncovered.length,
    status: result.status,
    gap: result.gap,
    isFewestGaps: result.lowerBound?.uncoveredWeight === result.score.uncoveredWeight,
    mode: row.mode,
    run: await readPlanRun(ctx, row),
  };
  const proposals = row.assignments.map((cover) => ({ ...cover, ...spanOfColumns(cover) }));
  return { summary, proposals };
}

/** The planning problem of a plan as it is shown: how well people fit, but not who prefers whom not; and the half-day each of its slots is. */
export async function requirePlanProblem(
  ctx: Ctx<Manager>,
  id: string,
): Promise<Result<PoolProblem, "plan_outdated">> {
  const problem = StoredProblem.safeParse((await readPlan(ctx, id)).problem).data;
  return problem ? ok(shownProblem(problem)) : refuse("plan_outdated");
}

function shownProblem({ problem, ...rest }: PoolProblem): PoolProblem {
  const episodes = problem.episodes.map((episode) => ({
    ...episode,
    candidates: episode.candidates.map((one) => ({ ...one, misfit: shownMisfit(one.misfit) })),
  }));
  return { ...rest, problem: { ...problem, episodes } };
}

async function readPlan(ctx: Ctx<Manager>, id: string) {
  const row = await ctx.db.coveragePlan.findUnique({ where: { id } });
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("plan");
  return row;
}

async function namesIn(
  ctx: Ctx<Manager>,
  poolId: string,
  { problem }: PoolProblem,
): Promise<Record<string, string>> {
  const executiveIds = [...new Set(problem.episodes.map((episode) => episode.executiveId))];
  const [executives, assistants] = await Promise.all([
    ctx.db.executive.findMany({
      where: { id: { in: executiveIds } },
      select: { id: true, user: { select: { name: true } } },
    }),
    ctx.db.assistant.findMany({
      where: { OR: [{ poolId }, { id: { in: problem.assistants.map(({ id }) => id) } }] },
      select: { id: true, user: { select: { name: true } } },
    }),
  ]);
  return Object.fromEntries([...executives, ...assistants].map((row) => [row.id, row.user.name]));
}
