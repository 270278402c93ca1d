import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { pageOf } from "@/lib/cursor";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import type { ListRestrictionsInput, RestrictionView } from "./schema";

/** The statuses in which a restriction is obeyed. */
export const IN_FORCE = ["active", "under_review"] as const;

const PERSON = { select: { user: { select: { name: true } } } } as const;

/** Who is not to work for whom, of the executives and assistants of the manager's pools, in no order that tells of time. */
export async function listRestrictions(
  ctx: Ctx<Manager>,
  { executiveId, assistantId, cursor, limit }: ListRestrictionsInput,
): Promise<{ items: RestrictionView[]; nextCursor: string | null }> {
  const pools = { poolId: { in: [...ctx.actor.managedPoolIds] } };
  const where: Prisma.PairingRestrictionWhereInput = {
    executiveId,
    assistantId,
    status: { in: [...IN_FORCE] },
    ...(cursor && { id: { gt: cursor.id } }),
    AND: [
      { OR: [{ executive: pools }, { assistant: pools }] },
      { OR: [{ expiresOn: null }, { expiresOn: { gte: dayToDate(daysOnEarth(ctx.now).from) } }] },
    ],
  };
  const rows = await ctx.db.pairingRestriction.findMany({
    where,
    include: { executive: PERSON, assistant: PERSON },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return pageOf(
    rows,
    limit,
    ({ id }) => ({ key: "", id }),
    ({ executive, assistant, status: _status, reviewOn, expiresOn, ...row }) => ({
      ...row,
      executiveName: executive.user.name,
      assistantName: assistant.user.name,
      reviewOn: reviewOn && dayOfColumn(reviewOn),
      expiresOn: expiresOn && dayOfColumn(expiresOn),
    }),
  );
}
