import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { requireLedSession } from "@/lib/training/sessions/queries";
import { summaryOf } from "./rules";
import type { EvaluationsView } from "./schema";

const MOST = 500;
const MOST_ASKED = 3;

/** What was said of a session, without names and only from three answers on. */
export async function getEvaluations(ctx: Ctx<Manager>, sessionId: string): Promise<EvaluationsView> {
  await requireLedSession(ctx, sessionId);
  const rows = await ctx.db.evaluation.findMany({
    where: { enrolment: { sessionId } },
    select: { useful: true, clear: true, recommend: true, words: true },
    take: MOST,
  });
  return summaryOf(rows);
}

/** A course one attended and has not said anything of yet. */
export type CourseToEvaluate = { enrolmentId: string; course: string; on: string };

/** The last courses one attended that one may still say how they were. */
export function listToEvaluate({ db, actor }: Ctx<Assistant>): Promise<CourseToEvaluate[]> {
  return db.$queryRaw<CourseToEvaluate[]>`
    SELECT e.id AS "enrolmentId", c.name AS course, max(d.on_day)::text AS on
    FROM enrolments e JOIN courses c ON c.id = e.course_id JOIN training_session_dates d ON d.session_id = e.session_id
    WHERE e.assistant_id = ${actor.assistant.id}::uuid AND e.status = 'attended'
      AND NOT EXISTS (SELECT FROM evaluations v WHERE v.enrolment_id = e.id)
    GROUP BY e.id, c.name ORDER BY e.queue_number DESC LIMIT ${MOST_ASKED}`;
}
