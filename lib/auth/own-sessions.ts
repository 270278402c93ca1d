import "server-only";
import type { Ctx } from "@/lib/context";
import { aliveSince } from "./session";

/** One browser somebody is signed in with. */
export type OwnSession = {
  /** Says which it is and opens nothing: the hash of what the browser holds. */
  id: string;
  agent: string | null;
  openedAt: Date;
  lastSeenAt: Date;
  isThis: boolean;
};

/** Where the actor is signed in, this browser first, then the latest used. */
export async function listOwnSessions(ctx: Ctx): Promise<OwnSession[]> {
  const rows = await ctx.db.session.findMany({
    where: {
      userId: ctx.actor.userId,
      revokedAt: null,
      expiresAt: { gt: ctx.now },
      lastSeenAt: { gte: aliveSince(ctx.now) },
    },
    select: { idHash: true, agent: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
  });
  const sessions = rows.map(({ idHash, agent, createdAt, lastSeenAt }) => ({
    id: idHash,
    agent,
    openedAt: createdAt,
    lastSeenAt,
    isThis: idHash === ctx.actor.session?.idHash,
  }));
  return sessions.toSorted((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Signs the actor out of one browser; false where it is not theirs or has ended. */
export async function endOwnSession(ctx: Ctx, id: string): Promise<boolean> {
  const { count } = await ctx.db.session.updateMany({
    where: { idHash: id, userId: ctx.actor.userId, revokedAt: null },
    data: { revokedAt: ctx.now },
  });
  return count > 0;
}
