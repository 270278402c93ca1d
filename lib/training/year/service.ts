import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result } from "@/lib/result";
import { trainingAudit } from "@/lib/training/audit";
import type { SetBudgetInput } from "./schema";

/** Sets what training of a pool may cost in a year. */
export function setTrainingBudget(
  ctx: Ctx<Manager>,
  { poolId, year, ...data }: SetBudgetInput,
): Promise<Result<{ poolId: string; year: number }>> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    await tx.db.trainingBudget.upsert({
      where: { poolId_year: { poolId, year } },
      create: { poolId, year, ...data },
      update: data,
      select: { year: true },
    });
    await audit(tx, trainingAudit("training_budget.set", poolId, { poolId }));
    return ok({ poolId, year });
  });
}
