import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";

const MOST_REQUESTERS = 100;

/** The executives of the manager's pools who have open requests, by name; so many at most. */
export function listRequesters({ db, actor }: Ctx<Manager>): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw`
    SELECT e.id, u.name FROM executives e JOIN users u ON u.id = e.user_id
    WHERE e.pool_id = ANY(${[...actor.managedPoolIds]}::uuid[]) AND EXISTS (SELECT FROM support_requests r
      WHERE r.executive_id = e.id AND r.status IN ('new', 'assigned', 'in_progress', 'waiting'))
    ORDER BY u.name, e.id LIMIT ${MOST_REQUESTERS}`;
}
