import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { type Day, dayFromDate } from "@/lib/time/day";
import {
  type PlannedCover,
  type PlannedGap,
  plannedCovers,
  plannedGaps,
  type StoredAnswer,
} from "./rules/plan-view";
import type { PoolProblem } from "./rules/problem";

export type PlanView = {
  id: string;
  poolId: string;
  from: Day;
  to: Day;
  mode: "repair" | "optimise";
  status: string;
  solver: Pick<StoredAnswer["result"], "status" | "gap" | "lowerBound" | "elapsedMs" | "solverVersion">;
  score: StoredAnswer["result"]["score"];
  assignments: PlannedCover[];
  uncovered: PlannedGap[];
  /** Names of all people the plan speaks of. */
  names: Record<string, string>;
};

/** A plan with why each cover was chosen, why not the others, and what would close what stays open. */
export async function requirePlan(ctx: Ctx<Manager>, id: string): Promise<PlanView> {
  const row = await readPlan(ctx, id);
  const problem = row.problem as unknown as PoolProblem;
  const answer = row.result as unknown as StoredAnswer;
  const { status, gap, lowerBound, elapsedMs, solverVersion, score } = answer.result;
  return {
    id: row.id,
    poolId: row.poolId,
    from: dayFromDate(row.fromOn),
    to: dayFromDate(row.toOn),
    mode: row.mode,
    status: row.status,
    solver: { status, gap, lowerBound, elapsedMs, solverVersion },
    score,
    assignments: plannedCovers(problem, answer),
    uncovered: plannedGaps(problem, answer),
    names: await namesIn(ctx, row.poolId, problem),
  };
}

/** The planning problem of a plan as the planner's document, and the half-day each of its slots is. */
export async function requirePlanProblem(ctx: Ctx<Manager>, id: string): Promise<PoolProblem> {
  const row = await readPlan(ctx, id);
  return row.problem as unknown as PoolProblem;
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
