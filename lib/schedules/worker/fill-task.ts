import type { RosterProblem } from "@/lib/schedules/roster/problem/problem";
import type {
  RosterOptions,
  RosterProgress,
  RosterResult,
} from "@/lib/schedules/roster/result/roster-result";
import { verifyRoster } from "@/lib/schedules/roster/result/verify";
import { fillRoster } from "@/lib/schedules/roster/solve";

export type FillOrder = Pick<RosterOptions, "seed" | "budget" | "solver">;

/** Fills a roster in the thread that calls it; one that its independent check refuses is a defect and never shown. */
export async function runFillJob(
  problem: RosterProblem,
  order: FillOrder,
  more: { shouldStop?: () => boolean; onProgress?: (progress: RosterProgress) => void } = {},
): Promise<RosterResult> {
  const { shouldStop, onProgress } = more;
  const result = await fillRoster(problem, {
    ...order,
    ...(shouldStop && { shouldStop }),
    ...(onProgress && { onProgress: (news) => onProgress({ ...news, best: verified(problem, news.best) }) }),
    now: () => performance.now(),
  });
  return verified(problem, result);
}

function verified(problem: RosterProblem, result: RosterResult): RosterResult {
  const verdict = verifyRoster(problem, result);
  if (!verdict.ok) throw new Error(`a roster its check refuses: ${JSON.stringify(verdict.details)}`);
  return result;
}
