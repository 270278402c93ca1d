import { fillDocument } from "@/lib/schedules/fills/rules-problem";
import { readFillProblem, withoutContradiction } from "@/lib/schedules/fills/rules-read";
import { fillResult } from "@/lib/schedules/fills/rules-result";
import type { FillQuestion } from "@/lib/schedules/fills/rules-stating";
import type { FillResultView } from "@/lib/schedules/fills/schema";
import type { RosterProgress } from "@/lib/schedules/roster/result/roster-result";
import { type FillOrder, runFillJob } from "./fill-task";

export type FillDaysProgress = { stage: RosterProgress["stage"]; best: FillResultView };

/**
 * Fills days in the thread that calls it. Whoever has no lawful schedule beside what they work already is left alone, and it
 * is tried again.
 */
export async function runFillDaysJob(
  question: FillQuestion,
  order: FillOrder,
  more: { shouldStop?: () => boolean; onProgress?: (progress: FillDaysProgress) => void } = {},
): Promise<FillResultView> {
  const stated = fillDocument(question);
  const { shouldStop, onProgress } = more;
  const alone = new Set<string>();
  for (;;) {
    const problem = readFillProblem(withoutContradiction(stated.document, [...alone]));
    const result = await runFillJob(problem, order, {
      ...(shouldStop && { shouldStop }),
      ...(onProgress && {
        onProgress: ({ stage, best }: RosterProgress) =>
          onProgress({ stage, best: fillResult(question, stated, problem, best) }),
      }),
    });
    const [contradiction] = result.conflict ?? [];
    if (!contradiction || alone.has(contradiction.personId))
      return fillResult(question, stated, problem, result);
    alone.add(contradiction.personId);
  }
}
