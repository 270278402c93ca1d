import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { PlanProgress } from "@/lib/coverage/planner/result/plan-result";
import { inThread } from "@/lib/threads/threads";
import { type PlannerOrder, type PlannerReport, runPlannerJob } from "./plan-task";

export type WorkerRequest = {
  kind: "plan";
  problem: PlanProblem;
  order: PlannerOrder;
  stop: SharedArrayBuffer;
};
export type WorkerReply =
  | { kind: "progress"; progress: PlanProgress }
  | { kind: "done"; report: PlannerReport };

export type PlannerCall = { signal?: AbortSignal; onProgress?: (progress: PlanProgress) => void };

/**
 * Plans, verifies and explains off the main thread; an aborted signal brings the best plan so far, and every better plan
 * is reported whole as it is found. Where a thread can't start or dies, the search alone plans in this thread.
 */
export function planInWorker(
  problem: PlanProblem,
  order: PlannerOrder,
  { signal, onProgress }: PlannerCall = {},
): Promise<PlannerReport> {
  return inThread<WorkerReply, PlannerReport>({
    ...(signal && { signal }),
    ask: (stop): WorkerRequest => ({ kind: "plan", problem, order, stop }),
    hear: (reply) => {
      if (reply.kind === "done") return { answer: reply.report };
      onProgress?.(reply.progress);
      return undefined;
    },
    here: () => runHere(problem, order, { signal, onProgress }),
  });
}

// By search alone: what killed a thread must not get a second chance in the one that serves everybody.
function runHere(
  problem: PlanProblem,
  order: PlannerOrder,
  { signal, onProgress }: { signal: AbortSignal | undefined; onProgress: PlannerCall["onProgress"] },
) {
  const shouldStop = () => signal?.aborted ?? false;
  const searchOnly: PlannerOrder = { ...order, solver: "none", budget: { iterations: 500, ...order.budget } };
  return runPlannerJob(problem, searchOnly, onProgress ? { shouldStop, onProgress } : { shouldStop });
}
