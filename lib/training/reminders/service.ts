import "server-only";
import { noticeRange } from "@/lib/absences/requests/service-create";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import type { Day } from "@/lib/time/day";
import { trainingNotice } from "@/lib/training/notices";
import { stretchOfDate } from "@/lib/training/sessions/rules";
import { Prisma } from "@/prisma/generated/client/client";

const MOST_AT_ONCE = 500;

type DueSeat = {
  id: string;
  userId: string;
  course: string;
  on: Day;
  startMinute: number;
  endMinute: number;
  isDayBefore: boolean;
};

/** The first date `d` of the session `s`, and today where its pool is. */
const FIRST_DATE = Prisma.sql`training_sessions s JOIN pools p ON p.id = s.pool_id JOIN courses c ON c.id = s.course_id
  JOIN LATERAL (SELECT d.on_day, d.start_minute, d.end_minute FROM training_session_dates d WHERE d.session_id = s.id
    ORDER BY d.on_day, d.start_minute LIMIT 1) d ON true`;

/**
 * Reminds who has a seat a week and a day before, each once and only of what is still booked; who got the seat within the week is
 * reminded a day before alone. A week before, managers are told once of a session with too few people. Running it twice changes
 * nothing.
 */
export async function remindOfTraining(ctx: SystemCtx): Promise<{ reminded: number; below: number }> {
  const today = Prisma.sql`(${ctx.now} AT TIME ZONE p.time_zone)::date`;
  const due = await ctx.db.$queryRaw<DueSeat[]>`
    SELECT e.id, a.user_id AS "userId", c.name AS course, d.on_day::text AS "on", d.start_minute AS "startMinute",
      d.end_minute AS "endMinute", d.on_day = ${today} + 1 AS "isDayBefore"
    FROM enrolments e JOIN ${FIRST_DATE} ON s.id = e.session_id JOIN assistants a ON a.id = e.assistant_id
    WHERE e.status = 'booked' AND s.status = 'open' AND (
      (d.on_day = ${today} + 1 AND e.reminded_day_at IS NULL)
      OR (d.on_day BETWEEN ${today} + 2 AND ${today} + 7 AND e.reminded_week_at IS NULL AND EXISTS (
        SELECT FROM enrolment_steps t WHERE t.enrolment_id = e.id AND t.action = 'booked'
          AND (t.at AT TIME ZONE p.time_zone)::date <= d.on_day - 7)))
    ORDER BY e.id LIMIT ${MOST_AT_ONCE}`;
  for (const seat of due) await remind(ctx, seat);
  return { reminded: due.length, below: await tellOfTooFew(ctx, today) };
}

function remind(ctx: SystemCtx, { id, userId, course, isDayBefore, ...date }: DueSeat): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.enrolment.updateMany({
      where: { id, status: "booked", ...(isDayBefore ? { remindedDayAt: null } : { remindedWeekAt: null }) },
      data: isDayBefore ? { remindedDayAt: tx.now, remindedWeekAt: tx.now } : { remindedWeekAt: tx.now },
    });
    if (count === 0) return;
    const params = { enrolmentId: id, course, range: noticeRange(stretchOfDate(date)) };
    await notify(tx, trainingNotice("training_reminder", [userId], params));
  });
}

async function tellOfTooFew(ctx: SystemCtx, today: Prisma.Sql): Promise<number> {
  const few = await ctx.db.$queryRaw<{ id: string; poolId: string; course: string }[]>`
    SELECT s.id, s.pool_id AS "poolId", c.name AS course FROM ${FIRST_DATE}
    WHERE s.status = 'open' AND s.told_below_at IS NULL AND d.on_day BETWEEN ${today} + 1 AND ${today} + 7
      AND s.minimum > (SELECT count(*) FROM enrolments e WHERE e.session_id = s.id AND e.status = 'booked')
    ORDER BY s.id LIMIT ${MOST_AT_ONCE}`;
  for (const { id, poolId, course } of few)
    await inTransaction(ctx, async (tx) => {
      const where = { id, toldBelowAt: null };
      const { count } = await tx.db.trainingSession.updateMany({ where, data: { toldBelowAt: tx.now } });
      const params = { sessionId: id, course };
      if (count > 0)
        await notify(tx, trainingNotice("training_too_few", await managersOf(tx, poolId), params));
    });
  return few.length;
}
