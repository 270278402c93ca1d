import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { matchingAudit } from "@/lib/matching/audit";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { sumOfWeights, WHOLE_WEIGHT } from "./rules";
import type { SetFitWeightsInput } from "./schema";

/** Says how much each part counts in a pool; refuses weights that are not 100 in all, and a lost update. */
export async function setFitWeights(
  ctx: Ctx<Manager>,
  { poolId, version, ...weights }: SetFitWeightsInput,
): Promise<Result<{ poolId: string }, "weights_not_whole" | "changed_since_read">> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const sum = sumOfWeights(weights);
  if (sum !== WHOLE_WEIGHT) return refuse("weights_not_whole", { path: "duties", details: { sum } });
  return inTransaction(ctx, async (tx) => {
    await tx.db.$executeRaw`SELECT FROM pools WHERE id = ${poolId}::uuid FOR UPDATE`;
    const current = await tx.db.fitWeight.findUnique({ where: { poolId }, select: { version: true } });
    if ((current?.version ?? 0) !== version)
      return refuseChanged(tx, { entityType: "fit_weight", id: poolId }, { version }, current);
    await tx.db.fitWeight.upsert({
      where: { poolId },
      create: { poolId, ...weights },
      update: { ...weights, version: { increment: 1 } },
      select: { poolId: true },
    });
    await audit(tx, matchingAudit("fit_weights.set", poolId, { poolId, ...weights }));
    return ok({ poolId });
  });
}
