import "server-only";
import type { Person } from "./actor";
import type { PublicCtx } from "./context";

/** A record as the audit log names it. */
export type AuditedRecord = { entityType: string; id: string };

/** Who changed a record last, and whether only now: the reader themselves, another by name, or no person. */
export type LastChange = { by?: string; own?: "yes"; recent?: "yes" };

const RECENT_MS = 10 * 60_000;

/** What the audit log says of a record's last change, for those who may change it themselves. */
export async function getLastChange(
  { db, now, actor }: PublicCtx & { actor?: Person | null },
  { entityType, id }: AuditedRecord,
): Promise<LastChange> {
  const [row] = await db.$queryRaw<{ at: Date; name: string; userId: string }[]>`
    SELECT e.at, u.name, u.id AS "userId"
    FROM (SELECT at, actor_id FROM audit_events WHERE entity_type = ${entityType} AND entity_id = ${id}
      ORDER BY seq DESC LIMIT 1) e JOIN users u ON u.id = e.actor_id`;
  if (!row) return {};
  if (row.userId === actor?.userId) return { own: "yes" };
  return { by: row.name, ...(now.getTime() - row.at.getTime() < RECENT_MS && { recent: "yes" }) };
}
