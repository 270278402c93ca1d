import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import type { AuditEntry } from "@/lib/audit-catalogue";
import type { Ctx } from "@/lib/context";
import type { Movable } from "@/lib/moves/rules";
import type { Stretch } from "@/lib/time/stretch";
import { columnsOfStretch, rangeOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import type { AbsenceStatus } from "./rules-statuses";
import { ABSENCE_ACTIONS, addSteps, type StepAction } from "./service-history";

/** What is written with a move: the step of the history, other days, and other columns of the row. */
export type AbsenceChange = {
  action: StepAction;
  stretch?: Stretch;
  comment?: string;
  deputyForId?: string | null;
  /** Covers its owner is freed of. */
  releasedCoverIds?: string[];
  /** The owner's name, where they are there again on the days that are no longer away. */
  back?: string;
  /** How many pieces an interruption leaves of it. */
  pieces?: number;
  data?: Prisma.AbsenceUncheckedUpdateInput;
};

/** The row of an absence as it is kept. */
export type StoredAbsence = Prisma.AbsenceGetPayload<object>;

/** What is written of an absence: its row and the days it had. */
export type WrittenAbsence = { id: string; assistantId: string; stretch: Stretch };

/** Writes the row of an absence and the step of its history. */
export async function writeAbsence(
  tx: Ctx,
  absence: WrittenAbsence,
  next: Movable<AbsenceStatus>,
  { action, comment, deputyForId = null, data = {}, ...change }: AbsenceChange,
): Promise<void> {
  const { id } = absence;
  const stretch = change.stretch ?? absence.stretch;
  await tx.db.absence.update({
    where: { id },
    data: { ...columnsOfStretch(stretch), ...data, ...next },
    select: { id: true },
  });
  await addSteps(tx, { absenceId: id, action, status: next.status, stretch, comment, deputyForId });
}

/** The audit row of a change; it holds no private words. */
export function auditOfChange(absence: WrittenAbsence, change: AbsenceChange): AuditEntry {
  const { action, deputyForId, releasedCoverIds = [], pieces, stretch = absence.stretch } = change;
  return absenceAudit(ABSENCE_ACTIONS[action], absence.id, {
    assistantId: absence.assistantId,
    ...rangeOfColumns(columnsOfStretch(stretch)),
    releasedCoverIds,
    ...(deputyForId && { deputyForId }),
    ...(pieces !== undefined && { pieces }),
  });
}

/** Writes a piece of leave as an absence of its own; returns its id. */
export async function addPiece(
  tx: Ctx,
  same: Omit<StoredAbsence, "id" | "version">,
  piece: Stretch,
  action: "interrupted" | "resumed",
): Promise<string> {
  const { id } = await tx.db.absence.create({
    data: { ...same, ...columnsOfStretch(piece) },
    select: { id: true },
  });
  await addSteps(tx, { absenceId: id, action, status: same.status, stretch: piece });
  return id;
}
