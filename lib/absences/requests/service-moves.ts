import "server-only";
import { type ActingFor, canSeeAbsence, isOwnAbsence, placeToDecide } from "@/lib/absences/deciders/policy";
import { getActingFor } from "@/lib/absences/deciders/queries";
import { type LeavePerson, requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { requireLeaveType } from "@/lib/absences/settings/queries";
import type { LeaveTypeView } from "@/lib/absences/settings/schema-leave";
import type { Assistant, Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { type Movable, type MoveRefusal, requireStatusAfter } from "@/lib/moves/rules";
import { lockRow, move } from "@/lib/moves/service";
import type { RefusalReason } from "@/lib/refusals";
import { ok, type Result, refuse } from "@/lib/result";
import type { Stretch } from "@/lib/time/stretch";
import { stretchOfColumns } from "@/lib/time/stretch-columns";
import { ABSENCE_MOVES, type AbsenceMove, type Decided, isCalledOff } from "./rules";
import type { AbsenceStatus } from "./rules-statuses";
import { settleAbsences } from "./service-resumption";
import { type AbsenceChange, auditOfChange, writeAbsence } from "./service-writes";

/** Why an absence is not moved: its status or version, or the booking that made it. */
export type AbsenceMoveRefusal = MoveRefusal | "ends_with_booking";

export type DeciderRefusal = "own_absence" | "not_the_decider";

/** An absence as its moves see it, with its owner and its type. */
export type AbsenceInMove = {
  id: string;
  status: AbsenceStatus;
  stretch: Stretch;
  firstDeciderId: string | null;
  cancelFrom: { on: Date; part: "am" | "pm" } | null;
  version: number;
  /** Made by a booking, which alone moves or ends it. */
  isBooked: boolean;
  assistantId: string;
  note: string;
  person: LeavePerson;
  type: LeaveTypeView;
};

/** The same for the manager who decides on it, or who decides in another manager's place. */
export type AbsenceToDecide = AbsenceInMove & { deputyForId: string | null };

/** An absence the actor may know of; any other is not found. */
export async function readAbsence(
  tx: Ctx<Person>,
  id: string,
  actingFor?: ActingFor,
): Promise<AbsenceInMove> {
  const row = await tx.db.absence.findUnique({ where: { id } });
  const person = row && (await requireLeavePerson(tx, row.assistantId));
  if (!row || !person) throw new NotFoundError("absence");
  const isKnown = canSeeAbsence(tx.actor, person.owner, actingFor ?? (await getActingFor(tx)));
  if (!isKnown) throw new NotFoundError("absence");
  const { status, firstDeciderId, version, isBooked, assistantId, note, cancelFromOn, cancelFromPart } = row;
  return {
    id,
    status,
    stretch: stretchOfColumns(row),
    firstDeciderId,
    cancelFrom: cancelFromOn && cancelFromPart ? { on: cancelFromOn, part: cancelFromPart } : null,
    version,
    isBooked,
    assistantId,
    note,
    person,
    type: await requireLeaveType(tx, row.leaveTypeId),
  };
}

/** Reads an absence that nobody else changes until the transaction ends. */
export async function lockAbsence(tx: Ctx<Person>, id: string): Promise<AbsenceInMove> {
  await lockRow(tx, "absences", id);
  return readAbsence(tx, id);
}

/** Reads an absence of one's own; anybody else's is not found. */
export async function readOwnAbsence(tx: Ctx<Assistant>, id: string): Promise<AbsenceInMove> {
  const absence = await readAbsence(tx, id);
  if (!isOwnAbsence(tx.actor, absence)) throw new NotFoundError("absence");
  return absence;
}

/** Reads an absence for the manager who decides on it now, and in whose place; refuses one's own and another's. */
export async function readToDecide(
  tx: Ctx<Person>,
  id: string,
): Promise<Result<AbsenceToDecide, DeciderRefusal>> {
  const actingFor = await getActingFor(tx);
  const absence = await readAbsence(tx, id, actingFor);
  if (isOwnAbsence(tx.actor, absence)) return refuse("own_absence");
  const isSecond = absence.status === "provisionally_approved";
  const place = placeToDecide(actingFor, absence.person.owner, isSecond ? "second" : "first");
  if (!place) return refuse("not_the_decider");
  return ok({ ...absence, deputyForId: place.userId === tx.actor.userId ? null : place.userId });
}

type AbsenceTransition<Row extends AbsenceInMove, R extends RefusalReason> = {
  move: AbsenceMove | ((absence: Row) => AbsenceMove);
  /** Reads the locked absence for its mover, and refuses those who may not move it. */
  read: () => Promise<Result<Row, R>>;
  /** Asks what else refuses the move, and does what goes with it. */
  decide: (
    absence: Row,
    status: AbsenceStatus,
  ) => Promise<Result<AbsenceChange & { tell: () => Promise<void> }, R>>;
};

/** Moves an absence with its history, audit row and notices; refuses a move its status does not allow, and what a booking made. */
export function moveAbsenceStatus<Row extends AbsenceInMove, R extends RefusalReason = never>(
  tx: Ctx<Person>,
  { id, version }: { id: string; version: number },
  { move: asked, read, decide }: AbsenceTransition<Row, R>,
): Promise<Result<Decided, R | AbsenceMoveRefusal>> {
  return move<AbsenceStatus, AbsenceMove, Row, Decided, R | "ends_with_booking">(tx, ABSENCE_MOVES, {
    id,
    version,
    move: asked,
    read: async () => {
      const found = await read();
      return found.ok && found.value.isBooked ? refuse("ends_with_booking") : found;
    },
    write: async (absence, next) => {
      const decided = await decide(absence, next.status);
      if (!decided.ok) return decided;
      const { tell, ...change } = decided.value;
      const written = await writeMove(tx, absence, next, change);
      const { releasedCoverIds } = written;
      return ok({
        value: { id, status: next.status, releasedCoverIds },
        audit: auditOfChange(absence, written),
        tell,
      });
    },
  });
}

/** Writes a move of a locked absence that follows from something else, such as a last day. Answers its status then. */
export async function changeAbsence(
  tx: Ctx<Person>,
  absence: AbsenceInMove,
  { move: made, ...change }: AbsenceChange & { move: AbsenceMove },
): Promise<AbsenceStatus> {
  const status = requireStatusAfter(ABSENCE_MOVES, absence.status, made);
  const written = await writeMove(tx, absence, { status, version: absence.version + 1 }, change);
  await audit(tx, auditOfChange(absence, written));
  return status;
}

/** Writes a move and what follows from it; answers the change with all covers that ended by it. */
async function writeMove(
  tx: Ctx<Person>,
  absence: AbsenceInMove,
  next: Movable<AbsenceStatus>,
  change: AbsenceChange,
): Promise<AbsenceChange & { releasedCoverIds: string[] }> {
  const { stretch = absence.stretch, releasedCoverIds = [], back } = change;
  await writeAbsence(tx, absence, next, change);
  const left = isCalledOff(next.status) ? null : stretch;
  const ended = await settleAbsences(tx, [{ id: absence.id, left }], back);
  return { ...change, releasedCoverIds: [...releasedCoverIds, ...ended] };
}
