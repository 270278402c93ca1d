import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { AuditEntry } from "@/lib/audit-catalogue";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import { LIVE_COVER } from "@/lib/covers/rules";
import { releaseCoversWithin } from "@/lib/covers/service-absences";
import { idInOrder } from "@/lib/ids";
import { type MoveRefusal, refusalOfMove, requireStatusAfter } from "@/lib/moves/rules";
import { lockRows } from "@/lib/moves/service";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Stretch } from "@/lib/time/stretch";
import { columnsOfStretch, rangeOfColumns, stretchOfColumns } from "@/lib/time/stretch-columns";
import type { CheckedLeave } from "./queries-sets";
import { ABSENCE_MOVES, isApprovedAbsence, isCalledOff } from "./rules";
import type { AbsenceStatus } from "./rules-statuses";
import { ABSENCE_ACTIONS, addSteps, namedColumns, type StepAction } from "./service-history";
import { settleAbsences } from "./service-resumption";

/** What a file changes in an absence that was read at a version: all of it by leave that was checked, or its end. */
export type AbsenceCorrection = { id: string; version: number; assistantId: string; action: StepAction } & (
  | { move: "approve" | "change_days"; leave: CheckedLeave }
  | { move: "cancel" | "withdraw" }
);

/**
 * Enters the absences of a file in sets, with their history, and frees of their covers those who are away by them. One audit
 * row for them all is the import's to write. Answers their ids in order, and how many covers were released.
 */
export async function enterAbsences(
  tx: Ctx<Manager>,
  leave: readonly CheckedLeave[],
): Promise<{ ids: string[]; releasedCovers: number }> {
  const releasedCovers = await releaseCovers(tx, leave);
  const made = leave.map((one) => ({ ...one, id: idInOrder() }));
  await inChunks(made, async (some) => {
    await insertAll(tx, some);
    const steps = some.map(({ id, status, stretch }) => ({
      absenceId: id,
      action: status === "approved" ? ("recorded" as const) : ("requested" as const),
      status,
      stretch,
    }));
    await addSteps(tx, ...steps);
  });
  return { ids: made.map(({ id }) => id), releasedCovers };
}

async function insertAll(tx: Ctx<Manager>, some: readonly (CheckedLeave & { id: string })[]): Promise<void> {
  const rows = some.map(({ id, assistantId, type, stretch, status }) => ({
    id,
    status,
    assistant_id: assistantId,
    leave_type_id: type,
    ...namedColumns(stretch),
  }));
  await tx.db.$executeRaw`
    INSERT INTO absences (id, assistant_id, leave_type_id, status, start_on, start_part, end_on, end_part, start_minute,
      end_minute, created_at, decided_by_id, decided_at)
    SELECT new.*, ${tx.now}, CASE WHEN new.status = 'approved' THEN ${tx.actor.userId}::uuid END,
      CASE WHEN new.status = 'approved' THEN ${tx.now}::timestamptz END
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS new (id uuid, assistant_id uuid, leave_type_id text,
      status absence_status, start_on date, start_part day_part, end_on date, end_part day_part, start_minute int,
      end_minute int)`;
}

/**
 * Corrects absences by a file in sets, with their history and audit rows. Those who are away by them are freed of the covers
 * they hold, and covers for days that are no longer away end. Refuses all of it when one was changed since it was read, or
 * its status allows no such change.
 */
export async function correctAbsences(
  tx: Ctx<Manager>,
  corrections: readonly AbsenceCorrection[],
): Promise<Result<{ releasedCovers: number }, MoveRefusal>> {
  const ready = await lockAll(tx, corrections);
  if (!ready.ok) return ready;
  let releasedCovers = await releaseCovers(tx, ready.value);
  await inChunks(ready.value, async (some) => {
    await updateAll(tx, some);
    const ended = await settleAbsences(
      tx,
      some.map(({ id, status, stretch }) => ({ id, left: isCalledOff(status) ? null : stretch })),
    );
    releasedCovers += ended.length;
    await addSteps(
      tx,
      ...some.map(({ id, action, status, stretch }) => ({ absenceId: id, action, status, stretch })),
    );
    await audit(tx, ...some.map(auditOf));
  });
  return ok({ releasedCovers });
}

type Locked = AbsenceCorrection & {
  status: AbsenceStatus;
  type: string;
  stretch: Stretch;
};

async function lockAll(
  tx: Ctx<Manager>,
  corrections: readonly AbsenceCorrection[],
): Promise<Result<Locked[], MoveRefusal>> {
  const ready: Locked[] = [];
  let refusal: Refusal<MoveRefusal> | null = null;
  await inChunks(corrections, async (some) => {
    const ids = some.map(({ id }) => id);
    await lockRows(tx, "absences", ids);
    const rows = await tx.db.absence.findMany({ where: { id: { in: ids } } });
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    for (const correction of some) {
      const row = rowOf.get(correction.id);
      refusal ??= row?.isBooked
        ? refuse("not_possible_now")
        : row
          ? refusalOfMove(ABSENCE_MOVES, row, correction.move, correction.version)
          : refuse("changed_since_read");
      if (!row || refusal) return;
      const status = requireStatusAfter(ABSENCE_MOVES, row.status, correction.move);
      const { type, stretch } =
        "leave" in correction ? correction.leave : { type: row.leaveTypeId, stretch: stretchOfColumns(row) };
      ready.push({ ...correction, status, type, stretch });
    }
  });
  return refusal ?? ok(ready);
}

/** One statement for many rows, so that days which change places never overlap in between. */
async function updateAll(tx: Ctx<Manager>, some: readonly Locked[]): Promise<void> {
  const rows = some.map(({ id, status, type, stretch, move }) => ({
    id,
    status,
    leave_type_id: type,
    is_decision: move !== "change_days",
    ...namedColumns(stretch),
  }));
  await tx.db.$executeRaw`
    UPDATE absences SET status = new.status, leave_type_id = new.leave_type_id, version = absences.version + 1,
      start_on = new.start_on, start_part = new.start_part, end_on = new.end_on, end_part = new.end_part,
      start_minute = new.start_minute, end_minute = new.end_minute,
      decided_by_id = CASE WHEN new.is_decision THEN ${tx.actor.userId}::uuid ELSE absences.decided_by_id END,
      decided_at = CASE WHEN new.is_decision THEN ${tx.now} ELSE absences.decided_at END
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS new (id uuid, status absence_status, leave_type_id text,
      is_decision boolean, start_on date, start_part day_part, end_on date, end_part day_part, start_minute int,
      end_minute int)
    WHERE absences.id = new.id`;
}

function auditOf({ id, action, assistantId, status, stretch }: Locked): AuditEntry {
  const range = rangeOfColumns(columnsOfStretch(stretch));
  return absenceAudit(ABSENCE_ACTIONS[action], id, { assistantId, ...range, status });
}

async function releaseCovers(
  tx: Ctx<Manager>,
  absences: readonly { assistantId: string; status: AbsenceStatus; stretch: Stretch }[],
): Promise<number> {
  const away = absences.filter(({ status }) => isApprovedAbsence(status));
  const covering = new Set<string>();
  await inChunks(away, async (some) => {
    const rows = await tx.db.coverageAssignment.findMany({
      where: {
        assistantId: { in: some.map(({ assistantId }) => assistantId) },
        status: { in: [...LIVE_COVER] },
      },
      select: { assistantId: true },
      distinct: ["assistantId"],
    });
    for (const row of rows) covering.add(row.assistantId);
  });
  let released = 0;
  for (const { assistantId, stretch } of away)
    if (covering.has(assistantId)) released += (await releaseCoversWithin(tx, assistantId, stretch)).length;
  return released;
}
