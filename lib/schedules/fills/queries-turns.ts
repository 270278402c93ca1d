import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { addDays, type Day, dayOfColumn } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { type TurnsBefore, turnsByShare } from "./rules-turns";

/** Turns at unloved roles are balanced over so many weeks. */
const TURN_WEEKS = 13;

/** Published turns at unloved roles in the weeks before a Monday, and which part of them each was employed and not away. */
export async function readTurns(db: Db, poolId: string, monday: Day): Promise<TurnsBefore> {
  const [from, to] = [addDays(monday, -7 * TURN_WEEKS), addDays(monday, -1)];
  const [counts, presence] = await Promise.all([
    db.$queryRaw<{ assistantId: string; turns: number }[]>`
      SELECT f.assistant_id AS "assistantId", count(DISTINCT f.id)::int AS turns
      FROM shifts f JOIN shift_work w ON w.shift_id = f.id JOIN work_roles r ON r.id = w.role_id AND r.is_unloved
      WHERE f.pool_id = ${poolId}::uuid AND f.status = 'published' AND f.assistant_id IS NOT NULL
        AND f.on_day BETWEEN ${from}::date AND ${to}::date
      GROUP BY f.assistant_id`,
    db.$queryRaw<{ assistantId: string; presence: number }[]>`
      SELECT a.id AS "assistantId", greatest(0, (employed.days - away.days) / ${7 * TURN_WEEKS}::float8) AS presence
      FROM assistants a CROSS JOIN LATERAL (SELECT
          1 + least(${to}::date, coalesce(a.leaves_on, ${to}::date)) - greatest(${from}::date, coalesce(a.hired_on, ${from}::date)) AS days) employed
        CROSS JOIN LATERAL (SELECT coalesce(sum(1 + least(b.end_on, ${to}::date) - greatest(b.start_on, ${from}::date)), 0) AS days
          FROM absences b WHERE b.assistant_id = a.id AND b.status IN ('approved', 'cancellation_requested')
            AND b.start_minute IS NULL AND b.start_on <= ${to}::date AND b.end_on >= ${from}::date) away
      WHERE a.pool_id = ${poolId}::uuid`,
  ]);
  return {
    counts: new Map(counts.map(({ assistantId, turns }) => [assistantId, turns])),
    presence: new Map(presence.map((row) => [row.assistantId, row.presence])),
  };
}

/** One's own turns in the weeks before this one, and what they would be by one's hours and the time one was at work. */
export type OwnTurns = { own: number; byShare: number };

/** The turns of the assistant who asks; null where the pool has had none. */
export async function getOwnTurns(ctx: Ctx<Assistant>): Promise<OwnTurns | null> {
  const { id, poolId } = ctx.actor.assistant;
  const pool = await ctx.db.pool.findUniqueOrThrow({
    where: { id: poolId },
    select: {
      timeZone: true,
      assistants: { select: { id: true, ftePercent: true, hiredOn: true, leavesOn: true } },
    },
  });
  const today = dayIn(pool.timeZone, ctx.now);
  const turns = await readTurns(ctx.db, poolId, mondayOf(isoWeekOf(today)));
  const isHere = ({ hiredOn, leavesOn }: { hiredOn: Date | null; leavesOn: Date | null }) =>
    (!hiredOn || dayOfColumn(hiredOn) <= today) && (!leavesOn || dayOfColumn(leavesOn) >= today);
  const people = pool.assistants.filter((one) => isHere(one) || turns.counts.has(one.id));
  if (turns.counts.size === 0) return null;
  return { own: turns.counts.get(id) ?? 0, byShare: turnsByShare(people, turns, 0).get(id) ?? 0 };
}
