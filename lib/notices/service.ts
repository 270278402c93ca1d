import "server-only";
import type { Ctx } from "@/lib/context";
import { ok } from "@/lib/result";

/** Marks all of the actor's notices up to now as read. */
export async function markNoticesRead(ctx: Ctx) {
  const { count } = await ctx.db.notification.updateMany({
    where: { userId: ctx.actor.userId, readAt: null, createdAt: { lte: ctx.now } },
    data: { readAt: ctx.now },
  });
  return ok({ count });
}
