import "server-only";
import type { Ctx, PublicCtx } from "@/lib/context";

const LATEST = 30;

/** A notice as it was written; what its parameters mean is for the declaration of its kind to say. */
export type NoticeRow = { id: string; kind: string; params: unknown; createdAt: Date; isRead: boolean };

/** Those of some people who have a notice of a kind that they have not read. */
export async function listUnreadIn(
  db: PublicCtx["db"],
  kind: string,
  userIds: readonly string[],
): Promise<string[]> {
  const rows = await db.notification.findMany({
    where: { kind, userId: { in: [...userIds] }, readAt: null },
    select: { userId: true },
    distinct: ["userId"],
  });
  return rows.map(({ userId }) => userId);
}

/** The actor's latest notices, unread first, newest first. */
export async function listNotices(ctx: Ctx): Promise<NoticeRow[]> {
  const rows = await ctx.db.notification.findMany({
    where: { userId: ctx.actor.userId },
    select: { id: true, kind: true, params: true, createdAt: true, readAt: true },
    orderBy: [{ readAt: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }],
    take: LATEST,
  });
  return rows.map(({ readAt, ...row }) => ({ ...row, isRead: readAt !== null }));
}

export async function countUnreadNotices(ctx: Ctx): Promise<number> {
  return ctx.db.notification.count({ where: { userId: ctx.actor.userId, readAt: null } });
}

/** What a mail is to tell: the notices in it that its person has not read meanwhile, oldest first. */
export function listNoticesOfMail(
  { db }: PublicCtx,
  mailId: string,
): Promise<Pick<NoticeRow, "id" | "kind" | "params" | "createdAt">[]> {
  return db.notification.findMany({
    where: { mailId, readAt: null },
    select: { id: true, kind: true, params: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
