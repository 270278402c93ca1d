import "server-only";

import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { lockRow } from "@/lib/moves/service";
import { canManagePool } from "@/lib/pools/policy";
import { ok, refuse } from "@/lib/result";
import { dayOfColumn } from "@/lib/time/day";

import type { StoredAnswer } from "./rules-view";
import { StoredPlanAnswer } from "./schema-stored";

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

/** Locks a plan that is to be decided on, until the transaction ends; one that was decided on already is refused. */
export async function lockOpenPlan(tx: Ctx<Manager>, id: string) {
  await lockRow(tx, "coverage_plans", id);
  const plan = await requirePlanRow(tx, id);
  return plan.status === "proposed"
    ? ok(plan)
    : refuse("plan_not_open", { details: { status: plan.status, version: plan.version } });
}

/** The answer a plan keeps; null where it was written by a version that kept it otherwise, and so can't be decided on. */
export async function getStoredAnswer(tx: Ctx<Manager>, id: string): Promise<StoredAnswer | null> {
  const row = await tx.db.coveragePlan.findUnique({ where: { id }, select: { result: true } });
  return StoredPlanAnswer.safeParse(row?.result).data ?? null;
}
