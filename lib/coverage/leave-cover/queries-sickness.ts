import "server-only";
import { nextWorkOf, requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import type { AbsenceView } from "@/lib/absences/requests/schema";
import { SICK } from "@/lib/absences/settings/schema-leave";
import type { Assistant, Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { workingDaysOf } from "@/lib/pools/queries-working-days";
import { nextWorkingDay } from "@/lib/pools/rules-working-days";
import { addDays, type Day, day, dayToDate } from "@/lib/time/day";
import type { HalfDay, HalfDayRange } from "@/lib/time/half-day";
import { rangeOfColumns } from "@/lib/time/stretch-columns";
import { halfDayIn } from "@/lib/time/zone";
import { type SicknessTap, sicknessTaps } from "./rules-sickness";

/** Sickness of one's own as it runs, and what one tap can do about it. */
export type OwnSickness = { id: string; version: number; range: HalfDayRange; taps: SicknessTap[] };

/** The half-day from which one would be missed, whether that is today or tomorrow, and sickness that is reported already. */
export type SicknessNow = {
  next: HalfDay;
  /** The working day after it. */
  following: Day;
  when: "today" | "tomorrow" | "later";
  current: OwnSickness | null;
};

/** From when on the assistant would be ill if they say so now; or how they are reported ill already, and what can be tapped. */
export async function getSicknessNow(ctx: Ctx<Assistant>): Promise<SicknessNow> {
  const { id: assistantId } = ctx.actor.assistant;
  const person = await requireLeavePerson(ctx, assistantId);
  const { pool } = person;
  const now = halfDayIn(pool.timeZone, ctx.now);
  const next = nextWorkOf(person, ctx.now);
  const when = next.on === now.on ? "today" : next.on === addDays(now.on, 1) ? "tomorrow" : "later";
  const row = await ctx.db.absence.findFirst({
    where: {
      assistantId,
      status: "approved",
      leaveTypeId: SICK,
      startOn: { lte: dayToDate(next.on) },
      endOn: { gte: dayToDate(now.on) },
    },
    orderBy: { startOn: "desc" },
  });
  const range = row && rangeOfColumns(row);
  const isWorkingDay = workingDaysOf(pool, ctx.now);
  const following = nextWorkingDay(next.on, isWorkingDay);
  if (!row || !range) return { next, following, when, current: null };
  const taps = sicknessTaps(range, now, isWorkingDay);
  return { next, following, when, current: { id: row.id, version: row.version, range, taps } };
}

/** What one tap can do to an approved absence that runs now, for whoever leads the pool; nothing for leave that is not sickness. */
export async function getRunningTaps(ctx: Ctx<Manager>, absence: AbsenceView): Promise<SicknessTap[]> {
  if (absence.status !== "approved" || absence.type !== SICK) return [];
  const { assistant } = await ctx.db.absence.findUniqueOrThrow({
    where: { id: absence.id },
    select: {
      assistant: {
        select: { pool: { select: { timeZone: true, holidayRegion: true, holidayTypes: true } } },
      },
    },
  });
  const now = halfDayIn(assistant.pool.timeZone, ctx.now);
  const { from, fromPart, to, toPart } = absence;
  const range = { from: day(from), fromPart, to: day(to), toPart };
  if (range.from > now.on || range.to < now.on) return [];
  return sicknessTaps(range, now, workingDaysOf(assistant.pool, ctx.now));
}
