import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { LIVE_COVER } from "@/lib/covers/rules";
import { requireLedSession } from "@/lib/training/sessions/queries";

/** Who covers for an executive while a participant attends; nobody where that was knowingly left open. */
export type SeatCover = {
  executiveId: string;
  executive: string;
  assistantId: string;
  cover: string | null;
};

type Row = SeatCover & { key: string };

/** Who covers while the participants of a session and its trainer are there, and which executives are knowingly left open, by executive. */
export async function listSeatCovers(ctx: Ctx<Manager>, sessionId: string): Promise<SeatCover[]> {
  await requireLedSession(ctx, sessionId);
  const rows = await ctx.db.$queryRaw<Row[]>`
    WITH seats AS (
      SELECT t.absence_id, e.assistant_id FROM training_absences t JOIN enrolments e ON e.id = t.enrolment_id
      WHERE e.session_id = ${sessionId}::uuid
      UNION ALL SELECT h.absence_id, h.assistant_id FROM trainer_absences h JOIN training_session_dates d ON d.id = h.session_date_id
      WHERE d.session_id = ${sessionId}::uuid)
    SELECT DISTINCT x.id AS "executiveId", xu.name AS executive, p.assistant_id AS "assistantId", cu.name AS cover,
      lower(xu.name) AS key
    FROM seats p JOIN coverage_assignments c ON c.absence_id = p.absence_id
      AND c.status::text = ANY(${[...LIVE_COVER, "completed"]})
    JOIN executives x ON x.id = c.executive_id JOIN users xu ON xu.id = x.user_id
    JOIN assistants ca ON ca.id = c.assistant_id JOIN users cu ON cu.id = ca.user_id
    UNION SELECT x.id, xu.name, p.assistant_id, NULL, lower(xu.name)
    FROM seats p JOIN accepted_gaps g ON g.absence_id = p.absence_id
    JOIN executives x ON x.id = g.executive_id JOIN users xu ON xu.id = x.user_id
    ORDER BY key, cover NULLS FIRST`;
  return rows.map(({ key: _, ...cover }) => cover);
}

/** How many executives are knowingly left open while somebody attends, by session; those of none are left out. */
export async function countOpenIn(
  ctx: Ctx<Manager>,
  sessionIds: readonly string[],
): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await ctx.db.$queryRaw<{ sessionId: string; count: number }[]>`
    SELECT e.session_id AS "sessionId", count(DISTINCT g.executive_id)::int AS count
    FROM enrolments e JOIN training_absences t ON t.enrolment_id = e.id JOIN accepted_gaps g ON g.absence_id = t.absence_id
    WHERE e.session_id = ANY(${[...sessionIds]}::uuid[]) GROUP BY e.session_id`;
  return new Map(rows.map(({ sessionId, count }) => [sessionId, count]));
}
