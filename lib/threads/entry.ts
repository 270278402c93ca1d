import { parentPort } from "node:worker_threads";
import { type ExplainReply, type ExplainRequest, explainParts } from "@/lib/coverage/worker/explain-task";
import type { WorkerReply, WorkerRequest } from "@/lib/coverage/worker/plan";
import { runPlannerJob } from "@/lib/coverage/worker/plan-task";
import type { WhatIfReply, WhatIfRequest } from "@/lib/coverage/worker/what-if";
import { runWhatIfJob } from "@/lib/coverage/worker/what-if-task";
import type { LetterFileReply, LetterFileRequest } from "@/lib/letters/worker/letter-file";
import type { RebalanceReply, RebalanceRequest } from "@/lib/matching/worker/rebalance";
import { runRebalanceJob } from "@/lib/matching/worker/rebalance-task";
import {
  type ExplainFillReply,
  type ExplainFillRequest,
  explainFillPart,
} from "@/lib/schedules/worker/explain-fill-task";
import type { FillReply, FillRequest } from "@/lib/schedules/worker/fill";
import type { FillDaysReply, FillDaysRequest } from "@/lib/schedules/worker/fill-days";
import { runFillDaysJob } from "@/lib/schedules/worker/fill-days-task";
import { runFillJob } from "@/lib/schedules/worker/fill-task";
import { loadSolver } from "@/lib/solver/programme";
import type { SplitReply, SplitRequest } from "@/lib/training/worker/split";
import { runSplitJob } from "@/lib/training/worker/split-task";

type Request =
  | WorkerRequest
  | ExplainRequest
  | WhatIfRequest
  | FillRequest
  | FillDaysRequest
  | ExplainFillRequest
  | RebalanceRequest
  | LetterFileRequest
  | SplitRequest;
type Reply =
  | WorkerReply
  | ExplainReply
  | WhatIfReply
  | FillReply
  | FillDaysReply
  | ExplainFillReply
  | RebalanceReply
  | LetterFileReply
  | SplitReply
  | { kind: "failed"; message: string };

const port = parentPort;
void loadSolver();

const reply = (message: Reply) => port?.postMessage(message);

port?.on("message", async (request: Request) => {
  try {
    reply(await answerOf(request));
  } catch (error) {
    reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
});

async function answerOf(request: Request): Promise<Reply> {
  switch (request.kind) {
    case "explain": {
      const { problem, result, parts } = request;
      return { kind: "explained", explained: await explainParts(problem, result, parts) };
    }
    case "plan": {
      const report = await runPlannerJob(request.problem, request.order, {
        shouldStop: stopOf(request),
        onProgress: (progress) => reply({ kind: "progress", progress }),
      });
      return { kind: "done", report };
    }
    case "fill": {
      const result = await runFillJob(request.problem, request.order, {
        shouldStop: stopOf(request),
        onProgress: (progress) => reply({ kind: "fill_progress", progress }),
      });
      return { kind: "filled", result };
    }
    case "fill_days": {
      const found = await runFillDaysJob(request.question, request.order, {
        shouldStop: stopOf(request),
        onProgress: (progress) => reply({ kind: "fill_days_progress", progress }),
      });
      return { kind: "filled_days", found };
    }
    case "explain_fill": {
      const { question, fill, ask } = request;
      return { kind: "fill_explained", answer: explainFillPart(question, fill, ask) };
    }
    case "letter_file": {
      // Fonts and writers of files are loaded by the thread that is asked for one.
      const { runLetterFileJob } = await import("@/lib/letters/worker/letter-file-task");
      return { kind: "letter_file_done", file: await runLetterFileJob(request.order) };
    }
    case "rebalance": {
      const result = await runRebalanceJob(request.problem, request.order, {
        shouldStop: stopOf(request),
        onPoint: (point) => reply({ kind: "rebalance_point", point }),
      });
      return { kind: "rebalanced", result };
    }
    case "split": {
      const result = await runSplitJob(request.problem, request.order, {
        shouldStop: stopOf(request),
        onSplit: (best) => reply({ kind: "split_progress", best }),
      });
      return { kind: "splits", result };
    }
    case "what_if": {
      const answer = await runWhatIfJob(request.question, {
        shouldStop: stopOf(request),
        onProgress: (progress) => reply({ kind: "what_if_progress", progress }),
      });
      return { kind: "what_if_done", answer };
    }
  }
}

function stopOf({ stop }: { stop: SharedArrayBuffer }): () => boolean {
  const flag = new Int32Array(stop);
  return () => Atomics.load(flag, 0) === 1;
}
