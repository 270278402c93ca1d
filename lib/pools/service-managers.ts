import "server-only";
import { endSessions, lockAccount } from "@/lib/accounts/service-keys";
import type { Administrator } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { refusalUnlessProven } from "@/lib/proof";
import { ok, type Result, refuse } from "@/lib/result";
import { poolAudit } from "./audit";
import type { LeadPoolsInput } from "./schema-managers";

type LeadPoolsRefusal = "account_disabled" | "last_manager" | "proof_needed";

/**
 * Says which pools a person leads; where that changes, their sessions end, so that they sign in with what they may. Refuses a shut
 * account, a pool that would be left without a manager who can sign in, and whoever has not shown lately that it is they.
 */
export async function setPoolsLed(
  ctx: Ctx<Administrator>,
  { userId, poolIds }: LeadPoolsInput,
): Promise<Result<LeadPoolsInput, LeadPoolsRefusal>> {
  const unproven = refusalUnlessProven(ctx);
  if (unproven) return unproven;
  return inTransaction(ctx, async (tx) => {
    await lockAccount(tx, userId);
    const select = { disabledAt: true, managedPools: { select: { poolId: true } } };
    const user = await tx.db.user.findUnique({ where: { id: userId }, select });
    if (!user) throw new NotFoundError("account");
    const led = user.managedPools.map(({ poolId }) => poolId);
    const added = poolIds.filter((id) => !led.includes(id));
    const removed = led.filter((id) => !poolIds.includes(id));
    if (user.disabledAt && added.length > 0) return refuse("account_disabled");
    const refusal = await refusalOfLeaving(tx, userId, removed);
    if (refusal) return refusal;
    await writeManagers(tx, userId, { added, removed });
    if (added.length + removed.length > 0) await endSessions(tx, userId);
    return ok({ userId, poolIds });
  });
}

async function writeManagers(
  tx: Ctx,
  userId: string,
  { added, removed }: { added: string[]; removed: string[] },
): Promise<void> {
  if ((await tx.db.pool.count({ where: { id: { in: added } } })) < added.length)
    throw new NotFoundError("pool");
  await tx.db.poolManager.createMany({ data: added.map((poolId) => ({ poolId, userId })) });
  await tx.db.poolManager.deleteMany({ where: { userId, poolId: { in: removed } } });
  await audit(
    tx,
    ...added.map((poolId) => poolAudit("pool.manager_added", poolId, { managerId: userId })),
    ...removed.map((poolId) => poolAudit("pool.manager_removed", poolId, { managerId: userId })),
  );
}

/**
 * Refuses that a person stops to lead pools of which no other manager can sign in, naming one. The pools are held until the end, so
 * that two managers never leave one at the same moment.
 */
export async function refusalOfLeaving(tx: Ctx, userId: string, poolIds: readonly string[]) {
  const ids = [...poolIds];
  const pools = await tx.db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM pools WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const others = await tx.db.poolManager.findMany({
    where: {
      poolId: { in: ids },
      userId: { not: userId },
      user: { disabledAt: null, OR: [{ passwordHash: { not: null } }, { identities: { some: {} } }] },
    },
    select: { poolId: true },
  });
  const left = pools.find(({ id }) => !others.some(({ poolId }) => poolId === id));
  return left ? refuse("last_manager", { details: { name: left.name } }) : null;
}
