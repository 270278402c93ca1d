import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { LIVE_COVER } from "@/lib/covers/rules";
import type { VisibleRequest } from "@/lib/requests/queries";
import { dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";

/** Who can see to something of a meeting: the one who has its request, those who serve its executive now, and who asks; of a confidential one only who asks. */
export async function listArrangementOwners(
  { db, actor, now }: Ctx<Assistant>,
  { executiveId, confidential, assigneeId, poolId }: VisibleRequest,
): Promise<{ userId: string; name: string }[]> {
  const me = { userId: actor.userId, name: actor.name };
  if (confidential) return [me];
  const { timeZone } = await db.pool.findUniqueOrThrow({ where: { id: poolId }, select: { timeZone: true } });
  const today = dayToDate(dayIn(timeZone, now));
  const rows = await db.assistant.findMany({
    where: {
      OR: [
        ...(assigneeId ? [{ id: assigneeId }] : []),
        {
          supportAssignments: {
            some: {
              ...{ executiveId, role: { in: ["primary", "shared"] }, fromOn: { lte: today } },
              OR: [{ toOn: null }, { toOn: { gte: today } }],
            },
          },
        },
        {
          covers: {
            some: {
              ...{ executiveId, status: { in: [...LIVE_COVER] } },
              ...{ startOn: { lte: today }, endOn: { gte: today } },
            },
          },
        },
      ],
    },
    select: { userId: true, user: { select: { name: true } } },
    orderBy: { user: { name: "asc" } },
  });
  const others = rows.map(({ userId, user }) => ({ userId, name: user.name }));
  return [me, ...others.filter(({ userId }) => userId !== me.userId)];
}
