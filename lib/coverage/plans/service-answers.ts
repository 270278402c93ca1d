import "server-only";
import { createHash } from "node:crypto";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import type { Prisma } from "@/prisma/generated/client/client";
import type { PoolProblem } from "./rules-problem";
import type { StoredAnswer } from "./rules-view";

/** What a plan was made from: the office as it was read, and the question put to the planner. */
export type PlanQuestion = { grid: Grid; stored: PoolProblem };

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
