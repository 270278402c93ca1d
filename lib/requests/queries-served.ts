import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { LIVE_COVER } from "@/lib/covers/rules";
import { listServedExecutiveIds } from "./queries";
import type { Colleague } from "./queries-colleagues";

/** The executives an assistant supports or covers today, by name: for whom they may file a request. */
export async function listServedExecutives(ctx: Ctx<Assistant>): Promise<{ id: string; name: string }[]> {
  const ids = await listServedExecutiveIds(ctx);
  const rows = await ctx.db.executive.findMany({
    where: { id: { in: ids } },
    select: { id: true, user: { select: { name: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return rows.map(({ id, user }) => ({ id, name: user.name }));
}

/** The assistants who support an executive as their own or cover them today, by name: who reads what is said about a request. */
export function listDesk({ db, now }: PublicCtx, executiveId: string): Promise<Colleague[]> {
  return db.$queryRaw<Colleague[]>`
    WITH pool AS (SELECT (${now}::timestamptz AT TIME ZONE p.time_zone)::date AS today
      FROM executives e JOIN pools p ON p.id = e.pool_id WHERE e.id = ${executiveId}::uuid),
    desk AS (
      SELECT s.assistant_id AS id FROM support_assignments s, pool
        WHERE s.executive_id = ${executiveId}::uuid AND s.role IN ('primary', 'shared') AND s.from_on <= pool.today
          AND (s.to_on IS NULL OR s.to_on >= pool.today)
      UNION SELECT c.assistant_id FROM coverage_assignments c, pool
        WHERE c.executive_id = ${executiveId}::uuid AND c.status = ANY(${[...LIVE_COVER]}::coverage_status[])
          AND c.start_on <= pool.today AND c.end_on >= pool.today)
    SELECT a.id, a.user_id AS "userId", u.name FROM desk JOIN assistants a USING (id) JOIN users u ON u.id = a.user_id
    WHERE u.disabled_at IS NULL ORDER BY u.name, a.id`;
}
