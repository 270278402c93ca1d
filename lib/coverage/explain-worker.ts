import type { PlanResult } from "@/lib/coverage/planner/plan-result";
import type { PlanProblem } from "@/lib/coverage/planner/problem";
import {
  type ExplainedParts,
  type ExplainParts,
  type ExplainReply,
  type ExplainRequest,
  explainParts,
} from "./explain-job";
import { borrowThread, giveBack, retire } from "./planner-worker";

type Thread = NonNullable<Awaited<ReturnType<typeof borrowThread>>>;

/** Explains some parts of a result off the main thread; where no thread can start or one dies, in this thread. */
export async function explainInWorker(
  problem: PlanProblem,
  result: PlanResult,
  parts: ExplainParts,
): Promise<ExplainedParts> {
  const thread = await borrowThread();
  if (!thread) return explainParts(problem, result, parts);
  try {
    return await askThread(thread, { kind: "explain", problem, result, parts });
  } catch {
    retire(thread);
    return explainParts(problem, result, parts);
  } finally {
    giveBack(thread);
  }
}

function askThread({ worker }: Thread, request: ExplainRequest): Promise<ExplainedParts> {
  worker.ref();
  return new Promise<ExplainedParts>((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off("message", hear).off("error", reject).off("exit", onExit).unref();
      finish();
    };
    const hear = (reply: ExplainReply) => {
      if (reply.kind === "explained") settle(() => resolve(reply.explained));
      else settle(() => reject(new Error(reply.message)));
    };
    const onExit = () => settle(() => reject(new Error("the planner's thread ended")));
    worker.on("message", hear).on("error", reject).on("exit", onExit);
    worker.postMessage(request);
  });
}
