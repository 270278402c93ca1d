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

/** Forgets the gaps accepted for a plan or an absence that is not to be. */
export async function removeAcceptedGaps(
  tx: Ctx,
  reason: { planId: string } | { absenceId: string },
): Promise<void> {
  await tx.db.acceptedGap.deleteMany({ where: reason });
}

/** Forgets the gaps accepted for an absence outside the half-days it still has. */
export async function keepAcceptedGapsWithin(tx: Ctx, absenceId: string, range: HalfDayRange): Promise<void> {
  const { first, last } = rangeIndexes(range);
  const rows = await tx.db.acceptedGap.findMany({
    where: { absenceId },
    select: { id: true, on: true, part: true },
  });
  const outside = rows.filter((row) => {
    const index = halfDayIndex(dayFromDate(row.on), row.part);
    return index < first || index > last;
  });
  if (outside.length > 0)
    await tx.db.acceptedGap.deleteMany({ where: { id: { in: outside.map((row) => row.id) } } });
}
