import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { getOwnDay } from "@/lib/pools/queries-today";
import { type Day, day, dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { EnrolmentRow } from "@/lib/training/enrolments/queries-rows";
import { requireLedSession } from "@/lib/training/sessions/queries";
import { areAnswersClosed, evaluatedUntil, summaryOf } from "./rules";
import type { EvaluationsView } from "./schema";

const MOST = 500;
const MOST_ASKED = 3;

/** What was said of a session, without names: from three answers on, all at once when no more can come. */
export async function getEvaluations(ctx: Ctx<Manager>, sessionId: string): Promise<EvaluationsView> {
  const { dates, timeZone } = await requireLedSession(ctx, sessionId);
  const rows = await ctx.db.evaluation.findMany({
    where: { enrolment: { sessionId } },
    select: { useful: true, clear: true, recommend: true, words: true },
    take: MOST,
  });
  const until = evaluatedUntil(dates.map(({ on }) => ({ on: day(on) })));
  return summaryOf(rows, until, dayIn(timeZone, ctx.now));
}

/** True once the answers to a session have been shown, or can be any day. */
export async function isEvaluationClosed(
  { db, now }: Ctx,
  { sessionId, assistant }: EnrolmentRow,
): Promise<boolean> {
  const [dates, pool] = await Promise.all([
    db.trainingSessionDate.findMany({ where: { sessionId: sessionId ?? undefined }, select: { on: true } }),
    db.pool.findUniqueOrThrow({ where: { id: assistant.poolId }, select: { timeZone: true } }),
  ]);
  const until = evaluatedUntil(dates.map(({ on }) => ({ on: dayOfColumn(on) })));
  return areAnswersClosed(until, dayIn(pool.timeZone, now));
}

/** A course one attended and has not said anything of yet. */
export type CourseToEvaluate = { enrolmentId: string; course: string; on: string; until: Day };

/** The last courses one attended that one may still say how they were. */
export async function listToEvaluate(ctx: Ctx<Assistant>): Promise<CourseToEvaluate[]> {
  const today = await getOwnDay(ctx);
  const attended = await ctx.db.$queryRaw<Omit<CourseToEvaluate, "until">[]>`
    SELECT e.id AS "enrolmentId", c.name AS course, max(d.on_day)::text AS on
    FROM enrolments e JOIN courses c ON c.id = e.course_id JOIN training_session_dates d ON d.session_id = e.session_id
    WHERE e.assistant_id = ${ctx.actor.assistant.id}::uuid AND e.status = 'attended'
      AND NOT EXISTS (SELECT FROM evaluations v WHERE v.enrolment_id = e.id)
    GROUP BY e.id, c.name ORDER BY e.queue_number DESC LIMIT ${MOST_ASKED}`;
  return attended.flatMap((course) => {
    const until = evaluatedUntil([{ on: day(course.on) }]);
    return until === null || areAnswersClosed(until, today) ? [] : [{ ...course, until }];
  });
}
