import type { FillQuestion } from "@/lib/schedules/fills/rules-stating";
import { inThread } from "@/lib/threads/threads";
import {
  type ExplainFillReply,
  type ExplainFillRequest,
  explainFillPart,
  type FillAnswer,
  type FillAsk,
  type KnownFill,
} from "./explain-fill-task";

/** Explains a part of a fill, or uses a remedy, off the main thread: each remedy is tried. In this thread where none can start. */
export function explainFillInWorker(
  question: FillQuestion,
  fill: KnownFill,
  ask: FillAsk,
): Promise<FillAnswer> {
  return inThread<ExplainFillReply, FillAnswer>({
    ask: (): ExplainFillRequest => ({ kind: "explain_fill", question, fill, ask }),
    hear: ({ answer }) => ({ answer }),
    here: async () => explainFillPart(question, fill, ask),
  });
}
