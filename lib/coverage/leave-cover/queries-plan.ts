import "server-only";
import type { CoverSlot } from "@/lib/coverage/demand/rules-runs";
import { plannedSlots } from "@/lib/coverage/plans/rules-planned-slots";
import type { PoolProblem } from "@/lib/coverage/plans/rules-problem";
import { type PlannedGap, plannedGaps, type StoredAnswer } from "@/lib/coverage/plans/rules-view";
import { planInWorker } from "@/lib/coverage/worker/plan";
import type { NamedGap } from "@/lib/covers/rules";
import type { AbsenceContext } from "./queries-context";
import { type CoverChoice, choicesOf, gapsLeft } from "./rules-choices";
import { type Picks, withPicks } from "./rules-opened";

const SEED = 1;
const BUDGET_MS = 2_000;

/** Cover proposed for an absence: who takes which half-days, and what stays open with why and what would close it. */
export type AbsencePlan = {
  slots: CoverSlot[];
  covers: CoverChoice[];
  gaps: (NamedGap & Pick<PlannedGap, "reasons" | "remedies">)[];
};

/** Plans cover for what an absence opens, a manager's own choices kept; what stands stays where it is. */
export async function planAbsence(context: AbsenceContext, picks: Picks = new Map()): Promise<AbsencePlan> {
  const answers = await Promise.all(context.pools.map((pool) => answerFor(withPicks(pool, picks))));
  const slots = answers.flatMap(({ pool, answer }) =>
    plannedSlots(context.grid, pool, answer.result.assignments),
  );
  const explained = new Map(
    answers
      .flatMap(({ pool, answer }) => plannedGaps(pool, answer))
      .map((gap) => [`${gap.executiveId} ${gap.on} ${gap.part}`, gap]),
  );
  return {
    slots,
    covers: choicesOf(context.grid, slots),
    gaps: gapsLeft(context.grid, context.opened, slots).map((gap) => {
      const { reasons = [], remedies = [] } = explained.get(`${gap.executiveId} ${gap.on} ${gap.part}`) ?? {};
      return { ...gap, reasons, remedies };
    }),
  };
}

async function answerFor(pool: PoolProblem): Promise<{ pool: PoolProblem; answer: StoredAnswer }> {
  // With nothing to hold, a repair is a plan from scratch, and can be proven.
  const mode = pool.problem.prior.length === 0 ? ("optimise" as const) : ("repair" as const);
  const { verdict, ...report } = await planInWorker(pool.problem, {
    seed: SEED,
    budget: { ms: BUDGET_MS },
    mode,
  });
  if (!verdict.ok) throw new Error(`the planner made a plan its check refuses: ${verdict.path ?? ""}`);
  return { pool, answer: { ...report, ineligible: {} } };
}
