import type { RebalanceProblem } from "@/lib/matching/rebalance/problem";
import type { CurvePoint, RebalanceResult } from "@/lib/matching/rebalance/result";
import { inThread } from "@/lib/threads/threads";
import { type RebalanceOrder, runRebalanceJob } from "./rebalance-task";

export type RebalanceRequest = {
  kind: "rebalance";
  problem: RebalanceProblem;
  order: RebalanceOrder;
  stop: SharedArrayBuffer;
};
export type RebalanceReply =
  | { kind: "rebalance_point"; point: CurvePoint }
  | { kind: "rebalanced"; result: RebalanceResult };

/** Rebalances and verifies off the main thread; an aborted signal brings the best so far, with its bound. */
export function rebalanceInWorker(
  problem: RebalanceProblem,
  order: RebalanceOrder,
  { signal, onPoint }: { signal?: AbortSignal; onPoint?: (point: CurvePoint) => void } = {},
): Promise<RebalanceResult> {
  return inThread<RebalanceReply, RebalanceResult>({
    ...(signal && { signal }),
    ask: (stop): RebalanceRequest => ({ kind: "rebalance", problem, order, stop }),
    hear: (reply) => {
      if (reply.kind === "rebalanced") return { answer: reply.result };
      onPoint?.(reply.point);
      return undefined;
    },
    here: () =>
      runRebalanceJob(
        problem,
        { ...order, solver: "none" },
        { shouldStop: () => signal?.aborted ?? false, ...(onPoint && { onPoint }) },
      ),
  });
}
