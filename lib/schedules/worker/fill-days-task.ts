import { type FillDocument, fillDocument } from "@/lib/schedules/fills/rules-problem";
import {
  heldRuleOf,
  type PlannedContradiction,
  readFillProblem,
  withoutContradiction,
} from "@/lib/schedules/fills/rules-read";
import { shortWeeklyRests, withMoreRest } from "@/lib/schedules/fills/rules-rest";
import { fillResult } from "@/lib/schedules/fills/rules-result";
import type { FillQuestion } from "@/lib/schedules/fills/rules-stating";
import type { FillResultView } from "@/lib/schedules/fills/schema";
import type { RosterProgress, RosterResult } from "@/lib/schedules/roster/result/roster-result";
import { type FillOrder, runFillJob } from "./fill-task";

export type FillDaysProgress = { stage: RosterProgress["stage"]; best: FillResultView };
type FillDaysMore = { shouldStop?: () => boolean; onProgress?: (progress: FillDaysProgress) => void };

/** How long it may take to find another roster where one leaves somebody too little weekly rest. */
const AGAIN_MS = 10_000;

/**
 * Fills days in the thread that calls it. Who has no lawful schedule beside what they work already is left alone, and who would have
 * too little weekly rest is given less; then it is tried again.
 */
export async function runFillDaysJob(
  question: FillQuestion,
  order: FillOrder,
  { shouldStop, onProgress }: FillDaysMore = {},
): Promise<FillResultView> {
  const stated: FillDocument = fillDocument(question);
  const alone: PlannedContradiction[] = [];
  let { document } = stated;
  let isGivenLess = false;
  for (;;) {
    const { problem, contradictions } = readFillProblem(document);
    const known = [...contradictions, ...alone];
    const saidOf = (result: RosterResult) =>
      fillResult(question, stated, problem, isGivenLess ? unproven(result) : result, known);
    const result = await runFillJob(problem, isGivenLess ? { ...order, budget: { ms: AGAIN_MS } } : order, {
      ...(shouldStop && { shouldStop }),
      ...(onProgress && {
        onProgress: ({ stage, best }: RosterProgress) => onProgress({ stage, best: saidOf(best) }),
      }),
    });
    const [conflict] = result.conflict ?? [];
    if (conflict && !alone.some(({ personId }) => personId === conflict.personId)) {
      const rule = heldRuleOf(conflict.path.split(".").slice(1));
      alone.push({ personId: conflict.personId, rule, days: [] });
      document = withoutContradiction(document, [conflict.personId]);
      continue;
    }
    const short = shortWeeklyRests(question, stated, result);
    if (short.length === 0) return saidOf(result);
    document = withMoreRest(document, short);
    isGivenLess = true;
  }
}

// A roster of a stricter document proves nothing of the question.
function unproven(result: RosterResult): RosterResult {
  return { ...result, status: "heuristic", lowerBound: null, gap: null };
}
