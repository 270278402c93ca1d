import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { type FitWeights, USUAL_WEIGHTS } from "./rules";
import type { FitWeightsView } from "./schema";

/** What counts in a pool; the usual weights where it has said nothing else. */
export async function readFitWeights(db: Db, poolId: string): Promise<FitWeights> {
  const row = await db.fitWeight.findUnique({ where: { poolId }, omit: { poolId: true, version: true } });
  return row ?? USUAL_WEIGHTS;
}

/** The weights of a pool with their version, 0 while nobody has changed them; for whoever leads it. */
export async function requireFitWeights(ctx: Ctx<Manager>, poolId: string): Promise<FitWeightsView> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const row = await ctx.db.fitWeight.findUnique({ where: { poolId } });
  return row ?? { poolId, ...USUAL_WEIGHTS, version: 0 };
}
