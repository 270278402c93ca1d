import type { CohortProblem } from "@/lib/training/cohort/problem";
import { type CohortResult, faultsOfSplit } from "@/lib/training/cohort/result";
import { type CohortOptions, findSplits } from "@/lib/training/cohort/solve";

export type SplitOrder = Pick<CohortOptions, "seed" | "budget" | "solver">;

/** Splits a cohort in the thread that calls it; a split that its own check refuses is a defect and never shown. */
export async function runSplitJob(
  problem: CohortProblem,
  order: SplitOrder,
  { shouldStop, onSplit }: Pick<CohortOptions, "shouldStop" | "onSplit"> = {},
): Promise<CohortResult> {
  const result = await findSplits(problem, {
    ...order,
    ...(shouldStop && { shouldStop }),
    ...(onSplit && { onSplit: (news: CohortResult) => onSplit(verified(problem, news)) }),
    now: () => performance.now(),
  });
  return verified(problem, result);
}

function verified(problem: CohortProblem, result: CohortResult): CohortResult {
  const faults = result.splits.flatMap((split) => faultsOfSplit(problem, split));
  if (faults.length > 0) throw new Error(`a split its check refuses: ${faults.join(", ")}`);
  return result;
}
