import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import type { Day } from "@/lib/time/day";
import { trainingNotice } from "@/lib/training/notices";
import { MANAGERS_FROM, SHOWN_FROM, warningDue } from "./rules";

const MOST_AT_ONCE = 500;

type EndingCertificate = {
  id: string;
  userId: string;
  name: string;
  poolId: string;
  course: string;
  until: Day;
  today: Day;
  told: number | null;
};

/**
 * Warns who holds a certificate 90, 30 and 7 days before its end, and managers from 30 days on; after a pause only the nearest
 * warning goes out, and none once it was renewed. Running it twice changes nothing.
 */
export async function warnOfCertificates(ctx: SystemCtx): Promise<{ warned: number }> {
  const ending = await ctx.db.$queryRaw<EndingCertificate[]>`
    SELECT e.id, a.user_id AS "userId", u.name, a.pool_id AS "poolId", c.name AS course, e.valid_until::text AS until,
      (${ctx.now} AT TIME ZONE p.time_zone)::date::text AS today, e.told_expiring AS told
    FROM enrolments e JOIN courses c ON c.id = e.course_id JOIN assistants a ON a.id = e.assistant_id
      JOIN users u ON u.id = a.user_id JOIN pools p ON p.id = a.pool_id
    WHERE u.disabled_at IS NULL AND e.valid_until - (${ctx.now} AT TIME ZONE p.time_zone)::date BETWEEN 0 AND ${SHOWN_FROM}
      AND (e.told_expiring IS NULL OR (e.told_expiring > 7 AND e.valid_until
        - (${ctx.now} AT TIME ZONE p.time_zone)::date <= CASE e.told_expiring WHEN 90 THEN 30 ELSE 7 END))
      AND NOT EXISTS (SELECT FROM enrolments r WHERE r.assistant_id = e.assistant_id AND r.course_id = e.course_id
        AND r.valid_until > e.valid_until)
    ORDER BY e.valid_until, e.id LIMIT ${MOST_AT_ONCE}`;
  let warned = 0;
  for (const certificate of ending) if (await warn(ctx, certificate)) warned += 1;
  return { warned };
}

function warn(ctx: SystemCtx, certificate: EndingCertificate): Promise<boolean> {
  const { id, userId, name, poolId, course, until, today, told } = certificate;
  const due = warningDue(until, today, told);
  if (due === null) return Promise.resolve(false);
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.enrolment.updateMany({
      where: { id, toldExpiring: told },
      data: { toldExpiring: due },
    });
    if (count === 0) return false;
    const managers = due <= MANAGERS_FROM ? await managersOf(tx, poolId) : [];
    const params = { enrolmentId: id, course, name, until };
    await notify(tx, trainingNotice("certificate_expiring", [...new Set([userId, ...managers])], params));
    return true;
  });
}
