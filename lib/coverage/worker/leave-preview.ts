import type { Office } from "@/lib/coverage/office/rules";
import { problemOf } from "@/lib/coverage/plans/rules-problem";
import { officeWithout, type PreviewDay, previewDays } from "@/lib/coverage/what-if/rules-leave-preview";
import { daysFrom } from "@/lib/time/day";
import { PLANNER_SEED, type PlannerOrder, runPlannerJob, verifiedResult } from "./plan-task";
import { inThread } from "./threads";

const BUDGET_MS = 40;

/** Whose leave is looked at, in the office as it was read. */
export type LeaveQuestion = { office: Office; assistantId: string };

export type LeaveRequest = { kind: "leave"; question: LeaveQuestion };
export type LeaveReply = { kind: "leave_days"; days: PreviewDay[] };

/** Whom each day of somebody's leave would leave uncovered, worked out in the thread that calls it; no days for a stranger. */
export async function runLeaveJob(
  { office, assistantId }: LeaveQuestion,
  solver: PlannerOrder["solver"] = "highs",
): Promise<PreviewDay[]> {
  const me = office.assistants.get(assistantId);
  if (!me) return [];
  const asked = problemOf(officeWithout(office, assistantId), me.poolId);
  const order = { seed: PLANNER_SEED, budget: { ms: BUDGET_MS }, mode: "repair" as const, explains: false };
  const result = verifiedResult(await runPlannerJob(asked.problem, { ...order, solver }));
  return previewDays(office, me, daysFrom(office.from, office.to), asked, result);
}

/** The same off the main thread; by search alone in this one where no thread can. */
export function leaveInWorker(question: LeaveQuestion): Promise<PreviewDay[]> {
  return inThread<LeaveReply, PreviewDay[]>({
    ask: (): LeaveRequest => ({ kind: "leave", question }),
    hear: ({ days }) => ({ answer: days }),
    here: () => runLeaveJob(question, "none"),
  });
}
