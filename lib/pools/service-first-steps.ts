import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type PublicCtx } from "@/lib/context";
import { poolAudit } from "@/lib/pools/audit";
import { ok, type Result } from "@/lib/result";
import type { ShowFirstStepsInput } from "./schema";

/** Puts the first steps of all pools the manager leads away, or shows them on Coverage again. */
export function showFirstSteps(
  ctx: Ctx<Manager>,
  { isShown }: ShowFirstStepsInput,
): Promise<Result<ShowFirstStepsInput>> {
  return inTransaction(ctx, async (tx) => {
    const led = [...ctx.actor.managedPoolIds];
    if (isShown) await reopen(tx, led);
    else await closeFirstSteps(tx, led);
    return ok({ isShown });
  });
}

/** Closes the first steps of pools for good, where they are still shown. */
export async function closeFirstSteps(
  tx: PublicCtx & { actor: { userId: string } | null },
  poolIds: readonly string[],
): Promise<void> {
  const closed = await tx.db.pool.updateManyAndReturn({
    where: { id: { in: [...poolIds] }, firstStepsClosedAt: null },
    data: { firstStepsClosedAt: tx.now },
    select: { id: true },
  });
  await audit(tx, ...closed.map(({ id }) => poolAudit("pool.first_steps_closed", id)));
}

async function reopen(tx: Ctx<Manager>, poolIds: readonly string[]): Promise<void> {
  const shown = await tx.db.pool.updateManyAndReturn({
    where: { id: { in: [...poolIds] }, firstStepsClosedAt: { not: null } },
    data: { firstStepsClosedAt: null },
    select: { id: true },
  });
  await audit(tx, ...shown.map(({ id }) => poolAudit("pool.first_steps_shown", id)));
}
