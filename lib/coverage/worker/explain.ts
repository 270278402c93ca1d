import type { PlanProblem } from "@/lib/coverage/planner/problem/problem";
import type { PlanResult } from "@/lib/coverage/planner/result/plan-result";
import { inThread } from "@/lib/threads/threads";
import {
  type ExplainedParts,
  type ExplainParts,
  type ExplainReply,
  type ExplainRequest,
  explainParts,
} from "./explain-task";

/** Explains some parts of a result off the main thread; where no thread can start or one dies, in this thread. */
export function explainInWorker(
  problem: PlanProblem,
  result: PlanResult,
  parts: ExplainParts,
): Promise<ExplainedParts> {
  return inThread<ExplainReply, ExplainedParts>({
    ask: (): ExplainRequest => ({ kind: "explain", problem, result, parts }),
    hear: ({ explained }) => ({ answer: explained }),
    here: () => explainParts(problem, result, parts),
  });
}
