import "server-only";
import type { Grid } from "@/lib/coverage/demand/rules-grid";
import { jsonInSteps } from "@/lib/steps";
import { inTurns } from "@/lib/turns";
import type { Prisma } from "@/prisma/generated/client/client";
import type { PoolProblem } from "./rules-problem";
import type { StoredAnswer } from "./rules-view";

/** What a plan was made from: the office as it was read, and the question put to the planner. */
export type PlanQuestion = { grid: Grid; stored: PoolProblem };

/** A question as text, of a large pool ten megabytes, so that it is written in turns. */
export function textOfQuestion(stored: PoolProblem): Promise<string> {
  return inTurns(jsonInSteps(stored));
}

/** An answer as the database keeps it. */
export function answerColumns(answer: StoredAnswer) {
  return {
    result: answer as unknown as Prisma.InputJsonObject,
    solverVersion: answer.result.solverVersion,
  };
}
