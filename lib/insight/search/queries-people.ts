import "server-only";
import { isNamed, NAME_ORDER } from "@/lib/accounts/queries-names";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Found } from "./schema";

/** The assistants and executives of the manager's pools whose name is typed, by name; those who left are not among them. */
export function listMembersNamed(ctx: Ctx<Manager>, q: string, limit: number): Promise<Found[]> {
  return ctx.db.$queryRaw<Found[]>`
    SELECT m.id, m.kind, u.name, coalesce(nullif(m.title, ''), p.name) AS about
    FROM users u
    JOIN (SELECT id, user_id, pool_id, leaves_on, 'assistant' AS kind, '' AS title FROM assistants
      UNION ALL SELECT id, user_id, pool_id, leaves_on, 'executive', title FROM executives) m ON m.user_id = u.id
    JOIN pools p ON p.id = m.pool_id
    WHERE ${isNamed(q)} AND m.pool_id = ANY(${[...ctx.actor.managedPoolIds]}::uuid[])
      AND (m.leaves_on IS NULL OR m.leaves_on >= (${ctx.now}::timestamptz AT TIME ZONE p.time_zone)::date)
    ORDER BY ${NAME_ORDER}, u.id, m.kind
    LIMIT ${limit}`;
}
