import "server-only";
import type { Ctx } from "@/lib/context";
import type { Notice } from "./schema";

const LATEST = 30;

/** The actor's latest notices, unread first, newest first. */
export async function listNotices(ctx: Ctx): Promise<Notice[]> {
  const rows = await ctx.db.notification.findMany({
    where: { userId: ctx.actor.userId },
    orderBy: [{ readAt: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }],
    take: LATEST,
  });
  return rows.map(
    (row) =>
      ({
        id: row.id,
        kind: row.kind,
        params: row.params,
        createdAt: row.createdAt,
        isRead: row.readAt !== null,
      }) as Notice,
  );
}

export async function countUnreadNotices(ctx: Ctx): Promise<number> {
  return ctx.db.notification.count({ where: { userId: ctx.actor.userId, readAt: null } });
}
