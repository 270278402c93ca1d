import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { dayOfColumn } from "@/lib/time/day";
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
export async function listToEvaluate({ db, actor }: Ctx<Assistant>): Promise<CourseToEvaluate[]> {
  const rows = await db.enrolment.findMany({
    where: { assistantId: actor.assistant.id, status: "attended", evaluation: null },
    select: {
      id: true,
      course: { select: { name: true } },
      session: { select: { dates: { select: { on: true }, orderBy: { on: "desc" }, take: 1 } } },
    },
    orderBy: { queueNumber: "desc" },
    take: MOST_ASKED,
  });
  return rows.flatMap(({ id, course, session }) => {
    const last = session?.dates[0];
    return last ? [{ enrolmentId: id, course: course.name, on: dayOfColumn(last.on) }] : [];
  });
}
