import "server-only";
import { rangeOf } from "@/lib/absences/queries";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Day, dayToDate } from "@/lib/time/day";
import type { HalfDay, HalfDayRange } from "@/lib/time/half-day";
import { halfDayIn } from "@/lib/time/zone";
import { workingDaysOf } from "./offer-deadlines";
import { type SicknessTap, sicknessTaps } from "./rules/sickness";

/** Sickness of one's own as it runs, and what one tap can do about it. */
export type OwnSickness = { id: string; version: number; range: HalfDayRange; taps: SicknessTap[] };

export type SicknessNow = { today: Day; part: HalfDay["part"]; current: OwnSickness | null };

/** Whether the assistant is reported ill today, and what can be tapped. */
export async function getSicknessNow(ctx: Ctx<Assistant>): Promise<SicknessNow> {
  const { id: assistantId, poolId } = ctx.actor.assistant;
  const pool = await ctx.db.pool.findUniqueOrThrow({
    where: { id: poolId },
    select: { timeZone: true, holidayRegion: true, holidayTypes: true },
  });
  const now = halfDayIn(pool.timeZone, ctx.now);
  const row = await ctx.db.absence.findFirst({
    where: {
      assistantId,
      status: "approved",
      leaveTypeId: "sick",
      startOn: { lte: dayToDate(now.on) },
      endOn: { gte: dayToDate(now.on) },
    },
    orderBy: { startOn: "desc" },
  });
  const range = row && rangeOf(row);
  if (!row || !range) return { today: now.on, part: now.part, current: null };
  const taps = sicknessTaps(range, now, workingDaysOf(pool, ctx.now));
  return { today: now.on, part: now.part, current: { id: row.id, version: row.version, range, taps } };
}
