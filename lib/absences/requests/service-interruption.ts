import "server-only";
import { touching } from "@/lib/absences/balances/queries-ledgers";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { passOnCovers } from "@/lib/covers/service-absences";
import { requireStatusAfter } from "@/lib/moves/rules";
import { lockRows } from "@/lib/moves/service";
import { doOverlap, type Stretch, sharedStretch, withoutStretch } from "@/lib/time/stretch";
import { columnsOfStretch, stretchOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import { ABSENCE_MOVES, endingMove } from "./rules";
import { type AbsenceStatus, LIVE_STATUSES } from "./rules-statuses";
import {
  type AbsenceChange,
  addPiece,
  auditOfChange,
  type StoredAbsence,
  writeAbsence,
} from "./service-writes";

/** Leave that sickness lies in the middle of: the days it loses, its status, and the piece after them where there is one. */
export type Interrupted = {
  leaveId: string;
  restId: string | null;
  status: AbsenceStatus;
  isOver: boolean;
  taken: Stretch;
};

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
  const where = {
    assistantId,
    status: { in: [...LIVE_STATUSES] },
    isBooked: false,
    leaveType: { countsAgainstAllowance: true, isReported: false },
    ...touching(sickness),
    ...(exceptId && { id: { not: exceptId } }),
  };
  await lockRows(tx, "absences", await idsOf(tx, where));
  const rows = await tx.db.absence.findMany({ where, orderBy: { startOn: "asc" } });
  const answers: Interrupted[] = [];
  for (const row of rows)
    if (doOverlap(stretchOfColumns(row), sickness)) answers.push(await interrupt(tx, row, sickness));
  return answers;
}

/** Lets sickness stand for the leave it took its days from: in its covers, in its accepted gaps, and for the day it ends earlier. */
export async function standForLeave(
  tx: Ctx,
  interrupted: readonly Interrupted[],
  absenceId: string,
  sickness: Stretch,
): Promise<void> {
  if (interrupted.length === 0) return;
  await tx.db.leaveInterruption.createMany({
    data: interrupted.map(({ taken, isOver, ...one }) => ({
      ...one,
      ...columnsOfStretch(taken),
      endsLeave: isOver,
      absenceId,
    })),
  });
  const leave = interrupted.map(({ leaveId, isOver }) => ({ id: leaveId, isOver }));
  await passOnCovers(tx, leave, absenceId, sickness);
}

async function idsOf(tx: Ctx, where: Prisma.AbsenceWhereInput): Promise<string[]> {
  const rows = await tx.db.absence.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

async function interrupt(tx: Ctx, row: StoredAbsence, sickness: Stretch): Promise<Interrupted> {
  const { id, version, status, ...same } = row;
  const stretch = stretchOfColumns(row);
  const isByTheHour = row.startMinute !== null;
  const [first, rest] = isByTheHour ? [] : withoutStretch(stretch, sickness);
  const change: AbsenceChange = {
    action: "interrupted",
    stretch: first ?? stretch,
    pieces: [first, rest].filter(Boolean).length,
  };
  const next = requireStatusAfter(ABSENCE_MOVES, status, first ? "change_days" : endingMove(status));
  await writeAbsence(tx, { ...row, stretch }, { status: next, version: version + 1 }, change);
  await audit(tx, auditOfChange({ ...row, stretch }, change));
  const restId = rest ? await addPiece(tx, { ...same, status }, rest, "interrupted") : null;
  if (rest && restId) await passOnCovers(tx, [{ id, isOver: false }], restId, rest);
  const taken = (isByTheHour ? null : sharedStretch(stretch, sickness)) ?? stretch;
  return { leaveId: id, restId, status, isOver: !first, taken };
}

/**
 * Ends an absence that a booking made, where sickness takes its time: what covered it stands until it is passed on to the
 * sickness.
 */
export async function interruptBooking(tx: Ctx, id: string): Promise<void> {
  await lockRows(tx, "absences", [id]);
  const row = await tx.db.absence.findUniqueOrThrow({ where: { id } });
  const absence = { ...row, stretch: stretchOfColumns(row) };
  const change: AbsenceChange = { action: "interrupted", pieces: 0, data: { isBooked: false } };
  const status = requireStatusAfter(ABSENCE_MOVES, row.status, endingMove(row.status));
  await writeAbsence(tx, absence, { status, version: row.version + 1 }, change);
  await audit(tx, auditOfChange(absence, change));
}
