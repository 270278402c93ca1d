import "server-only";
import type { Ctx } from "@/lib/context";
import { isRefusedBy } from "@/lib/errors";
import { type Result, refuse } from "@/lib/result";
import { type HalfDayRange, sharedRange } from "@/lib/time/half-day";
import { rangeOf, stretchColumns } from "./queries";

const LIVE = ["requested", "provisionally_approved", "approved", "cancellation_requested"] as const;

export type AbsenceOverlap = "overlaps_absence";

/** Turns the database's refusal of two live absences at once into `overlaps_absence`, with the one that clashes. */
export async function refusingOverlap<T, R extends string>(
  ctx: Ctx,
  assistantId: string,
  range: HalfDayRange,
  write: () => Promise<Result<T, R>>,
): Promise<Result<T, R | AbsenceOverlap>> {
  try {
    return await write();
  } catch (error) {
    if (!isRefusedBy(error, "absences_no_overlap")) throw error;
    return refuse("overlaps_absence", { path: "from", details: await clashOf(ctx, assistantId, range) });
  }
}

async function clashOf(ctx: Ctx, assistantId: string, range: HalfDayRange): Promise<Partial<HalfDayRange>> {
  const { startOn, endOn } = stretchColumns(range);
  const near = await ctx.db.absence.findMany({
    where: { assistantId, status: { in: [...LIVE] }, startOn: { lte: endOn }, endOn: { gte: startOn } },
    orderBy: { startOn: "asc" },
  });
  return near.map(rangeOf).find((other) => sharedRange(other, range)) ?? {};
}
