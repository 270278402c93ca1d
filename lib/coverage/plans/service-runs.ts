import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import type { PlanMode, PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { verify } from "@/lib/coverage/planner/result/verify";
import { planInWorker } from "@/lib/coverage/worker/plan";
import { PLANNER_SEED, verifiedResult } from "@/lib/coverage/worker/plan-task";
import { lockRow } from "@/lib/moves/service";
import { ok, type Result } from "@/lib/result";
import { getStoredAnswer, lockOpenPlan, requirePlanRow } from "./queries-rows";
import {
  isRunning,
  isSamePlan,
  isWorse,
  isWorthShowing,
  joinResults,
  progressOf,
  proofBudgetMs,
  type RunProgress,
} from "./rules-run";
import type { StoredAnswer } from "./rules-view";
import type { PlanIdInput } from "./schema";
import { answerColumns, type PlanQuestion } from "./service-answers";
import { writeProposals } from "./service-writes";

const HEARTBEAT_MS = 1_000;

type Run = { stop: AbortController; ended: Promise<void> };
type Shared = { standbyPlanRuns?: Map<string, Run>; standbyPlanTurn?: Promise<void> };

// On globalThis, so that a bundle loaded twice or reloaded in development knows the same runs.
const shared = globalThis as Shared;
shared.standbyPlanRuns ??= new Map();
shared.standbyPlanTurn ??= Promise.resolve();
const runs = shared.standbyPlanRuns;

type RunOrder = { planId: string; question: PlanQuestion; first: StoredAnswer; mode: PlanMode };

/** Looks on for a better plan and its proof behind a plan that stands in the database already; nobody waits for it. */
export function startPlanRun(ctx: Ctx<Manager>, order: RunOrder): void {
  const stop = new AbortController();
  const ended = inTurn(() => runPlan(ctx, order, stop))
    .catch((error: Error) => process.emitWarning(error))
    .then(() => endRun(ctx, order.planId))
    .catch((error: Error) => process.emitWarning(error))
    .finally(() => runs.delete(order.planId));
  runs.set(order.planId, { stop, ended });
}

// One proof at a time in this process: the planner's other thread stays free for first plans.
function inTurn(work: () => Promise<void>): Promise<void> {
  const turn = (shared.standbyPlanTurn ?? Promise.resolve()).then(work);
  shared.standbyPlanTurn = turn.catch(() => undefined);
  return turn;
}

/** Ends a plan's run if it is this process that runs it; other processes see it in the row within a second. */
export function stopRunHere(planId: string): void {
  runs.get(planId)?.stop.abort();
}

/** Resolves when no run of this process goes on, for those who must not leave one behind. */
export async function settlePlanRuns(): Promise<void> {
  await Promise.all([...runs.values()].map((run) => run.ended));
}

async function runPlan(
  ctx: Ctx<Manager>,
  { planId, question, first, mode }: RunOrder,
  stop: AbortController,
): Promise<void> {
  let progress: RunProgress = { stage: "uncovered", gap: first.result.gap };
  let shown = first.result;
  let taking = Promise.resolve();
  const beat = () => keepAlive(ctx, planId, progress, stop);
  await beat();
  if (stop.signal.aborted) return;
  const heart = setInterval(() => void beat().catch(() => stop.abort()), HEARTBEAT_MS);
  try {
    const { problem } = question.stored;
    const order = { seed: PLANNER_SEED, budget: { ms: proofBudgetMs(problem) }, mode };
    const report = await planInWorker(problem, order, {
      signal: stop.signal,
      onProgress: (news) => {
        progress = progressOf(shown, news);
        const { plan } = news;
        if (!plan || !isWorthShowing(plan, shown) || !verify(problem, plan).ok) return;
        shown = plan;
        const found = { result: plan, assignments: [], uncovered: [] };
        taking = taking.then(() => takeBetter(ctx, planId, question, found));
      },
    });
    await taking;
    await takeBetter(ctx, planId, question, { ...report, result: verifiedResult(report) });
  } finally {
    clearInterval(heart);
  }
}

/** Says that somebody still works on the plan and how far they are; stops when it was decided on or asked to stop. */
async function keepAlive(
  ctx: Ctx<Manager>,
  planId: string,
  progress: RunProgress,
  stop: AbortController,
): Promise<void> {
  const { count } = await ctx.db.coveragePlan.updateMany({
    where: { id: planId, solving: true, stopAskedAt: null },
    data: { heartbeatAt: new Date(), progress },
  });
  if (count === 0) stop.abort();
}

type Found = Pick<StoredAnswer, "assignments" | "uncovered"> & { result: PlanResult };

/** Puts what was found into the plan while it is still a proposal: a better plan, a better proof, or both. */
async function takeBetter(
  ctx: Ctx<Manager>,
  planId: string,
  question: PlanQuestion,
  found: Found,
): Promise<void> {
  await inTransaction({ ...ctx, now: new Date() }, async (tx) => {
    await lockRow(tx, "coverage_plans", planId);
    const row = await tx.db.coveragePlan.findUnique({
      where: { id: planId },
      select: { status: true, solving: true },
    });
    const known = await getStoredAnswer(tx, planId);
    if (row?.status !== "proposed" || !row.solving || !known) return;
    const isKept = isWorse(found.result, known.result) || isSamePlan(found.result, known.result);
    const result = joinResults(known.result, found.result);
    const answer = isKept
      ? { ...known, result }
      : { ...known, result, assignments: found.assignments, uncovered: found.uncovered };
    if (!isKept) await writeProposals(tx, planId, question, answer);
    await tx.db.coveragePlan.update({
      where: { id: planId },
      data: {
        ...answerColumns(answer),
        ...(isKept ? {} : { explanations: {}, version: { increment: 1 } }),
      },
    });
    await audit(tx, {
      action: isKept ? "plan.proven" : "plan.improved",
      entityType: "coverage_plan",
      entityId: planId,
      data: { status: result.status, gap: result.gap },
    });
  });
}

async function endRun(ctx: Ctx<Manager>, planId: string): Promise<void> {
  await ctx.db.coveragePlan.updateMany({
    where: { id: planId, solving: true },
    data: { solving: false, heartbeatAt: new Date() },
  });
}

/** Ends the search for a better plan and keeps the best so far; what was decided on already can't be stopped. */
export async function stopPlan(
  ctx: Ctx<Manager>,
  input: PlanIdInput,
): Promise<Result<{ id: string }, "plan_not_open">> {
  await requirePlanRow(ctx, input.id);
  const answer = await inTransaction(ctx, async (tx) => {
    const open = await lockOpenPlan(tx, input.id);
    if (!open.ok) return open;
    const plan = open.value;
    if (!plan.solving || plan.stopAskedAt) return ok({ id: plan.id });
    const isHere = runs.has(plan.id);
    await tx.db.coveragePlan.update({
      where: { id: plan.id },
      data: { stopAskedAt: tx.now, ...(isHere || isRunning(plan, tx.now) ? {} : { solving: false }) },
    });
    await audit(tx, { action: "plan.stopped", entityType: "coverage_plan", entityId: plan.id });
    return ok({ id: plan.id });
  });
  if (answer.ok) stopRunHere(input.id);
  return answer;
}
