import "server-only";
import type { Administrator, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";

/** Everybody who may be named to decide: whoever leads a pool and has an open account, by name. */
export function listPossibleDeciders(
  ctx: Ctx<Manager> | Ctx<Administrator>,
): Promise<{ id: string; name: string }[]> {
  return ctx.db.user.findMany({
    where: { managedPools: { some: {} }, disabledAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });
}

/** Whether a person leads a pool and has an open account. */
export async function isDecider(tx: Ctx, userId: string): Promise<boolean> {
  const where = { id: userId, managedPools: { some: {} }, disabledAt: null };
  return (await tx.db.user.count({ where })) > 0;
}
