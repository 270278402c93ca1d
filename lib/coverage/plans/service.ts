import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { readOfficeGrid, readPoolGrid } from "@/lib/coverage/demand/queries-grid";
import { cutsFor } from "@/lib/coverage/demand/rules-cuts";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import type { PlanMode } from "@/lib/coverage/planner/result/plan-result";
import { planAudit } from "@/lib/coverage/plans/audit";
import { planInWorker } from "@/lib/coverage/worker/plan";
import { PLANNER_SEED, verifiedResult } from "@/lib/coverage/worker/plan-task";
import { COVER, coverOfRow } from "@/lib/covers/queries";
import { changeCovers, lockBoard } from "@/lib/covers/service";
import { acceptGaps } from "@/lib/covers/service-gaps";
import { hashOfText } from "@/lib/digest";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import type { Movable } from "@/lib/moves/rules";
import type { Written } from "@/lib/moves/service";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { halfDayAt } from "@/lib/time/half-day";
import { inTurns } from "@/lib/turns";
import { getStoredAnswer, requirePlanRow } from "./queries-rows";
import type { CoveragePlanStatus } from "./rules-moves";
import { type PoolProblem, problemInSteps } from "./rules-problem";
import { asAnswered, firstAsking, isWorthARun } from "./rules-run";
import { ineligibleFor, type StoredAnswer } from "./rules-view";
import type { AcceptPlanInput, DiscardPlanInput, ProposePlanInput } from "./schema";
import { answerColumns, type PlanQuestion, textOfQuestion } from "./service-answers";
import { closePlans, type DecideRefusal, decidePlan } from "./service-moves";
import { startPlanRun, stopPlanRun } from "./service-runs";
import { writeProposals, writeQuestion } from "./service-writes";

/**
 * Plans cover for a pool's days and keeps the first verified plan as a proposal at once; a better plan and its proof are
 * looked for behind it. Older proposals for these days step back.
 */
export async function proposePlan(
  ctx: Ctx<Manager>,
  input: ProposePlanInput,
): Promise<Result<{ id: string }, never>> {
  if (!canManagePool(ctx.actor, input.poolId)) throw new NotFoundError("pool");
  const grid = await readOfficeGrid(ctx, input.poolId, input.from, input.to);
  const question = { grid, stored: await inTurns(problemInSteps(grid, input.poolId)) };
  // With nothing to hold, a repair is a plan from scratch, and can be proven.
  const mode = question.stored.problem.prior.length === 0 ? "optimise" : input.mode;
  const first = await firstAnswer(question, input.poolId, mode);
  const isOpen = isWorthARun(question.stored.problem, first.result, mode);
  const text = await textOfQuestion(question.stored);
  const { id, older } = await inTransaction(ctx, (tx) => writePlan(tx, input, { ...question, text }, first));
  for (const olderId of older) await stopPlanRun(ctx, olderId);
  if (isOpen) await startPlanRun(ctx, { planId: id, question, first, mode });
  return ok({ id });
}

/** The plan for the board: proven where that is quick, else the best a moment after the first with the fewest gaps. */
async function firstAnswer(
  { grid, stored }: PlanQuestion,
  poolId: string,
  mode: PlanMode,
): Promise<StoredAnswer> {
  const { ms, momentMs } = firstAsking(stored.problem);
  const patience = new AbortController();
  let moment: NodeJS.Timeout | undefined;
  const report = await planInWorker(
    stored.problem,
    { seed: PLANNER_SEED, budget: { ms }, mode },
    {
      signal: patience.signal,
      onProgress: ({ plan }) => {
        if (plan && momentMs !== null) moment ??= setTimeout(() => patience.abort(), momentMs);
      },
    },
  ).finally(() => clearTimeout(moment));
  const { assignments, uncovered } = report;
  const ineligible = ineligibleFor(grid, stored, poolId);
  return { result: asAnswered(verifiedResult(report)), assignments, uncovered, ineligible };
}

async function writePlan(
  tx: Ctx<Manager>,
  input: ProposePlanInput,
  question: PlanQuestion & { text: string },
  first: StoredAnswer,
): Promise<{ id: string; older: string[] }> {
  await tx.db.$queryRaw`SELECT id FROM pools WHERE id = ${input.poolId}::uuid FOR NO KEY UPDATE`;
  const older = await listOlder(tx, input);
  await closePlans(tx, older, "supersede");
  const { id } = await tx.db.coveragePlan.create({
    data: {
      poolId: input.poolId,
      fromOn: dayToDate(input.from),
      toOn: dayToDate(input.to),
      mode: input.mode,
      problem: {},
      ...answerColumns(first),
      inputHash: hashOfText(question.text),
      supersedesId: older[0] ?? null,
      createdById: tx.actor.userId,
      createdAt: tx.now,
    },
    select: { id: true },
  });
  await writeQuestion(tx, id, question.text);
  await writeProposals(tx, id, question, first);
  await audit(
    tx,
    planAudit("plan.proposed", id, {
      poolId: input.poolId,
      from: input.from,
      to: input.to,
      mode: input.mode,
      status: first.result.status,
    }),
  );
  return { id, older };
}

async function listOlder(
  tx: Ctx<Manager>,
  { poolId, from, to }: { poolId: string; from: Day; to: Day },
): Promise<string[]> {
  const older = await tx.db.coveragePlan.findMany({
    where: { poolId, status: "proposed", fromOn: { lte: dayToDate(to) }, toOn: { gte: dayToDate(from) } },
    select: { id: true },
    orderBy: { createdAt: "desc" },
  });
  return older.map((plan) => plan.id);
}

type AcceptRefusal = DecideRefusal | "plan_outdated";
export type AcceptedPlan = { changeId: string; covers: number; acceptedGaps: number };

/**
 * Confirms all covers of a proposed plan in one transaction, and ends the search for a better one; refuses when what it
 * was made from has changed since, or when it is no longer the version that was read.
 */
export async function acceptPlan(
  ctx: Ctx<Manager>,
  input: AcceptPlanInput,
): Promise<Result<AcceptedPlan, AcceptRefusal>> {
  const found = await requirePlanRow(ctx, input.id);
  // As for a cover by hand: while nothing is locked.
  await readPoolGrid(ctx, found.poolId, dayOfColumn(found.fromOn), dayOfColumn(found.toOn));
  try {
    const answer = await inTransaction(ctx, async (tx) => {
      await lockPool(tx, found.poolId);
      return decidePlan<AcceptedPlan, "plan_outdated">(tx, input, "accept", async (plan, next) => {
        const grid = await readOfficeGrid(tx, plan.poolId, plan.from, plan.to);
        const stored = await inTurns(problemInSteps(grid, plan.poolId));
        const text = await textOfQuestion(stored);
        const answered = hashOfText(text) === plan.inputHash ? await getStoredAnswer(tx, plan.id) : null;
        return answered
          ? acceptLocked(tx, { id: plan.id, ...next }, grid, stored, answered)
          : refuse("plan_outdated");
      });
    });
    if (answer.ok) await stopPlanRun(ctx, input.id);
    return answer;
  } catch (error) {
    if (isRefusedBy(error, "coverage_assignments_")) return refuse("plan_outdated");
    throw error;
  }
}

async function acceptLocked(
  tx: Ctx<Manager>,
  { id: planId, ...next }: { id: string } & Movable<CoveragePlanStatus>,
  grid: Grid,
  stored: PoolProblem,
  answer: StoredAnswer,
): Promise<Result<Written<AcceptedPlan>, never>> {
  const proposed = await tx.db.coverageAssignment.findMany({
    where: { planId, status: "proposed" },
    select: COVER,
  });
  const cuts = cutsFor(grid.office, proposed.map(coverOfRow));
  const confirmedIds = proposed.map((row) => row.id);
  const change = await changeCovers(tx, {
    kind: "plan_accepted",
    planId,
    cuts,
    confirmedIds,
  });
  const gaps = answer.result.uncovered.flatMap((gap) => gapOf(stored, gap));
  await acceptGaps(tx, { planId }, gaps);
  await tx.db.coveragePlan.update({
    where: { id: planId },
    data: { ...next, decidedAt: tx.now },
  });
  return ok({
    value: { changeId: change.id, covers: confirmedIds.length, acceptedGaps: gaps.length },
    audit: planAudit("plan.accepted", planId),
  });
}

function gapOf({ problem, slotIndexes }: PoolProblem, gap: { episodeId: string; slot: number }) {
  const episode = problem.episodes.find((e) => e.id === gap.episodeId);
  if (!episode) return [];
  return [{ executiveId: episode.executiveId, ...halfDayAt(slotIndexes[gap.slot] ?? 0) }];
}

/** Puts a proposed plan away; nothing on the board changes. */
export async function discardPlan(
  ctx: Ctx<Manager>,
  input: DiscardPlanInput,
): Promise<Result<{ id: string }, DecideRefusal>> {
  await requirePlanRow(ctx, input.id);
  const answer = await inTransaction(ctx, (tx) =>
    decidePlan<{ id: string }, never>(tx, input, "discard", async ({ id }) => {
      await closePlans(tx, [id], "discard");
      return ok({
        value: { id },
        audit: planAudit("plan.discarded", id),
      });
    }),
  );
  if (answer.ok) await stopPlanRun(ctx, input.id);
  return answer;
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
