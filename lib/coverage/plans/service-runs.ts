import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import type { PlanMode, PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { verify } from "@/lib/coverage/planner/result/verify";
import { planAudit } from "@/lib/coverage/plans/audit";
import { planInWorker } from "@/lib/coverage/worker/plan";
import { PLANNER_SEED, verifiedResult } from "@/lib/coverage/worker/plan-task";
import { lockRow } from "@/lib/moves/service";
import { ok, type Result } from "@/lib/result";
import { getRun } from "@/lib/runs/queries";
import { startRun, stopRun } from "@/lib/runs/service";
import { getStoredAnswer, lockOpenPlan, requirePlanRow } from "./queries-rows";
import {
  isSamePlan,
  isWorse,
  isWorthShowing,
  joinResults,
  PLAN_RUN,
  progressOf,
  proofBudgetMs,
  type RunProgress,
} from "./rules-run";
import type { StoredAnswer } from "./rules-view";
import type { PlanIdInput } from "./schema";
import { answerColumns, type PlanQuestion } from "./service-answers";
import { writeProposals } from "./service-writes";

const shared = globalThis as { standbyPlanTurn?: Promise<unknown> };

type RunOrder = { planId: string; question: PlanQuestion; first: StoredAnswer; mode: PlanMode };

/** Looks on for a better plan and its proof behind a plan that stands in the database already; no person waits for it. */
export async function startPlanRun(ctx: Ctx<Manager>, order: RunOrder): Promise<void> {
  const first: RunProgress = { stage: "waiting", gap: null };
  await startRun(ctx, PLAN_RUN, { key: order.planId, first }, (run) =>
    inTurn(async () => {
      if (!run.signal.aborted) await improvePlan(ctx, order, run);
      return null;
    }),
  );
}

// One proof at a time in this process: the planner's other thread stays free for first plans.
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = (shared.standbyPlanTurn ?? Promise.resolve()).then(work);
  shared.standbyPlanTurn = turn.catch(() => undefined);
  return turn;
}

/** Ends the run behind a plan, wherever it goes on. */
export async function stopPlanRun(ctx: Ctx<Manager>, planId: string): Promise<void> {
  const run = await getRun(ctx, PLAN_RUN, planId);
  if (run) await stopRun(ctx, run.id);
}

async function improvePlan(
  ctx: Ctx<Manager>,
  { planId, question, first, mode }: RunOrder,
  { signal, report }: { signal: AbortSignal; report: (progress: RunProgress) => void },
): Promise<void> {
  report({ stage: "uncovered", gap: first.result.gap });
  const { problem } = question.stored;
  let shown = first.result;
  let pendingWrites = Promise.resolve();
  const order = { seed: PLANNER_SEED, budget: { ms: proofBudgetMs(problem) }, mode };
  const found = await planInWorker(problem, order, {
    signal,
    onProgress: (news) => {
      report(progressOf(shown, news));
      const { plan } = news;
      if (!plan || !isWorthShowing(plan, shown) || !verify(problem, plan).ok) return;
      shown = plan;
      const better = { result: plan, assignments: [], uncovered: [] };
      pendingWrites = pendingWrites.then(() => takeBetter(ctx, planId, question, better));
    },
  });
  await pendingWrites;
  await takeBetter(ctx, planId, question, { ...found, result: verifiedResult(found) });
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
      select: { status: true },
    });
    const known = await getStoredAnswer(tx, planId);
    if (row?.status !== "proposed" || !known) return;
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
    await audit(
      tx,
      planAudit(isKept ? "plan.proven" : "plan.improved", planId, { status: result.status, gap: result.gap }),
    );
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
    const run = await getRun(tx, PLAN_RUN, input.id);
    if (run?.status === "running" && !run.isStopAsked) await audit(tx, planAudit("plan.stopped", input.id));
    return ok({ id: input.id });
  });
  if (answer.ok) await stopPlanRun(ctx, input.id);
  return answer;
}
