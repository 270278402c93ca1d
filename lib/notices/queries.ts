import "server-only";
import type { Ctx } from "@/lib/context";
import { namesOfDuties } from "@/lib/pools/queries-duties";
import type { Notice } from "./schema";

const LATEST = 30;

/** The actor's latest notices, unread first, newest first. */
export async function listNotices(ctx: Ctx): Promise<Notice[]> {
  const rows = await ctx.db.notification.findMany({
    where: { userId: ctx.actor.userId },
    orderBy: [{ readAt: { sort: "asc", nulls: "first" } }, { createdAt: "desc" }],
    take: LATEST,
  });
  const names = await namesOfDuties(
    ctx,
    rows.flatMap((row) => dutyIdsOf(row.params)),
  );
  return rows.map(
    (row) =>
      ({
        id: row.id,
        kind: row.kind,
        params: withDutyNames(row.params, names),
        createdAt: row.createdAt,
        isRead: row.readAt !== null,
      }) as Notice,
  );
}

function dutyIdsOf(params: unknown): string[] {
  return (params as { dutyIds?: string[] }).dutyIds ?? [];
}

function withDutyNames(params: unknown, names: Record<string, string>) {
  const dutyIds = dutyIdsOf(params);
  return dutyIds.length === 0
    ? params
    : { ...(params as object), duties: dutyIds.map((id) => names[id] ?? id) };
}

export async function countUnreadNotices(ctx: Ctx): Promise<number> {
  return ctx.db.notification.count({ where: { userId: ctx.actor.userId, readAt: null } });
}
