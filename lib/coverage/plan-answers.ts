import "server-only";
import { createHash } from "node:crypto";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { PlanResult } from "@/lib/coverage/planner/plan-result";
import type { Prisma } from "@/prisma/generated/client/client";
import { coverColumnsOf } from "./changes";
import type { PlannerReport } from "./planner-job";
import type { Grid } from "./rules/grid";
import type { StoredAnswer } from "./rules/plan-view";
import { plannedSlots } from "./rules/planned-slots";
import type { PoolProblem } from "./rules/problem";
import { runsOf } from "./rules/runs";

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

/** Puts the covers an answer proposes in the place of those the plan proposed before. */
export async function writeProposals(
  tx: Ctx<Manager>,
  planId: string,
  { grid, stored }: PlanQuestion,
  { result }: StoredAnswer,
): Promise<void> {
  await tx.db.coverageAssignment.deleteMany({ where: { planId, status: "proposed" } });
  const runs = runsOf(grid, plannedSlots(grid, stored, result.assignments));
  await tx.db.coverageAssignment.createMany({
    data: runs.map((run) => ({
      executiveId: run.executiveId,
      assistantId: run.assistantId,
      absenceId: run.absenceId,
      planId,
      ...coverColumnsOf(run),
      status: "proposed" as const,
      createdById: tx.actor.userId,
      createdAt: tx.now,
    })),
  });
}
