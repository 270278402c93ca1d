import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import type { Administrator } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { ok, type Result, refuse } from "@/lib/result";
import { isDecider } from "./queries-possible";

/** From whom decisions go to whom. */
export type DecisionsPassed = { userId: string; toUserId: string };

/** Gives the leave of the assistants whom one person decides on to another; refuses somebody who manages no pool, or their own leave. */
export async function passLeaveDecided(
  tx: Ctx<Administrator>,
  { userId, toUserId }: DecisionsPassed,
): Promise<Result<DecisionsPassed, "not_a_decider" | "own_leave_given">> {
  if (!(await isDecider(tx, toUserId))) return refuse("not_a_decider", { path: "toUserId" });
  const own = await tx.db.assistantLeavePolicy.count({
    where: { deciderId: userId, assistant: { userId: toUserId } },
  });
  if (own > 0) return refuse("own_leave_given", { path: "toUserId" });
  const rows = await tx.db.assistantLeavePolicy.updateManyAndReturn({
    where: { deciderId: userId },
    data: { deciderId: toUserId, version: { increment: 1 } },
    select: { assistantId: true, isAutomatic: true },
  });
  await audit(
    tx,
    ...rows.map(({ assistantId, isAutomatic }) =>
      absenceAudit("assistant_leave_policy.set", assistantId, { deciderId: toUserId, isAutomatic }),
    ),
  );
  return ok({ userId, toUserId });
}

/** Gives the second decisions that one person takes in pools to another; refuses somebody who manages no pool. */
export async function passSecondDecisions(
  tx: Ctx<Administrator>,
  { userId, toUserId }: DecisionsPassed,
): Promise<Result<DecisionsPassed, "not_a_decider">> {
  if (!(await isDecider(tx, toUserId))) return refuse("not_a_decider", { path: "toUserId" });
  const rows = await tx.db.poolLeavePolicy.updateManyAndReturn({
    where: { secondDeciderId: userId },
    data: { secondDeciderId: toUserId, version: { increment: 1 } },
    select: { poolId: true, approvalStages: true },
  });
  await audit(
    tx,
    ...rows.map(({ poolId, approvalStages }) =>
      absenceAudit("leave_policy.set", poolId, { approvalStages, secondDeciderId: toUserId }),
    ),
  );
  return ok({ userId, toUserId });
}
