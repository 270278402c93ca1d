import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { trainingNotice } from "@/lib/training/notices";

const MOST_AT_ONCE = 500;
const KEPT_DAYS = 30;

type Due = { sessionId: string; poolId: string; course: string; ownerId: string; ids: string[] };

/**
 * Tells who sees to something on the day it is due, and managers when it is two days overdue, once each and one notice for all of
 * a session. Running it twice changes nothing. What participants said they need is forgotten a month after the session.
 */
export async function remindOfArrangements(ctx: SystemCtx): Promise<{ owners: number; managers: number }> {
  const owners = await tellDue(ctx, "owner");
  const managers = await tellDue(ctx, "managers");
  await ctx.db.$executeRaw`
    DELETE FROM attendee_needs n USING enrolments e WHERE e.id = n.enrolment_id AND (e.status = 'cancelled' OR
      (SELECT max(d.on_day) FROM training_session_dates d WHERE d.session_id = e.session_id) < ${ctx.now}::date - ${KEPT_DAYS}::int)`;
  return { owners, managers };
}

async function tellDue(ctx: SystemCtx, whom: "owner" | "managers"): Promise<number> {
  const isOwner = whom === "owner";
  const late = isOwner ? 0 : 2;
  const due = await ctx.db.$queryRaw<Due[]>`
    SELECT s.id AS "sessionId", s.pool_id AS "poolId", c.name AS course, a.owner_id AS "ownerId", array_agg(a.id ORDER BY a.id) AS ids
    FROM arrangements a JOIN training_sessions s ON s.id = a.session_id JOIN courses c ON c.id = s.course_id
    JOIN pools p ON p.id = s.pool_id
    WHERE a.status = 'open' AND s.status = 'open'
      AND CASE WHEN ${isOwner} THEN a.told_owner_at ELSE a.told_managers_at END IS NULL
      AND a.due_on + ${late}::int <= (${ctx.now} AT TIME ZONE p.time_zone)::date
    GROUP BY s.id, s.pool_id, c.name, a.owner_id ORDER BY s.id, a.owner_id LIMIT ${MOST_AT_ONCE}`;
  for (const one of due) await tell(ctx, one, isOwner);
  return due.length;
}

function tell(
  ctx: SystemCtx,
  { sessionId, poolId, course, ownerId, ids }: Due,
  isOwner: boolean,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const told = isOwner ? { toldOwnerAt: tx.now } : { toldManagersAt: tx.now };
    const untold = isOwner ? { toldOwnerAt: null } : { toldManagersAt: null };
    const { count } = await tx.db.arrangement.updateMany({
      where: { id: { in: ids }, status: "open", ...untold },
      data: told,
    });
    if (count === 0) return;
    const params = { sessionId, course };
    await notify(
      tx,
      isOwner
        ? trainingNotice("arrangement_due", [ownerId], params)
        : trainingNotice("arrangement_overdue", await managersOf(tx, poolId), params),
    );
  });
}
