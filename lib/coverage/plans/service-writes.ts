import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { runsOf } from "@/lib/coverage/demand/rules-runs";
import { replaceProposals } from "@/lib/covers/service-proposals";
import { plannedSlots } from "./rules-planned-slots";
import type { StoredAnswer } from "./rules-view";
import type { PlanQuestion } from "./service-answers";

/** Keeps what a plan was made from. As text, which the client would otherwise take apart. */
export async function writeQuestion(tx: Ctx<Manager>, planId: string, text: string): Promise<void> {
  await tx.db.$executeRaw`
    UPDATE coverage_plans SET problem = ${text}::jsonb WHERE id = ${planId}::uuid`;
}

/** Puts the covers an answer proposes in the place of those the plan proposed before. */
export function writeProposals(
  tx: Ctx<Manager>,
  planId: string,
  { grid, stored }: PlanQuestion,
  { result }: StoredAnswer,
): Promise<void> {
  return replaceProposals(tx, planId, runsOf(grid, plannedSlots(grid, stored, result.assignments)));
}
