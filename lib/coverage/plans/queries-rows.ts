import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, refuse } from "@/lib/result";
import { dayOfColumn } from "@/lib/time/day";

/** What a decision on a plan looks at; a plan of another's pool is not there. */
export async function requirePlanRow(ctx: Ctx<Manager>, id: string) {
  const row = await ctx.db.coveragePlan.findUnique({
    where: { id },
    select: {
      id: true,
      poolId: true,
      fromOn: true,
      toOn: true,
      mode: true,
      status: true,
      inputHash: true,
      version: true,
    },
  });
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("plan");
  return { ...row, from: dayOfColumn(row.fromOn), to: dayOfColumn(row.toOn) };
}

/** Keeps others from deciding on a plan, or replacing its answer, until the transaction ends. */
export async function lockPlan(tx: Ctx<Manager>, id: string): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM coverage_plans WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

/** Locks a plan that is to be decided on, until the transaction ends; one that was decided on already is refused. */
export async function lockOpenPlan(tx: Ctx<Manager>, id: string) {
  await lockPlan(tx, id);
  const plan = await requirePlanRow(tx, id);
  return plan.status === "proposed"
    ? ok(plan)
    : refuse("plan_not_open", { details: { status: plan.status } });
}

/** Ends proposals that were not accepted, with the covers they proposed. */
export async function closePlans(
  tx: Ctx<Manager>,
  ids: string[],
  status: "superseded" | "discarded",
): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.coveragePlan.updateMany({
    where: { id: { in: ids }, status: "proposed" },
    data: { status, decidedAt: tx.now },
  });
  await tx.db.coverageAssignment.updateMany({
    where: { planId: { in: ids }, status: "proposed" },
    data: { status: "expired" },
  });
}
