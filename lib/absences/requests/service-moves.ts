import "server-only";
import {
  canSeeAbsence,
  isOwnAbsence,
  type Place,
  placeToDecide,
  type Standing,
} from "@/lib/absences/deciders/policy";
import { standingOf } from "@/lib/absences/deciders/queries";
import { type LeavePerson, requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { requireLeaveType } from "@/lib/absences/settings/queries";
import type { LeaveTypeView } from "@/lib/absences/settings/schema-leave";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client/client";
import { columnsOfStretch, rangeOf, stretchOfRow } from "./queries";
import { addSteps, type StepAction } from "./queries-history";
import { type AbsenceMove, type AbsenceStatus, absenceAfter } from "./rules";
import type { Stretch } from "./rules-stretch";

export type MoveRefusal = "not_possible_now" | "changed_meanwhile";
export type DeciderRefusal = "own_absence" | "not_the_decider";

/** An absence that nobody else changes until the transaction ends, with its owner and its type. */
export type LockedAbsence = {
  id: string;
  status: AbsenceStatus;
  stretch: Stretch;
  firstDeciderId: string | null;
  cancelFrom: { on: Date; part: "am" | "pm" } | null;
  version: number;
  assistantId: string;
  person: LeavePerson;
  type: LeaveTypeView;
};

/** Locks an absence the actor may know of; any other is not found. */
export async function lockAbsence(tx: Ctx<Person>, id: string, standing?: Standing): Promise<LockedAbsence> {
  await tx.db.$queryRaw`SELECT id FROM absences WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.db.absence.findUnique({ where: { id } });
  const person = row && (await requireLeavePerson(tx, row.assistantId));
  if (!row || !person) throw new NotFoundError("absence");
  const isKnown = canSeeAbsence(tx.actor, person.owner, standing ?? (await standingOf(tx)));
  if (!isKnown) throw new NotFoundError("absence");
  const { status, firstDeciderId, version, assistantId, cancelFromOn, cancelFromPart } = row;
  return {
    id,
    status,
    stretch: stretchOfRow(row),
    firstDeciderId,
    cancelFrom: cancelFromOn && cancelFromPart ? { on: cancelFromOn, part: cancelFromPart } : null,
    version,
    assistantId,
    person,
    type: await requireLeaveType(tx, row.leaveTypeId),
  };
}

/** Locks an absence for whoever decides on it now, and says in whose place they do; refuses one's own and another's. */
export async function lockToDecide(
  tx: Ctx<Person>,
  id: string,
): Promise<Result<{ absence: LockedAbsence; place: Place; deputyForId: string | null }, DeciderRefusal>> {
  const standing = await standingOf(tx);
  const absence = await lockAbsence(tx, id, standing);
  if (isOwnAbsence(tx.actor, absence)) return refuse("own_absence");
  const isSecond = absence.status === "provisionally_approved";
  const place = placeToDecide(standing, absence.person.owner, isSecond ? "second" : "first");
  if (!place) return refuse("not_the_decider");
  return ok({ absence, place, deputyForId: place.userId === tx.actor.userId ? null : place.userId });
}

/** Why a move is not possible now: the status has gone on, or somebody changed the absence meanwhile. */
export function refusalOfMove(absence: LockedAbsence, move: AbsenceMove, version: number | undefined) {
  if (!absenceAfter(absence.status, move))
    return refuse("not_possible_now", { details: { status: absence.status } });
  if (version !== undefined && version !== absence.version) return refuse("changed_meanwhile");
  return null;
}

type Change = {
  status: AbsenceStatus;
  action: StepAction;
  stretch?: Stretch;
  comment?: string;
  deputyForId?: string | null;
  releasedCoverIds?: string[];
  data?: Prisma.AbsenceUncheckedUpdateInput;
};

/** Writes what becomes of an absence, with its history and the audit row, which holds no private words. */
export async function changeAbsence(tx: Ctx<Person>, absence: LockedAbsence, change: Change): Promise<void> {
  const { status, action, comment, deputyForId = null, releasedCoverIds = [], data = {} } = change;
  const { id, assistantId } = absence;
  const stretch = change.stretch ?? absence.stretch;
  await tx.db.absence.update({
    where: { id },
    data: { status, ...columnsOfStretch(stretch), ...data, version: { increment: 1 } },
    select: { id: true },
  });
  await addSteps(tx, { absenceId: id, action, status, stretch, comment, deputyForId });
  await audit(tx, {
    action: `absence.${AUDITED[action] ?? action}`,
    entityType: "absence",
    entityId: id,
    data: {
      assistantId,
      ...rangeOf(columnsOfStretch(stretch)),
      releasedCoverIds,
      ...(deputyForId && { deputyForId }),
    },
  });
}

const AUDITED: Partial<Record<StepAction, string>> = { approved_provisionally: "provisionally_approved" };
