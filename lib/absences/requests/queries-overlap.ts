import "server-only";
import { touching } from "@/lib/absences/balances/queries-ledgers";
import type { Ctx, PublicCtx } from "@/lib/context";
import { isRefusedBy } from "@/lib/errors";
import type { RefusalReason } from "@/lib/refusals";
import { type Refusal, type Result, refuse } from "@/lib/result";
import type { HalfDayRange } from "@/lib/time/half-day";
import { doOverlap, type Stretch } from "@/lib/time/stretch";
import {
  columnsOfRange,
  type RangeColumns,
  rangeOfColumns,
  stretchOfColumns,
} from "@/lib/time/stretch-columns";
import type { LeaveDraft } from "./queries-checks";
import { LIVE_STATUSES } from "./rules-statuses";

export type AbsenceOverlap = "overlaps_absence" | "overlaps_booking";

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
    return overlaps(await clashOf(ctx, assistantId, stretch));
  }
}

/** Booked time, such as a course, is given back where it was booked; so that is said apart. */
function overlaps({ isBooked, ...details }: Partial<Clash>): Refusal<AbsenceOverlap> {
  return refuse(isBooked ? "overlaps_booking" : "overlaps_absence", { path: "from", details });
}

async function clashOf(ctx: Ctx, assistantId: string, stretch: Stretch): Promise<Partial<Clash>> {
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
  return clash ? clashOfRow(clash) : {};
}

function clashOfRow(row: RangeColumns & { isBooked: boolean }): Clash {
  return { ...rangeOfColumns(row), isBooked: row.isBooked };
}

type Clash = HalfDayRange & { isBooked: boolean };

/** When the live absence is that stands in the way of one to be entered; booked leave makes way for sickness. */
export async function getClash(ctx: Ctx, draft: LeaveDraft): Promise<HalfDayRange | null> {
  const clash = await findClash(ctx, draft);
  if (!clash) return null;
  const { isBooked: _, ...range } = clash;
  return range;
}

async function findClash(
  ctx: PublicCtx,
  { person, type, stretch, exceptId }: LeaveDraft,
): Promise<Clash | null> {
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
    const isLeave = leaveType.countsAgainstAllowance && !leaveType.isReported && !row.isBooked;
    const yields = isLeave && stretch.startMinute === null;
    return doOverlap(stretchOfColumns(row), stretch) && !(type.interruptsLeave && yields);
  });
  return clash ? clashOfRow(clash) : null;
}

/** Refuses what overlaps an absence of one's own, and says which; the constraint in the database is the last word. */
export async function refusalOfOverlap(
  ctx: PublicCtx,
  draft: LeaveDraft,
): Promise<Refusal<AbsenceOverlap> | null> {
  const clash = await findClash(ctx, draft);
  return clash && overlaps(clash);
}
