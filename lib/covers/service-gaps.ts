import "server-only";
import type { Ctx } from "@/lib/context";
import { dayFromDate, dayToDate } from "@/lib/time/day";
import { type HalfDayRange, halfDayIndex, rangeIndexes } from "@/lib/time/half-day";
import type { NamedGap } from "./rules";

/** Writes down which half-days the actor knowingly leaves open for a plan or an absence; returns how many are new. */
export async function acceptGaps(
  tx: Ctx,
  reason: { planId: string } | { absenceId: string },
  gaps: readonly NamedGap[],
): Promise<number> {
  if (gaps.length === 0) return 0;
  const { count } = await tx.db.acceptedGap.createMany({
    data: gaps.map(({ executiveId, on, part }) => ({
      ...reason,
      executiveId,
      on: dayToDate(on),
      part,
      acceptedById: tx.actor.userId,
      acceptedAt: tx.now,
    })),
    skipDuplicates: true,
  });
  return count;
}

/** Forgets the gaps accepted for a plan that is open again. */
export async function removePlanGaps(tx: Ctx, planId: string): Promise<void> {
  await tx.db.acceptedGap.deleteMany({ where: { planId } });
}

/** Forgets the gaps accepted for an absence outside what is left of it; all of them for null, when it is not to be. */
export async function keepAbsenceGaps(tx: Ctx, absenceId: string, left: HalfDayRange | null): Promise<void> {
  const kept = left ? await gapsWithin(tx, [absenceId], left) : [];
  await tx.db.acceptedGap.deleteMany({ where: { absenceId, id: { notIn: kept } } });
}

/** Lets gaps accepted for absences stand for another one that came in their place within some half-days. */
export async function passOnGaps(
  tx: Ctx,
  absenceIds: readonly string[],
  absenceId: string,
  within: HalfDayRange,
): Promise<void> {
  const ids = await gapsWithin(tx, absenceIds, within);
  if (ids.length > 0) await tx.db.acceptedGap.updateMany({ where: { id: { in: ids } }, data: { absenceId } });
}

async function gapsWithin(tx: Ctx, absenceIds: readonly string[], range: HalfDayRange): Promise<string[]> {
  const { first, last } = rangeIndexes(range);
  const rows = await tx.db.acceptedGap.findMany({
    where: { absenceId: { in: [...absenceIds] } },
    select: { id: true, on: true, part: true },
  });
  const isWithin = (index: number) => first <= index && index <= last;
  return rows.filter((row) => isWithin(halfDayIndex(dayFromDate(row.on), row.part))).map((row) => row.id);
}
