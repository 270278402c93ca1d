import "server-only";
import { touching } from "@/lib/absences/balances/queries-ledgers";
import type { Ctx } from "@/lib/context";
import { isRefusedBy } from "@/lib/errors";
import type { RefusalReason } from "@/lib/refusals";
import { type Refusal, type Result, refuse } from "@/lib/result";
import type { HalfDayRange } from "@/lib/time/half-day";
import { doOverlap, type Stretch } from "@/lib/time/stretch";
import { columnsOfRange, rangeOfColumns, stretchOfColumns } from "@/lib/time/stretch-columns";
import type { LeaveDraft } from "./queries-checks";
import { LIVE_STATUSES } from "./rules-statuses";

export type AbsenceOverlap = "overlaps_absence";

/** Turns the database's refusal of two live absences at once into `overlaps_absence`, with the one that clashes. */
export async function refusingOverlap<T, R extends RefusalReason>(
  ctx: Ctx,
  assistantId: string,
  stretch: Stretch,
  write: () => Promise<Result<T, R>>,
): Promise<Result<T, R | AbsenceOverlap>> {
  try {
    return await write();
  } catch (error) {
    if (!isRefusedBy(error, "absences_no_overlap")) throw error;
    return refuse("overlaps_absence", { path: "from", details: await clashOf(ctx, assistantId, stretch) });
  }
}

async function clashOf(ctx: Ctx, assistantId: string, stretch: Stretch): Promise<Partial<HalfDayRange>> {
  const { startOn, endOn } = columnsOfRange(stretch);
  const near = await ctx.db.absence.findMany({
    where: {
      assistantId,
      status: { in: [...LIVE_STATUSES] },
      startOn: { lte: endOn },
      endOn: { gte: startOn },
    },
    orderBy: { startOn: "asc" },
  });
  const clash = near.find((other) => doOverlap(stretchOfColumns(other), stretch));
  return clash ? rangeOfColumns(clash) : {};
}

/** The live absence of the person's that stands in the way of one to be entered; booked leave makes way for sickness. */
export async function getClash(
  ctx: Ctx,
  { person, type, stretch, exceptId }: LeaveDraft,
): Promise<HalfDayRange | null> {
  const near = await ctx.db.absence.findMany({
    where: {
      assistantId: person.id,
      status: { in: [...LIVE_STATUSES] },
      ...touching(stretch),
      ...(exceptId && { id: { not: exceptId } }),
    },
    include: { leaveType: { select: { countsAgainstAllowance: true, isReported: true } } },
    orderBy: { startOn: "asc" },
  });
  const clash = near.find(({ leaveType, ...row }) => {
    const yields = leaveType.countsAgainstAllowance && !leaveType.isReported && stretch.startMinute === null;
    return doOverlap(stretchOfColumns(row), stretch) && !(type.interruptsLeave && yields);
  });
  return clash ? rangeOfColumns(clash) : null;
}

/** Refuses what overlaps an absence of one's own, and says which; the constraint in the database is the last word. */
export async function refusalOfOverlap(ctx: Ctx, draft: LeaveDraft): Promise<Refusal<AbsenceOverlap> | null> {
  const clash = await getClash(ctx, draft);
  return clash && refuse("overlaps_absence", { path: "from", details: clash });
}
