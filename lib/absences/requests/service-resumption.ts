import "server-only";
import { decidersOf } from "@/lib/absences/deciders/queries";
import { type LeavePerson, requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { absenceNotice } from "@/lib/absences/notices";
import { requireLeaveType } from "@/lib/absences/settings/queries";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { passOnCovers, releaseCoversOutside } from "@/lib/covers/service-absences";
import { type AbsenceLeft, keepAbsenceGaps } from "@/lib/covers/service-gaps";
import { requireStatusAfter } from "@/lib/moves/rules";
import { lockRows } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import {
  joinedStretches,
  type Stretch,
  sharedStretch,
  wholeHalves,
  withoutStretch,
} from "@/lib/time/stretch";
import { columnsOfStretch, stretchOfColumns } from "@/lib/time/stretch-columns";
import { refusalOfAllowance } from "./queries-checks";
import { ABSENCE_MOVES, isApprovedAbsence, isCalledOff } from "./rules";
import { noticeRange } from "./service-create";
import {
  type AbsenceChange,
  addPiece,
  auditOfChange,
  type StoredAbsence,
  writeAbsence,
} from "./service-writes";

/**
 * What follows from absences that have become shorter or are not to be: leave that a sickness took its days from has them
 * again, and covers and accepted gaps of other days end. `back` is the owner's name, where they are there on these days.
 * Returns the covers that ended.
 */
export async function settleAbsences(
  tx: Ctx,
  absences: readonly AbsenceLeft[],
  back?: string,
): Promise<string[]> {
  const leftOf = new Map(absences.map(({ id, left }) => [id, left]));
  const interruptions = await tx.db.leaveInterruption.findMany({
    where: { absenceId: { in: [...leftOf.keys()] } },
    select: { id: true },
    orderBy: [{ startOn: "desc" }, { startPart: "desc" }],
  });
  // Each is read when its turn comes: the one before may have written its leave anew.
  for (const { id } of interruptions) {
    const one = await tx.db.leaveInterruption.findUniqueOrThrow({ where: { id } });
    await resumeLeave(tx, one, leftOf.get(one.absenceId) ?? null);
  }
  const ended = await releaseCoversOutside(tx, absences, back);
  await keepAbsenceGaps(tx, absences);
  return ended;
}

/**
 * Gives leave back what a sickness took and has not any more. It comes back as it was, with its covers and accepted gaps; what its
 * balance no longer holds is asked for anew, and leave that was called off since stays so.
 */
async function resumeLeave(tx: Ctx, interruption: Interruption, left: Stretch | null): Promise<void> {
  const { id } = interruption;
  const taken = stretchOfColumns(interruption);
  const still = left && sharedStretch(taken, left);
  const freed = left ? withoutStretch(taken, left) : [taken];
  if (freed.length === 0) return;
  if (still) await tx.db.leaveInterruption.update({ where: { id }, data: columnsOfStretch(still) });
  else await tx.db.leaveInterruption.delete({ where: { id } });
  for (const piece of freed) await giveBack(tx, interruption, piece);
}

const NOT_ASKED_BACK = { cancelFromOn: null, cancelFromPart: null };

const UNDECIDED = {
  firstDeciderId: null,
  decidedById: null,
  decidedAt: null,
  decisionNote: "",
  ...NOT_ASKED_BACK,
};

type Interruption = Awaited<ReturnType<Ctx["db"]["leaveInterruption"]["findFirstOrThrow"]>>;

async function giveBack(tx: Ctx, interruption: Interruption, freed: Stretch): Promise<void> {
  const { absenceId, leaveId, restId } = interruption;
  const ids = [leaveId, ...(restId ? [restId] : [])];
  await lockRows(tx, "absences", ids);
  const rows = await tx.db.absence.findMany({
    where: { id: { in: ids } },
    include: { interruptions: { where: { endsLeave: true }, take: 1 } },
  });
  const isTakenBack = ({ status, interruptions }: (typeof rows)[number]) =>
    isCalledOff(status) && interruptions.length === 0;
  const leave = rows.find((row) => row.id === leaveId);
  if (!leave || (!interruption.endsLeave && rows.every(isTakenBack))) return;
  const person = await requireLeavePerson(tx, leave.assistantId);
  const piece = whileEmployed(person, freed);
  if (!piece) return;
  const { status, ...decision } = await decisionKept(tx, interruption, leave, { person, stretch: piece });
  const isApproved = isApprovedAbsence(status);
  const beside = rows.find((row) => row.status === status && isBeside(stretchOfColumns(row), piece));
  const { id: _id, version: _version, interruptions: _interruptions, ...same } = leave;
  const id = beside
    ? await prolong(tx, beside, piece)
    : await addPiece(tx, { ...same, ...decision, status }, piece, "resumed");
  const gone = rows.filter((row) => isCalledOff(row.status)).map((row) => row.id);
  if (!beside) await standForGone(tx, gone, id);
  if (isApproved) await passOnCovers(tx, [{ id: absenceId, isOver: false }], id, piece);
  const params = { absenceId: id, name: person.name, range: noticeRange(piece) };
  const deciders = await decidersOf(tx, person.owner);
  await notify(
    tx,
    isApproved
      ? absenceNotice("absence_resumed", [person.userId, ...deciders], params)
      : absenceNotice("absence_requested", deciders, params),
  );
}

/** What leave was when it lost a piece, as columns of the piece; to be decided anew where its balance no longer holds it. */
async function decisionKept(
  tx: Ctx,
  { status }: Interruption,
  leave: StoredAbsence,
  piece: { person: LeavePerson; stretch: Stretch },
) {
  const type = await requireLeaveType(tx, leave.leaveTypeId);
  const isHeld = isApprovedAbsence(status) && (await refusalOfAllowance(tx, { ...piece, type })) === null;
  if (!isHeld) return { ...UNDECIDED, status: "requested" as const };
  const isAskedBack = status === "cancellation_requested" && leave.cancelFromOn !== null;
  return isAskedBack ? { status } : { ...NOT_ASKED_BACK, status: "approved" as const };
}

/** What of a stretch lies before somebody's last day is over; null for nothing. */
function whileEmployed({ calendar: { leavesOn } }: LeavePerson, stretch: Stretch): Stretch | null {
  if (leavesOn === null || stretch.to <= leavesOn) return stretch;
  if (stretch.from > leavesOn) return null;
  return sharedStretch(stretch, wholeHalves({ ...stretch, to: leavesOn, toPart: "pm" }));
}

/** Leave that is written anew stands for what is gone of it, also for what other sickness took of that. */
async function standForGone(tx: Ctx, gone: readonly string[], id: string): Promise<void> {
  const leaveId = { in: [...gone] };
  await tx.db.leaveInterruption.updateMany({ where: { leaveId }, data: { leaveId: id, endsLeave: false } });
  await tx.db.leaveInterruption.updateMany({ where: { restId: leaveId }, data: { restId: id } });
}

function isBeside(stretch: Stretch, piece: Stretch): boolean {
  if (stretch.startMinute !== null || piece.startMinute !== null) return false;
  return joinedStretches([stretch, piece]).length === 1;
}

async function prolong(tx: Ctx, row: StoredAbsence, piece: Stretch): Promise<string> {
  const { id, assistantId, status, version } = row;
  const stretch = stretchOfColumns(row);
  const [whole = stretch] = joinedStretches([stretch, piece]);
  const change: AbsenceChange = { action: "resumed", stretch: whole };
  const next = requireStatusAfter(ABSENCE_MOVES, status, "change_days");
  await writeAbsence(tx, { id, assistantId, stretch }, { status: next, version: version + 1 }, change);
  await audit(tx, auditOfChange({ id, assistantId, stretch }, change));
  return id;
}
