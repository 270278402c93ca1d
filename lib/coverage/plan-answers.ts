import "server-only";
import { createHash } from "node:crypto";
import type { PlanResult } from "@/lib/coverage/planner/plan-result";
import type { Prisma } from "@/prisma/generated/client/client";
import type { PlannerReport } from "./planner-job";
import type { Grid } from "./rules/grid";
import type { StoredAnswer } from "./rules/plan-view";
import type { PoolProblem } from "./rules/problem";

/** What a plan was made from: the office as it was read, and the question put to the planner. */
export type PlanQuestion = { grid: Grid; stored: PoolProblem };

/** The verified result of a report; a plan its independent check refuses is a defect and never kept. */
export function verifiedResult({ result, verdict }: PlannerReport): PlanResult {
  if (!verdict.ok) throw new Error(`the planner made a plan its check refuses: ${verdict.path ?? ""}`);
  return result;
}

/** Says whether two questions are the same. */
export function hashOf(stored: PoolProblem): string {
  return createHash("sha256").update(JSON.stringify(stored)).digest("hex");
}

/** An answer as the database keeps it. */
export function answerColumns(answer: StoredAnswer) {
  return {
    result: answer as unknown as Prisma.InputJsonObject,
    solverVersion: answer.result.solverVersion,
  };
}
