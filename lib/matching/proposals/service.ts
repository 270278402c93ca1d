import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { matchingAudit } from "@/lib/matching/audit";
import { type AskedPool, readAskedPool } from "@/lib/matching/placements/queries-list";
import { rebalanceHash } from "@/lib/matching/rebalance/input-hash";
import type { RebalanceProblem } from "@/lib/matching/rebalance/problem";
import type { RebalanceResult } from "@/lib/matching/rebalance/result";
import { rebalanceInWorker } from "@/lib/matching/worker/rebalance";
import { refuseChanged } from "@/lib/moves/service-changes";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { requireRebalanceRow } from "./queries";
import { rebalanceProblemOf } from "./rules";
import type { ProposeRebalanceInput, RebalanceVersionInput, StoredRebalance } from "./schema";

/** A person waits for it: what isn't proven by then is bounded and says so. */
const BUDGET_MS = 8_000;

/** The question as it is now: a proposal rests on its fingerprint. */
export async function readQuestion(
  ctx: Ctx<Manager>,
  { poolId, from, ...asked }: ProposeRebalanceInput,
): Promise<{ pool: AskedPool; problem: RebalanceProblem; hash: string }> {
  const pool = await readAskedPool(ctx, { poolId }, from, {});
  const problem = rebalanceProblemOf(pool, asked);
  return { pool, problem, hash: rebalanceHash(problem) };
}

/**
 * Works out, off the main thread, who could support whom from a day on. Nothing changes by it. Refuses a day that has been, and too
 * few changes for the pairs that are ruled out, with how many are needed.
 */
export async function proposeRebalance(
  ctx: Ctx<Manager>,
  input: ProposeRebalanceInput,
): Promise<Result<{ id: string }, "day_has_been" | "changes_needed">> {
  const { pool, problem, hash } = await readQuestion(ctx, input);
  const { timeZone } = await ctx.db.pool.findUniqueOrThrow({ where: { id: pool.poolId } });
  const today = dayIn(timeZone, ctx.now);
  if (input.from <= today) return refuse("day_has_been", { path: "from", details: { on: today } });
  const result = await rebalanceInWorker(problem, { budget: { ms: BUDGET_MS } });
  if (result.status === "impossible")
    return refuse("changes_needed", { path: "mostChanges", details: { count: result.leastChanges } });
  const { poolId, from, mostChanges, fixedIds } = input;
  return inTransaction(ctx, async (tx) => {
    const { id } = await tx.db.rebalanceProposal.create({
      data: {
        ...{ poolId, fromOn: dayToDate(from), mostChanges, fixedIds, inputsHash: hash },
        result: storedOf(problem, result),
        ...{ createdById: tx.actor.userId, createdAt: tx.now },
      },
      select: { id: true },
    });
    await audit(tx, matchingAudit("rebalance.proposed", id, { poolId, from }));
    return ok({ id });
  });
}

function storedOf(problem: RebalanceProblem, result: RebalanceResult): StoredRebalance {
  const points = new Map(problem.fit.map((pair) => [`${pair.assistantId} ${pair.deskId}`, pair.points]));
  const fitOf = (assistantId: string | null, deskId: string) =>
    assistantId === null ? null : (points.get(`${assistantId} ${deskId}`) ?? null);
  return {
    unassigned: result.unassigned,
    curve: result.curve.map(({ moves, ...point }) => ({
      ...point,
      moves: moves.map(({ deskId, from, to }) => ({
        ...{ executiveId: deskId, fromAssistantId: from, toAssistantId: to },
        ...{ before: fitOf(from, deskId), after: fitOf(to, deskId) },
      })),
    })),
  };
}

/** Puts a proposal away. */
export async function discardRebalance(
  ctx: Ctx<Manager>,
  { id, version }: RebalanceVersionInput,
): Promise<Result<{ id: string }, "changed_since_read" | "not_possible_now">> {
  const row = await requireRebalanceRow(ctx, id);
  if (row.status !== "proposed")
    return refuse("not_possible_now", { details: { status: row.status, by: "none" } });
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.rebalanceProposal.updateMany({
      where: { id, version, status: "proposed" },
      data: { status: "discarded", version: { increment: 1 } },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "rebalance", id }, { version }, row);
    await audit(tx, matchingAudit("rebalance.discarded", id, { poolId: row.poolId }));
    return ok({ id });
  });
}
