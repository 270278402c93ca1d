import type { RebalanceProblem } from "@/lib/matching/rebalance/problem";
import type { CurvePoint, RebalanceOptions, RebalanceResult } from "@/lib/matching/rebalance/result";
import { rebalance } from "@/lib/matching/rebalance/solve";
import { verifyRebalance } from "@/lib/matching/rebalance/verify";

export type RebalanceOrder = Pick<RebalanceOptions, "budget" | "solver">;

/** Rebalances in the thread that calls it; an answer that its independent check refuses is a defect and never shown. */
export async function runRebalanceJob(
  problem: RebalanceProblem,
  order: RebalanceOrder,
  more: { shouldStop?: () => boolean; onPoint?: (point: CurvePoint) => void } = {},
): Promise<RebalanceResult> {
  const result = await rebalance(problem, { ...order, ...more, now: () => performance.now() });
  const verdict = verifyRebalance(problem, result);
  if (!verdict.ok) throw new Error(`a rebalance its check refuses: ${JSON.stringify(verdict.details)}`);
  return result;
}
