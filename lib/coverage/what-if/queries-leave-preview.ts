import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { loadOffice } from "@/lib/coverage/office/queries";
import { leaveInWorker } from "@/lib/coverage/worker/leave-preview";
import { daysOffIn } from "@/lib/pools/queries-holidays";
import { addDays, type Day } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import type { PreviewDay } from "./rules-leave-preview";

const WEEKS = 12;

export type LeavePreview = {
  from: Day;
  to: Day;
  days: (PreviewDay & { holiday: string | null })[];
};

/**
 * Whom of their own executives an assistant's leave would leave without cover, on each day of the coming twelve weeks,
 * beside the covers that stand. Says nothing of anybody else's absence.
 */
export async function getLeavePreview(ctx: Ctx<Assistant>): Promise<LeavePreview> {
  const { id, poolId } = ctx.actor.assistant;
  const pool = await ctx.db.pool.findUniqueOrThrow({ where: { id: poolId } });
  const from = dayIn(pool.timeZone, ctx.now);
  const to = addDays(mondayOf(isoWeekOf(from)), WEEKS * 7 - 1);
  const office = await loadOffice(ctx.db, { poolIds: [poolId] }, from, to);
  const days = await leaveInWorker({ office, assistantId: id });
  const holidays = daysOffIn(pool, from, to, ctx.actor.locale);
  return { from, to, days: days.map((day) => ({ ...day, holiday: holidays.get(day.on) ?? null })) };
}
