import "server-only";
import type { PublicCtx } from "@/lib/context";

/** The accounts of those who lead a pool. */
export async function managersOf(tx: PublicCtx, poolId: string): Promise<string[]> {
  const rows = await tx.db.poolManager.findMany({ where: { poolId }, select: { userId: true } });
  return rows.map((row) => row.userId);
}
