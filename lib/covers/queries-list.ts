import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { dayOfColumn, dayToDate, isDay } from "@/lib/time/day";
import { STRETCH_COLUMNS } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import type { CoverView, ListCoversInput } from "./schema";

const LISTED = {
  id: true,
  version: true,
  status: true,
  executiveId: true,
  assistantId: true,
  planId: true,
  dutyIds: true,
  pinned: true,
  ...STRETCH_COLUMNS,
} as const satisfies Prisma.CoverageAssignmentSelect;

/** A page of the covers of a pool's executives, whatever became of them, by their first day. */
export async function pageCovers(
  ctx: Ctx<Manager>,
  { poolId, from, to, cursor, limit, ...filter }: ListCoversInput,
): Promise<{ items: CoverView[]; nextCursor: string | null }> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const rows = await ctx.db.coverageAssignment.findMany({
    where: {
      ...filter,
      executive: { poolId },
      ...(to && { startOn: { lte: dayToDate(to) } }),
      ...(from && { endOn: { gte: dayToDate(from) } }),
      ...(cursor && { AND: [afterCursor(cursor)] }),
    },
    orderBy: [{ startOn: "asc" }, { id: "asc" }],
    take: limit + 1,
    select: LISTED,
  });
  return pageOf(rows, limit, ({ startOn, id }) => ({ key: dayOfColumn(startOn), id }), viewOf);
}

function afterCursor({ key, id }: Cursor): Prisma.CoverageAssignmentWhereInput {
  if (!isDay(key)) return {};
  const on = dayToDate(key);
  return { OR: [{ startOn: { gt: on } }, { startOn: on, id: { gt: id } }] };
}

function viewOf({
  startOn,
  startPart,
  endOn,
  endPart,
  ...cover
}: Prisma.CoverageAssignmentGetPayload<{ select: typeof LISTED }>): CoverView {
  return {
    ...cover,
    from: dayOfColumn(startOn),
    fromPart: startPart,
    to: dayOfColumn(endOn),
    toPart: endPart,
  };
}
