import { parentPort } from "node:worker_threads";
import { type ExplainReply, type ExplainRequest, explainParts } from "@/lib/coverage/explain-job";
import { loadSolver } from "@/lib/coverage/planner/solver";
import { runPlannerJob } from "@/lib/coverage/planner-job";
import type { WorkerReply, WorkerRequest } from "@/lib/coverage/planner-worker";

const port = parentPort;
void loadSolver();

port?.on("message", async (request: WorkerRequest | ExplainRequest) => {
  if (request.kind === "explain") return explain(request);
  const stop = new Int32Array(request.stop);
  const reply = (message: WorkerReply) => port.postMessage(message);
  try {
    const report = await runPlannerJob(request.problem, request.order, {
      shouldStop: () => Atomics.load(stop, 0) === 1,
      onProgress: (progress) => reply({ kind: "progress", progress }),
    });
    reply({ kind: "done", report });
  } catch (error) {
    reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
});

async function explain({ problem, result, parts }: ExplainRequest) {
  const reply = (message: ExplainReply) => port?.postMessage(message);
  try {
    reply({ kind: "explained", explained: await explainParts(problem, result, parts) });
  } catch (error) {
    reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
}
