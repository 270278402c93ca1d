import { inThread } from "@/lib/threads/threads";
import type { CohortProblem } from "@/lib/training/cohort/problem";
import type { CohortResult } from "@/lib/training/cohort/result";
import { runSplitJob, type SplitOrder } from "./split-task";

export type SplitRequest = {
  kind: "split";
  problem: CohortProblem;
  order: SplitOrder;
  stop: SharedArrayBuffer;
};
export type SplitReply =
  | { kind: "split_progress"; best: CohortResult }
  | { kind: "splits"; result: CohortResult };

/**
 * Splits a cohort off the main thread; an aborted signal brings the best so far within a second. Where a thread can't start or
 * dies, the search alone does it in this thread.
 */
export function splitInWorker(
  problem: CohortProblem,
  order: SplitOrder,
  signal?: AbortSignal,
): Promise<CohortResult> {
  let best: CohortResult | undefined;
  return inThread<SplitReply, CohortResult>({
    ...(signal && { signal }),
    best: () => best && { ...best, status: "cancelled" },
    ask: (stop): SplitRequest => ({ kind: "split", problem, order, stop }),
    hear: (reply) => {
      if (reply.kind === "splits") return { answer: reply.result };
      best = reply.best;
      return undefined;
    },
    here: () =>
      runSplitJob(problem, { ...order, solver: "none" }, { shouldStop: () => signal?.aborted ?? false }),
  });
}
