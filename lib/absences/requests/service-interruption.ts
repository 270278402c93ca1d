import "server-only";
import { touching } from "@/lib/absences/balances/queries-ledgers";
import type { Ctx } from "@/lib/context";
import { passOnCovers } from "@/lib/covers/service-absences";
import { lockRows } from "@/lib/moves/service";
import { doOverlap, type Stretch, withoutStretch } from "@/lib/time/stretch";
import { columnsOfStretch, stretchOfColumns } from "@/lib/time/stretch-columns";

import type { Prisma } from "@/prisma/generated/client/client";

import { LIVE } from "./queries-overlap";
import { endingMove } from "./rules";

import { addSteps } from "./service-history";
import { changeAbsence } from "./service-moves";

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
  const where = {
    assistantId,
    status: { in: [...LIVE] },
    leaveType: { countsAgainstAllowance: true, isReported: false },
    ...touching(sickness),
    ...(exceptId && { id: { not: exceptId } }),
  };
  await lockRows(tx, "absences", await idsOf(tx, where));
  const rows = await tx.db.absence.findMany({ where, orderBy: { startOn: "asc" } });
  const interrupted = rows.filter((row) => doOverlap(stretchOfColumns(row), sickness));
  const answers: Interrupted[] = [];
  for (const row of interrupted) {
    const pieces = row.startMinute === null ? withoutStretch(stretchOfColumns(row), sickness) : [];
    await keepPieces(tx, row, pieces);
    answers.push({ id: row.id, isOver: pieces.length === 0 });
  }
  return answers;
}

async function idsOf(tx: Ctx, where: Prisma.AbsenceWhereInput): Promise<string[]> {
  const rows = await tx.db.absence.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

type Row = Awaited<ReturnType<Ctx["db"]["absence"]["findFirstOrThrow"]>>;

async function keepPieces(tx: Ctx, row: Row, [first, ...more]: Stretch[]): Promise<void> {
  const { id, version: _version, ...same } = row;
  const stretch = stretchOfColumns(row);
  await changeAbsence(
    tx,
    { ...row, stretch },
    {
      move: first ? "change_days" : endingMove(row.status),
      action: "interrupted",
      stretch: first ?? stretch,
      pieces: first ? more.length + 1 : 0,
    },
  );
  for (const piece of more) {
    const rest = await tx.db.absence.create({
      data: { ...same, ...columnsOfStretch(piece) },
      select: { id: true },
    });
    await passOnCovers(tx, [{ id, isOver: false }], rest.id, piece);
    await addSteps(tx, { absenceId: rest.id, action: "interrupted", status: row.status, stretch: piece });
  }
}
