import "server-only";
import type { PublicCtx } from "@/lib/context";
import { AGREED_COVER, type CoverStatus, LIVE_COVER } from "@/lib/covers/rules";
import type { SupportRole } from "@/lib/support/schema";

export type Colleague = { id: string; userId: string; name: string };

/** Who supports an executive in any role or covers them today, by name: to whom work for the executive can be handed on. */
export function listColleagues(ctx: PublicCtx, executiveId: string): Promise<Colleague[]> {
  return readColleagues(ctx, executiveId, ["primary", "shared", "backup"], AGREED_COVER);
}

/** Who supports an executive as their own or covers them today, by name: who reads what is said about a request. */
export function listReaders(ctx: PublicCtx, executiveId: string): Promise<Colleague[]> {
  return readColleagues(ctx, executiveId, ["primary", "shared"], LIVE_COVER);
}

function readColleagues(
  { db, now }: PublicCtx,
  executiveId: string,
  roles: readonly SupportRole[],
  covers: readonly CoverStatus[],
): Promise<Colleague[]> {
  return db.$queryRaw<Colleague[]>`
    WITH pool AS (SELECT (${now}::timestamptz AT TIME ZONE p.time_zone)::date AS today
      FROM executives e JOIN pools p ON p.id = e.pool_id WHERE e.id = ${executiveId}::uuid),
    colleagues AS (
      SELECT s.assistant_id AS id FROM support_assignments s, pool
        WHERE s.executive_id = ${executiveId}::uuid AND s.role = ANY(${[...roles]}::support_role[])
          AND s.from_on <= pool.today AND (s.to_on IS NULL OR s.to_on >= pool.today)
      UNION SELECT c.assistant_id FROM coverage_assignments c, pool
        WHERE c.executive_id = ${executiveId}::uuid AND c.status = ANY(${[...covers]}::coverage_status[])
          AND c.start_on <= pool.today AND c.end_on >= pool.today)
    SELECT a.id, a.user_id AS "userId", u.name FROM colleagues JOIN assistants a USING (id) JOIN users u ON u.id = a.user_id
    WHERE u.disabled_at IS NULL ORDER BY u.name, a.id`;
}
