import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { MentorWishView } from "./schema";

const MOST = 200;

/** Who of the manager's pools asks for a mentor, the first asked first. */
export async function listMentorWishes({ db, actor }: Ctx<Manager>): Promise<MentorWishView[]> {
  const rows = await db.mentorWish.findMany({
    where: { assistant: { poolId: { in: [...actor.managedPoolIds] } } },
    select: {
      assistantId: true,
      dutyId: true,
      askedAt: true,
      assistant: { select: { user: { select: { name: true } } } },
    },
    orderBy: [{ askedAt: "asc" }, { assistantId: "asc" }],
    take: MOST,
  });
  return rows.map(({ assistant, askedAt, ...row }) => ({
    ...row,
    name: assistant.user.name,
    askedAt: askedAt.toISOString(),
  }));
}

/** What I asked for; null where I did not. */
export function getOwnWish({ db, actor }: Ctx<Assistant>): Promise<{ dutyId: string | null } | null> {
  return db.mentorWish.findUnique({
    where: { assistantId: actor.assistant.id },
    select: { dutyId: true },
  });
}
