import "server-only";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { SERVED_COVER } from "@/lib/covers/rules";
import { matchingNotice } from "@/lib/matching/notices";
import { notify } from "@/lib/notices/service-notify";
import { day } from "@/lib/time/day";
import { ASKED_DAYS } from "./rules";

/** A cover is asked about on the days right after it, also where this did not run on the first. */
const ASK_WITHIN_DAYS = 3;
const MOST_AT_ONCE = 500;

type Ended = { coverId: string; userId: string; name: string; on: string };

/** Asks executives how the covers were that have just ended: once, and of those by one assistant only about the last. */
export function askAboutCovers(ctx: SystemCtx): Promise<{ asked: number }> {
  return inTransaction(ctx, async (tx) => {
    const ended = await listUnasked(tx);
    const claimed = await tx.db.coverQuestion.createManyAndReturn({
      data: ended.map(({ coverId }) => ({ coverId, askedAt: tx.now })),
      skipDuplicates: true,
      select: { coverId: true },
    });
    const isClaimed = new Set(claimed.map(({ coverId }) => coverId));
    const notices = ended
      .filter(({ coverId }) => isClaimed.has(coverId))
      .map(({ coverId, userId, name, on }) =>
        matchingNotice("cover_ended", [userId], { coverId, name, on: day(on) }),
      );
    await notify(tx, ...notices);
    return { asked: notices.length };
  });
}

/** Covers that ended in the past days by their pool's clock, where the executive has not rated or been asked about that assistant lately. */
function listUnasked({ db, now }: SystemCtx): Promise<Ended[]> {
  return db.$queryRaw<Ended[]>`
    SELECT DISTINCT ON (c.executive_id, c.assistant_id) c.id AS "coverId", e.user_id AS "userId", u.name, c.end_on::text AS on
    FROM coverage_assignments c JOIN executives e ON e.id = c.executive_id JOIN pools p ON p.id = e.pool_id
      JOIN assistants s ON s.id = c.assistant_id JOIN users u ON u.id = s.user_id,
      LATERAL (SELECT (${now}::timestamptz AT TIME ZONE p.time_zone)::date AS day) today
    WHERE c.status = ANY(${[...SERVED_COVER]}::coverage_status[])
      AND c.end_on < today.day AND c.end_on >= today.day - ${ASK_WITHIN_DAYS}::int
      AND NOT EXISTS (SELECT FROM coverage_assignments o LEFT JOIN cover_questions q ON q.cover_id = o.id
          LEFT JOIN outcome_ratings r ON r.cover_id = o.id AND r.rater_id = e.user_id
        WHERE o.executive_id = c.executive_id AND o.assistant_id = c.assistant_id
          AND o.end_on >= today.day - ${ASKED_DAYS}::int AND (q.cover_id IS NOT NULL OR r.id IS NOT NULL))
    ORDER BY c.executive_id, c.assistant_id, c.end_on DESC, c.id LIMIT ${MOST_AT_ONCE}`;
}
