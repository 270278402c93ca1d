import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { readRequisition } from "@/lib/hiring/requisitions/queries";
import { dayToDate } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";

/** Somebody who can be on a panel, and what they are in the pool. */
export type Panelist = { userId: string; name: string; role: "manager" | "executive" | "assistant" };

const MOST_FOUND = 20;

const ROLES = (poolId: string) =>
  ({
    managedPools: { where: { poolId }, select: { poolId: true } },
    executive: { select: { poolId: true } },
  }) as const satisfies Prisma.UserSelect;

/** Who can be on the panel of a requisition: its pool's managers, executives and assistants, by a part of their name. */
export async function findPanelists(
  ctx: Ctx<Manager>,
  { requisitionId, q }: { requisitionId: string; q: string },
): Promise<Panelist[]> {
  const { poolId } = await readRequisition(ctx, requisitionId);
  return listPanelists(ctx, poolId, { name: { contains: q, mode: "insensitive" } });
}

/** Those of a pool who can be on a panel, among some people. */
export async function listPanelists(
  { db, now }: PublicCtx,
  poolId: string,
  where: Prisma.UserWhereInput,
): Promise<Panelist[]> {
  const today = dayToDate(daysOnEarth(now).from);
  const isHere = { OR: [{ leavesOn: null }, { leavesOn: { gte: today } }] };
  const rows = await db.user.findMany({
    where: {
      AND: [
        where,
        { disabledAt: null },
        {
          OR: [
            { managedPools: { some: { poolId } } },
            { executive: { poolId, ...isHere } },
            { assistant: { poolId, ...isHere } },
          ],
        },
      ],
    },
    select: { id: true, name: true, ...ROLES(poolId) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_FOUND,
  });
  return rows.map(({ id, name, managedPools, executive }) => ({
    ...{ userId: id, name },
    role: managedPools.length > 0 ? "manager" : executive?.poolId === poolId ? "executive" : "assistant",
  }));
}

/** Whom a panel is usually made of: the manager, and the executives the new person is to support. */
export async function suggestPanel(ctx: Ctx<Manager>, requisitionId: string): Promise<Panelist[]> {
  const { poolId, executives } = await readRequisition(ctx, requisitionId);
  const ids = executives.map(({ executive }) => executive.id);
  return listPanelists(ctx, poolId, {
    OR: [{ id: ctx.actor.userId }, { executive: { id: { in: ids } } }],
  });
}
