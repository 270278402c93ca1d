import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { dayOfColumn } from "@/lib/time/day";
import type { ListPlansInput, PlanSummaryView } from "./schema";

/** A page of the plans of a pool, newest first: their ids follow the order in which they were made. */
export async function pagePlans(
  ctx: Ctx<Manager>,
  { poolId, status, cursor, limit }: ListPlansInput,
): Promise<{ items: PlanSummaryView[]; nextCursor: string | null }> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const rows = await ctx.db.coveragePlan.findMany({
    where: { poolId, ...(status && { status }), ...(cursor && { id: { lt: cursor.id } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: {
      id: true,
      version: true,
      status: true,
      mode: true,
      fromOn: true,
      toOn: true,
      createdAt: true,
      decidedAt: true,
    },
  });
  return pageOf(
    rows,
    limit,
    ({ id }) => ({ key: "", id }),
    ({ fromOn, toOn, createdAt, decidedAt, ...plan }) => ({
      ...plan,
      from: dayOfColumn(fromOn),
      to: dayOfColumn(toOn),
      createdAt: createdAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    }),
  );
}
