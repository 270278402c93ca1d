import "server-only";
import { createHash } from "node:crypto";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { type Day, dayFromDate, dayToDate } from "@/lib/time/day";
import { halfDayAt } from "@/lib/time/half-day";
import type { Prisma } from "@/prisma/generated/client/client";
import { applyChange, coverColumnsOf, lockBoard } from "./changes";
import { loadOffice, stretchOf } from "./office";
import { planInWorker } from "./planner-worker";
import { cutsFor } from "./rules/cuts";
import { type Grid, gridOf } from "./rules/grid";
import { ineligibleFor, type StoredAnswer } from "./rules/plan-view";
import { plannedSlots } from "./rules/planned-slots";
import { type PoolProblem, problemOf } from "./rules/problem";
import { runsOf } from "./rules/runs";
import type { PlanIdInput, ProposePlanInput } from "./schema";

const SEED = 1;
const BUDGET_MS = 5_000;

/** Plans cover for a pool's days, verifies the plan and keeps it as a proposal; older proposals for these days step back. */
export async function proposePlan(
  ctx: Ctx<Manager>,
  input: ProposePlanInput,
): Promise<Result<{ id: string }, never>> {
  if (!canManagePool(ctx.actor, input.poolId)) throw new NotFoundError("pool");
  const grid = gridOf(await loadOffice(ctx.db, { poolIds: [input.poolId] }, input.from, input.to));
  const stored = problemOf(grid, input.poolId);
  const answer = await answerFor(grid, stored, input);
  return inTransaction(ctx, async (tx) => {
    await tx.db.$queryRaw`SELECT id FROM pools WHERE id = ${input.poolId}::uuid FOR NO KEY UPDATE`;
    await stepBackOlder(tx, input);
    const { id } = await tx.db.coveragePlan.create({
      data: {
        poolId: input.poolId,
        fromOn: dayToDate(input.from),
        toOn: dayToDate(input.to),
        mode: input.mode,
        problem: stored as unknown as Prisma.InputJsonObject,
        result: answer as unknown as Prisma.InputJsonObject,
        inputHash: hashOf(stored),
        solverVersion: answer.result.solverVersion,
        createdById: ctx.actor.userId,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    const runs = runsOf(grid, plannedSlots(grid, stored, answer.result.assignments));
    await tx.db.coverageAssignment.createMany({
      data: runs.map((run) => ({
        executiveId: run.executiveId,
        assistantId: run.assistantId,
        absenceId: run.absenceId,
        planId: id,
        ...coverColumnsOf(run),
        status: "proposed" as const,
        createdById: ctx.actor.userId,
        createdAt: ctx.now,
      })),
    });
    await audit(tx, {
      action: "plan.proposed",
      entityType: "coverage_plan",
      entityId: id,
      data: {
        poolId: input.poolId,
        from: input.from,
        to: input.to,
        mode: input.mode,
        status: answer.result.status,
      },
    });
    return ok({ id });
  });
}

async function answerFor(grid: Grid, stored: PoolProblem, input: ProposePlanInput): Promise<StoredAnswer> {
  // With nothing to hold, a repair is a plan from scratch, and can be proven.
  const mode = stored.problem.prior.length === 0 ? ("optimise" as const) : input.mode;
  const order = { seed: SEED, budget: { ms: BUDGET_MS }, mode };
  const { verdict, ...report } = await planInWorker(stored.problem, order);
  if (!verdict.ok) throw new Error(`the planner made a plan its check refuses: ${verdict.path ?? ""}`);
  return { ...report, ineligible: ineligibleFor(grid, stored, input.poolId) };
}

function hashOf(stored: PoolProblem): string {
  return createHash("sha256").update(JSON.stringify(stored)).digest("hex");
}

async function stepBackOlder(tx: Ctx<Manager>, { poolId, from, to }: { poolId: string; from: Day; to: Day }) {
  const older = await tx.db.coveragePlan.findMany({
    where: { poolId, status: "proposed", fromOn: { lte: dayToDate(to) }, toOn: { gte: dayToDate(from) } },
    select: { id: true },
  });
  await closePlans(
    tx,
    older.map((plan) => plan.id),
    "superseded",
  );
}

async function closePlans(
  tx: Ctx<Manager>,
  ids: string[],
  status: "superseded" | "discarded",
): Promise<void> {
  await tx.db.coveragePlan.updateMany({
    where: { id: { in: ids }, status: "proposed" },
    data: { status, decidedAt: tx.now },
  });
  await tx.db.coverageAssignment.updateMany({
    where: { planId: { in: ids }, status: "proposed" },
    data: { status: "expired" },
  });
}

type AcceptRefusal = "plan_not_open" | "plan_outdated";
export type AcceptedPlan = { changeId: string; covers: number; acceptedGaps: number };

/** Confirms all covers of a proposed plan in one transaction; refuses when what it was made from has changed since. */
export async function acceptPlan(
  ctx: Ctx<Manager>,
  input: PlanIdInput,
): Promise<Result<AcceptedPlan, AcceptRefusal>> {
  const found = await requirePlanRow(ctx, input.id);
  try {
    return await inTransaction(ctx, async (tx) => {
      await lockPool(tx, found.poolId);
      await lockPlan(tx, input.id);
      const plan = await requirePlanRow(tx, input.id);
      if (plan.status !== "proposed") return refuse("plan_not_open", { details: { status: plan.status } });
      const office = await loadOffice(tx.db, { poolIds: [plan.poolId] }, plan.from, plan.to);
      const grid = gridOf(office);
      const stored = problemOf(grid, plan.poolId);
      if (hashOf(stored) !== plan.inputHash) return refuse("plan_outdated");
      return acceptLocked(tx, plan.id, grid, stored);
    });
  } catch (error) {
    if (isRefusedBy(error, "coverage_assignments_")) return refuse("plan_outdated");
    throw error;
  }
}

async function acceptLocked(
  tx: Ctx<Manager>,
  planId: string,
  grid: Grid,
  stored: PoolProblem,
): Promise<Result<AcceptedPlan, AcceptRefusal>> {
  const { result } = await tx.db.coveragePlan.findUniqueOrThrow({
    where: { id: planId },
    select: { result: true },
  });
  const answer = result as unknown as StoredAnswer;
  const proposed = await tx.db.coverageAssignment.findMany({ where: { planId, status: "proposed" } });
  const cuts = cutsFor(
    grid.office,
    proposed.map((row) => ({ ...row, ...stretchOf(row) })),
  );
  const confirmedIds = proposed.map((row) => row.id);
  const change = await applyChange(tx, {
    kind: "plan_accepted",
    planId,
    cuts,
    creates: [],
    confirmedIds,
  });
  const gaps = answer.result.uncovered.flatMap((gap) => gapOf(stored, gap));
  await tx.db.acceptedGap.createMany({
    data: gaps.map((gap) => ({ ...gap, planId, acceptedById: tx.actor.userId, acceptedAt: tx.now })),
  });
  await tx.db.coveragePlan.update({
    where: { id: planId },
    data: { status: "accepted", decidedAt: tx.now, version: { increment: 1 } },
  });
  await audit(tx, { action: "plan.accepted", entityType: "coverage_plan", entityId: planId });
  return ok({ changeId: change.id, covers: confirmedIds.length, acceptedGaps: gaps.length });
}

function gapOf({ problem, slotIndexes }: PoolProblem, gap: { episodeId: string; slot: number }) {
  const episode = problem.episodes.find((e) => e.id === gap.episodeId);
  if (!episode) return [];
  const { on, part } = halfDayAt(slotIndexes[gap.slot] ?? 0);
  return [{ executiveId: episode.executiveId, on: dayToDate(on), part }];
}

/** Puts a proposed plan away; nothing on the board changes. */
export async function discardPlan(
  ctx: Ctx<Manager>,
  input: PlanIdInput,
): Promise<Result<{ id: string }, AcceptRefusal>> {
  await requirePlanRow(ctx, input.id);
  return inTransaction(ctx, async (tx) => {
    await lockPlan(tx, input.id);
    const plan = await requirePlanRow(tx, input.id);
    if (plan.status !== "proposed") return refuse("plan_not_open", { details: { status: plan.status } });
    await closePlans(tx, [plan.id], "discarded");
    await audit(tx, { action: "plan.discarded", entityType: "coverage_plan", entityId: plan.id });
    return ok({ id: plan.id });
  });
}

async function requirePlanRow(ctx: Ctx<Manager>, id: string) {
  const row = await ctx.db.coveragePlan.findUnique({
    where: { id },
    select: { id: true, poolId: true, fromOn: true, toOn: true, status: true, inputHash: true },
  });
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("plan");
  return { ...row, from: dayFromDate(row.fromOn), to: dayFromDate(row.toOn) };
}

async function lockPlan(tx: Ctx<Manager>, id: string): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM coverage_plans WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

async function lockPool(tx: Ctx<Manager>, poolId: string): Promise<void> {
  const executives = await tx.db.executive.findMany({ where: { poolId }, select: { id: true } });
  const assistants = await tx.db.assistant.findMany({
    where: { pool: { OR: [{ id: poolId }, { lendsTo: { some: { borrowerId: poolId } } }] } },
    select: { id: true },
  });
  await lockBoard(
    tx,
    executives.map((row) => row.id),
    assistants.map((row) => row.id),
  );
}
