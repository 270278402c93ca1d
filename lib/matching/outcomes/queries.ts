import "server-only";
import type { Executive } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { SERVED_COVER } from "@/lib/covers/rules";
import { addDays } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { ASKED_DAYS } from "./rules";
import type { UnratedCover } from "./schema";

const MOST_ASKED = 3;

/** Covers of the executive that ended in the past two weeks and are not rated: the last of each assistant, the latest first. */
export async function listUnratedCovers(ctx: Ctx<Executive>): Promise<UnratedCover[]> {
  const { id, poolId } = ctx.actor.executive;
  const pool = await ctx.db.pool.findUniqueOrThrow({ where: { id: poolId }, select: { timeZone: true } });
  const today = dayIn(pool.timeZone, ctx.now);
  return ctx.db.$queryRaw`
    SELECT * FROM (
      SELECT DISTINCT ON (c.assistant_id) c.id AS "coverId", u.name AS "assistantName",
        c.start_on::text AS from, c.end_on::text AS to
      FROM coverage_assignments c JOIN assistants s ON s.id = c.assistant_id JOIN users u ON u.id = s.user_id
      WHERE c.executive_id = ${id}::uuid AND c.status = ANY(${[...SERVED_COVER]}::coverage_status[])
        AND c.end_on < ${today}::date AND c.end_on >= ${addDays(today, -ASKED_DAYS)}::date
        AND NOT EXISTS (SELECT FROM outcome_ratings r JOIN coverage_assignments o ON o.id = r.cover_id
          WHERE r.rater_id = ${ctx.actor.userId}::uuid AND r.assistant_id = c.assistant_id
            AND o.executive_id = c.executive_id AND o.end_on >= ${addDays(today, -ASKED_DAYS)}::date)
      ORDER BY c.assistant_id, c.end_on DESC, c.id) latest
    ORDER BY latest.to DESC, latest."coverId" LIMIT ${MOST_ASKED}`;
}
