import "server-only";
import type { Ctx } from "@/lib/context";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import type { WeekdayHours } from "@/lib/time/half-day";
import { dayIn } from "@/lib/time/zone";
import { datedHoursOf, PATTERN_COLUMNS } from "./queries-hours";
import { isSameWeek, weekOn } from "./rules";

type HoursChange = { id: string; hours: WeekdayHours[]; hoursFrom: Day | null };

/** Gives an assistant other hours from a day, keeping what went before; without a day, hours that differ from today's correct the whole record. */
export async function correctHours(tx: Ctx, change: HoursChange, timeZone: string): Promise<void> {
  const { id: assistantId, hours, hoursFrom } = change;
  if (hoursFrom === null) {
    if (await areHoursToday(tx, change, timeZone)) return;
    await tx.db.workingPattern.deleteMany({ where: { assistantId } });
    await tx.db.workingPattern.createMany({ data: hours.map((h) => ({ ...h, assistantId })) });
    return;
  }
  const validFrom = dayToDate(hoursFrom);
  await tx.db.workingPattern.deleteMany({ where: { assistantId, validFrom: { gte: validFrom } } });
  await tx.db.workingPattern.updateMany({
    where: { assistantId, OR: [{ validTo: null }, { validTo: { gte: validFrom } }] },
    data: { validTo: dayToDate(addDays(hoursFrom, -1)) },
  });
  await tx.db.workingPattern.createMany({ data: hours.map((h) => ({ ...h, assistantId, validFrom })) });
}

async function areHoursToday(tx: Ctx, { id, hours }: HoursChange, timeZone: string): Promise<boolean> {
  const rows = await tx.db.workingPattern.findMany({
    where: { assistantId: id },
    select: PATTERN_COLUMNS,
  });
  const patterns = datedHoursOf(rows);
  return isSameWeek(weekOn(patterns, dayIn(timeZone, tx.now)), hours);
}
