import type { WhatIf, WhatIfProgress, WhatIfQuestion } from "@/lib/coverage/what-if/rules-question";
import { inThread } from "@/lib/threads/threads";
import { runWhatIfJob } from "./what-if-task";

export type WhatIfRequest = { kind: "what_if"; question: WhatIfQuestion; stop: SharedArrayBuffer };
export type WhatIfReply =
  | { kind: "what_if_progress"; progress: WhatIfProgress }
  | { kind: "what_if_done"; answer: WhatIf | null };

export type WhatIfCall = { signal?: AbortSignal; onProgress?: (progress: WhatIfProgress) => void };

/** Works a what-if question out off the main thread; null when the signal stopped it. Where no thread can, by search alone here. */
export function whatIfInWorker(
  question: WhatIfQuestion,
  { signal, onProgress }: WhatIfCall,
): Promise<WhatIf | null> {
  return inThread<WhatIfReply, WhatIf | null>({
    ...(signal && { signal }),
    ask: (stop): WhatIfRequest => ({ kind: "what_if", question, stop }),
    hear: (reply) => {
      if (reply.kind === "what_if_done") return { answer: reply.answer };
      onProgress?.(reply.progress);
      return undefined;
    },
    here: () =>
      runWhatIfJob(question, {
        solver: "none",
        shouldStop: () => signal?.aborted ?? false,
        onProgress: (progress) => onProgress?.(progress),
      }),
  });
}
