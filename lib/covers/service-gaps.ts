import "server-only";
import type { Ctx } from "@/lib/context";
import { groupedBy } from "@/lib/groups";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import { type HalfDayRange, halfDayIndex, rangeIndexes } from "@/lib/time/half-day";
import type { Stretch } from "@/lib/time/stretch";
import type { NamedGap } from "./rules";

/** Writes down which half-days the actor knowingly leaves open for a plan or an absence; returns how many are new. */
export async function acceptGaps(
  tx: Ctx,
  reason: { planId: string } | { absenceId: string | null },
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

/** Writes down which half-days the actor leaves open by hand, for the absence behind each where one is; returns how many are new. */
export async function acceptGapsByHand(
  tx: Ctx,
  gaps: readonly (NamedGap & { absenceId: string | null })[],
): Promise<number> {
  const known = await tx.db.acceptedGap.findMany({
    where: { OR: gaps.map(({ executiveId, on, part }) => ({ executiveId, on: dayToDate(on), part })) },
    select: { executiveId: true, on: true, part: true },
  });
  const keyOf = (executiveId: string, on: string, part: string) => `${executiveId} ${on} ${part}`;
  const isKnown = new Set(known.map((gap) => keyOf(gap.executiveId, dayOfColumn(gap.on), gap.part)));
  const fresh = gaps.filter(({ executiveId, on, part }) => !isKnown.has(keyOf(executiveId, on, part)));
  let count = 0;
  for (const some of groupedBy(fresh, (gap) => gap.absenceId ?? "").values())
    count += await acceptGaps(tx, { absenceId: some[0]?.absenceId ?? null }, some);
  return count;
}

/** Lets gaps of an executive count as open again, whoever accepted them; returns how many did not. */
export async function reopenGaps(tx: Ctx, executiveId: string, range: HalfDayRange): Promise<number> {
  const rows = await tx.db.acceptedGap.findMany({
    where: { executiveId, on: { gte: dayToDate(range.from), lte: dayToDate(range.to) } },
    select: { id: true, on: true, part: true },
  });
  const ids = rows
    .filter(({ on, part }) => isWithin(halfDayIndex(dayOfColumn(on), part), range))
    .map(({ id }) => id);
  if (ids.length > 0) await tx.db.acceptedGap.deleteMany({ where: { id: { in: ids } } });
  return ids.length;
}

/** Forgets the gaps accepted for a plan that is open again. */
export async function removePlanGaps(tx: Ctx, planId: string): Promise<void> {
  await tx.db.acceptedGap.deleteMany({ where: { planId } });
}

/** An absence, and what is left of it; null when it is not to be. */
export type AbsenceLeft = { id: string; left: Stretch | null };

/** Forgets the gaps accepted for absences outside what is left of each. */
export async function keepAbsenceGaps(tx: Ctx, absences: readonly AbsenceLeft[]): Promise<void> {
  const leftOf = new Map(absences.map(({ id, left }) => [id, left]));
  const gaps = await readAbsenceGaps(
    tx,
    absences.map(({ id }) => id),
  );
  const outside = gaps.filter(
    ({ absenceId, index }) => !isWithin(index, leftOf.get(absenceId ?? "") ?? null),
  );
  if (outside.length > 0)
    await tx.db.acceptedGap.deleteMany({ where: { id: { in: outside.map((gap) => gap.id) } } });
}

/** Lets gaps accepted for absences stand for another one that came in their place within some half-days. */
export async function passOnGaps(
  tx: Ctx,
  absenceIds: readonly string[],
  absenceId: string,
  within: HalfDayRange,
): Promise<void> {
  const gaps = await readAbsenceGaps(tx, absenceIds);
  const ids = gaps.filter(({ index }) => isWithin(index, within)).map((gap) => gap.id);
  if (ids.length > 0) await tx.db.acceptedGap.updateMany({ where: { id: { in: ids } }, data: { absenceId } });
}

async function readAbsenceGaps(tx: Ctx, absenceIds: readonly string[]) {
  const rows = await tx.db.acceptedGap.findMany({
    where: { absenceId: { in: [...absenceIds] } },
    select: { id: true, absenceId: true, on: true, part: true },
  });
  return rows.map(({ on, part, ...row }) => ({ ...row, index: halfDayIndex(dayOfColumn(on), part) }));
}

function isWithin(index: number, range: HalfDayRange | null): boolean {
  if (range === null) return false;
  const { first, last } = rangeIndexes(range);
  return first <= index && index <= last;
}
