import "server-only";
import { touching } from "@/lib/absences/balances/queries-ledgers";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { dayToDate } from "@/lib/time/day";
import { type HalfDayRange, withoutRange } from "@/lib/time/half-day";
import { columnsOfStretch, stretchOfRow } from "./queries";
import { addSteps } from "./queries-history";
import { LIVE } from "./queries-overlap";
import { doOverlap, type Stretch, wholeHalves } from "./rules-stretch";

const LIVE_COVER = ["offered", "accepted", "confirmed", "active"] as const;

/** Leave that sickness lies in the middle of, and what is left of it. */
export type Interrupted = { id: string; isOver: boolean };

/**
 * Takes sickness out of the leave it falls in, so that its days are given back: the leave is shortened, parted in two, or
 * not to be. Sickness by the hour interrupts nothing.
 */
export async function interruptLeave(
  tx: Ctx,
  assistantId: string,
  sickness: Stretch,
  exceptId?: string,
): Promise<Interrupted[]> {
  if (sickness.startMinute !== null) return [];
  const rows = await tx.db.absence.findMany({
    where: {
      assistantId,
      status: { in: [...LIVE] },
      leaveType: { countsAgainstAllowance: true, isReported: false },
      ...touching(sickness),
      ...(exceptId && { id: { not: exceptId } }),
    },
    orderBy: { startOn: "asc" },
  });
  const interrupted = rows.filter((row) => doOverlap(stretchOfRow(row), sickness));
  const answers: Interrupted[] = [];
  for (const row of interrupted) {
    const pieces = row.startMinute === null ? withoutRange(stretchOfRow(row), sickness) : [];
    await keepPieces(tx, row, pieces.map(wholeHalves));
    answers.push({ id: row.id, isOver: pieces.length === 0 });
  }
  return answers;
}

type Row = Awaited<ReturnType<Ctx["db"]["absence"]["findFirstOrThrow"]>>;

async function keepPieces(tx: Ctx, row: Row, [first, ...more]: Stretch[]): Promise<void> {
  const { id, assistantId } = row;
  const isDecided = row.status === "approved" || row.status === "cancellation_requested";
  const status = first ? row.status : isDecided ? "cancelled" : "withdrawn";
  const stretch = first ?? stretchOfRow(row);
  await tx.db.absence.update({
    where: { id },
    data: { status, ...columnsOfStretch(stretch), version: { increment: 1 } },
    select: { id: true },
  });
  await addSteps(tx, { absenceId: id, action: "interrupted", status, stretch });
  for (const piece of more) {
    const { id: _, version: _version, ...same } = row;
    const rest = await tx.db.absence.create({
      data: { ...same, ...columnsOfStretch(piece) },
      select: { id: true },
    });
    await addSteps(tx, { absenceId: rest.id, action: "interrupted", status: row.status, stretch: piece });
  }
  const data = { assistantId, ...rangeIn(stretch), pieces: first ? more.length + 1 : 0 };
  await audit(tx, { action: "absence.interrupted", entityType: "absence", entityId: id, data });
}

function rangeIn({ from, fromPart, to, toPart }: HalfDayRange): HalfDayRange {
  return { from, fromPart, to, toPart };
}

/** Whoever covers for leave covers for the sickness that came in its place. */
export async function passOnCovers(
  tx: Ctx,
  interrupted: readonly Interrupted[],
  sicknessId: string,
  { from, to }: HalfDayRange,
): Promise<void> {
  if (interrupted.length === 0) return;
  const inside = { startOn: { gte: dayToDate(from) }, endOn: { lte: dayToDate(to) } };
  await tx.db.coverageAssignment.updateMany({
    where: {
      status: { in: [...LIVE_COVER] },
      OR: [
        { absenceId: { in: interrupted.filter((one) => one.isOver).map((one) => one.id) } },
        { absenceId: { in: interrupted.map((one) => one.id) }, ...inside },
      ],
    },
    data: { absenceId: sicknessId },
  });
}
