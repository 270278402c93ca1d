import type { RosterProblem } from "@/lib/schedules/roster/problem/problem";
import type { RosterProgress, RosterResult } from "@/lib/schedules/roster/result/roster-result";
import { inThread } from "@/lib/threads/threads";
import { type FillOrder, runFillJob } from "./fill-task";

export type FillRequest = {
  kind: "fill";
  problem: RosterProblem;
  order: FillOrder;
  stop: SharedArrayBuffer;
};
export type FillReply =
  | { kind: "fill_progress"; progress: RosterProgress }
  | { kind: "filled"; result: RosterResult };

export type FillCall = { signal?: AbortSignal; onProgress?: (progress: RosterProgress) => void };

/**
 * Fills and verifies a roster off the main thread; an aborted signal brings the best so far within a second. Where a thread can't start
 * or dies, the search alone fills it in this thread.
 */
export function fillInWorker(
  problem: RosterProblem,
  order: FillOrder,
  { signal, onProgress }: FillCall = {},
): Promise<RosterResult> {
  let best: RosterResult | undefined;
  return inThread<FillReply, RosterResult>({
    ...(signal && { signal }),
    best: () => best && { ...best, status: "cancelled" },
    ask: (stop): FillRequest => ({ kind: "fill", problem, order, stop }),
    hear: (reply) => {
      if (reply.kind === "filled") return { answer: reply.result };
      best = reply.progress.best;
      onProgress?.(reply.progress);
      return undefined;
    },
    here: () =>
      runFillJob(
        problem,
        { ...order, solver: "none" },
        { shouldStop: () => signal?.aborted ?? false, ...(onProgress && { onProgress }) },
      ),
  });
}
