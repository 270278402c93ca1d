import type { FillQuestion } from "@/lib/schedules/fills/rules-stating";
import type { FillResultView } from "@/lib/schedules/fills/schema";
import { inThread } from "@/lib/threads/threads";
import { type FillDaysProgress, runFillDaysJob } from "./fill-days-task";
import type { FillOrder } from "./fill-task";

export type FillDaysRequest = {
  kind: "fill_days";
  question: FillQuestion;
  order: FillOrder;
  stop: SharedArrayBuffer;
};
export type FillDaysReply =
  | { kind: "fill_days_progress"; progress: FillDaysProgress }
  | { kind: "filled_days"; found: FillResultView };

export type FillDaysCall = {
  signal?: AbortSignal;
  onProgress?: (stage: FillDaysProgress["stage"]) => void;
};

/**
 * States a question, fills it and says what that means, off the main thread: of a large pool stating alone takes seconds. An
 * aborted signal brings the best so far within a second. Where a thread can't start or dies, the search alone fills it here.
 */
export function fillDaysInWorker(
  question: FillQuestion,
  order: FillOrder,
  { signal, onProgress }: FillDaysCall = {},
): Promise<FillResultView> {
  let best: FillResultView | undefined;
  return inThread<FillDaysReply, FillResultView>({
    ...(signal && { signal }),
    best: () => best,
    ask: (stop): FillDaysRequest => ({ kind: "fill_days", question, order, stop }),
    hear: (reply) => {
      if (reply.kind === "filled_days") return { answer: reply.found };
      best = reply.progress.best;
      onProgress?.(reply.progress.stage);
      return undefined;
    },
    here: () =>
      runFillDaysJob(
        question,
        { ...order, solver: "none" },
        { shouldStop: () => signal?.aborted ?? false, onProgress: ({ stage }) => onProgress?.(stage) },
      ),
  });
}
