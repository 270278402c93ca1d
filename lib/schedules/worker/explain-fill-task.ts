import {
  fillWithRemedy,
  type LaidFill,
  layFill,
  remediesOfHole,
} from "@/lib/schedules/fills/rules-explained";
import { explainShift } from "@/lib/schedules/fills/rules-next-best";
import type { FillQuestion } from "@/lib/schedules/fills/rules-stating";
import type { ExplainedFillView, FillResultView, ProposedShiftView } from "@/lib/schedules/fills/schema";

/** What is asked of a fill: a part to explain, or a remedy to use. */
export type FillAsk =
  | { kind: "hole" | "shift"; index: number }
  | { kind: "use"; hole: number; remedy: number };

/** What a fill found, and the shifts that were decided on by then. */
export type KnownFill = { found: FillResultView; extras: ProposedShiftView[] };

export type FillAnswer =
  | { kind: "explained"; explained: Omit<ExplainedFillView, "version"> }
  | { kind: "used"; fill: KnownFill | null };

export type ExplainFillRequest = {
  kind: "explain_fill";
  question: FillQuestion;
  fill: KnownFill;
  ask: FillAsk;
};
export type ExplainFillReply = { kind: "fill_explained"; answer: FillAnswer };

/** Explains a part of a fill, or uses a remedy of one of its holes, in the thread that calls it. */
export function explainFillPart(
  question: FillQuestion,
  { found, extras }: KnownFill,
  ask: FillAsk,
): FillAnswer {
  const laid = layFill(question, found, extras);
  if (ask.kind === "use") return { kind: "used", fill: usedFill(laid, extras, ask) };
  const hole = ask.kind === "hole" ? { remedies: remediesIn(laid, ask.index) } : null;
  const shift = ask.kind === "shift" ? explainShift(laid, ask.index) : null;
  return { kind: "explained", explained: { hole, shift } };
}

function remediesIn(laid: LaidFill, index: number) {
  return remediesOfHole(laid, index).map(({ remedy, closes, canUse }) => ({ remedy, closes, canUse }));
}

function usedFill(
  laid: LaidFill,
  extras: readonly ProposedShiftView[],
  { hole, remedy }: { hole: number; remedy: number },
): KnownFill | null {
  const chosen = remediesOfHole(laid, hole)[remedy];
  const used = chosen && fillWithRemedy(laid, extras, chosen);
  return used ? { found: used.found, extras: used.decided } : null;
}
