import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db";
import { addDays, type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";

/** Turns at unloved roles are balanced over so many weeks. */
const TURN_WEEKS = 13;

/** Published turns at unloved roles in the weeks before a Monday, by person. */
export async function readTurns(db: Db, poolId: string, monday: Day): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ assistantId: string; turns: number }[]>`
    SELECT f.assistant_id AS "assistantId", count(DISTINCT f.id)::int AS turns
    FROM shifts f JOIN shift_work w ON w.shift_id = f.id JOIN work_roles r ON r.id = w.role_id AND r.is_unloved
    WHERE f.pool_id = ${poolId}::uuid AND f.status = 'published' AND f.assistant_id IS NOT NULL
      AND f.on_day >= ${dayToDate(addDays(monday, -7 * TURN_WEEKS))} AND f.on_day < ${dayToDate(monday)}
    GROUP BY f.assistant_id`;
  return new Map(rows.map(({ assistantId, turns }) => [assistantId, turns]));
}

/** One's own turns in the weeks before this one, and what they would be by one's share of the pool's hours. */
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
  const people = pool.assistants.filter((one) => isHere(one) || turns.has(one.id));
  const all = [...turns.values()].reduce((sum, count) => sum + count, 0);
  const whole = people.reduce((sum, { ftePercent }) => sum + ftePercent, 0);
  const share = people.find((one) => one.id === id)?.ftePercent ?? 0;
  if (all === 0) return null;
  return { own: turns.get(id) ?? 0, byShare: (all * share) / Math.max(1, whole) };
}
