import "server-only";
import { absenceAudit } from "@/lib/absences/audit";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { AuditEntry } from "@/lib/audit-catalogue";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import { releaseCoversWithin } from "@/lib/covers/service-absences";
import { type MoveRefusal, refusalOfMove, requireStatusAfter } from "@/lib/moves/rules";
import { lockRows } from "@/lib/moves/service";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import type { Stretch } from "@/lib/time/stretch";
import { columnsOfStretch, rangeOfColumns, stretchOfColumns } from "@/lib/time/stretch-columns";

import { ABSENCE_MOVES, type AbsenceMove, type AbsenceStatus, isApprovedAbsence, isCalledOff } from "./rules";

import { ABSENCE_ACTIONS, addSteps, type StepAction } from "./service-history";
import { settleAbsences } from "./service-resumption";

/** An absence a file brings; a decision is the manager's who imports it. */
export type AbsenceDraft = {
  assistantId: string;
  type: string;
  stretch: Stretch;
  status: "requested" | "approved";
  isDecision: boolean;
};

/** What a file changes in an absence that was read at a version. */
export type AbsenceCorrection = {
  id: string;
  version: number;
  assistantId: string;
  /** Left out, its days and hours stay. */
  stretch?: Stretch;
  move: AbsenceMove;
  action: StepAction;
  isDecision: boolean;
};

/**
 * Enters the absences of a file in sets, with their history, and frees of their covers those who are away by them. One audit
 * row for them all is the import's to write. Answers their ids in order, and how many covers were released.
 */
export async function enterAbsences(
  tx: Ctx<Manager>,
  drafts: readonly AbsenceDraft[],
): Promise<{ ids: string[]; releasedCovers: number }> {
  const releasedCovers = await releaseCovers(tx, drafts);
  const ids: string[] = [];
  await inChunks(drafts, async (some) => {
    const made = await tx.db.absence.createManyAndReturn({
      data: some.map(({ assistantId, type, stretch, status, isDecision }) => ({
        assistantId,
        leaveTypeId: type,
        ...columnsOfStretch(stretch),
        status,
        ...(isDecision && { decidedById: tx.actor.userId, decidedAt: tx.now }),
        createdAt: tx.now,
      })),
      select: { id: true },
    });
    const steps = some.map(({ status, stretch }, place) => ({
      absenceId: made[place]?.id ?? "",
      action: status === "approved" ? ("recorded" as const) : ("requested" as const),
      status,
      stretch,
    }));
    await addSteps(tx, ...steps);
    ids.push(...made.map(({ id }) => id));
  });
  return { ids, releasedCovers };
}

/**
 * Corrects absences by a file in sets, with their history and audit rows, and frees of their covers those who are away by
 * them. Refuses all of it when one was changed since it was read, or its status allows no such change.
 */
export async function correctAbsences(
  tx: Ctx<Manager>,
  corrections: readonly AbsenceCorrection[],
): Promise<Result<{ releasedCovers: number }, MoveRefusal>> {
  const ready = await lockAll(tx, corrections);
  if (!ready.ok) return ready;
  const releasedCovers = await releaseCovers(tx, ready.value);
  await inChunks(ready.value, async (some) => {
    await updateAll(tx, some);
    await settleAbsences(
      tx,
      some.map(({ id, status, stretch }) => ({ id, left: isCalledOff(status) ? null : stretch })),
    );
    await addSteps(
      tx,
      ...some.map(({ id, action, status, stretch }) => ({ absenceId: id, action, status, stretch })),
    );
    await audit(tx, ...some.map(auditOf));
  });
  return ok({ releasedCovers });
}

type Locked = AbsenceCorrection & { status: AbsenceStatus; stretch: Stretch };

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
      refusal ??= row
        ? refusalOfMove(ABSENCE_MOVES, row, correction.move, correction.version)
        : refuse("changed_meanwhile");
      if (!row || refusal) return;
      const status = requireStatusAfter(ABSENCE_MOVES, row.status, correction.move);
      ready.push({ ...correction, status, stretch: correction.stretch ?? stretchOfColumns(row) });
    }
  });
  return refusal ?? ok(ready);
}

/** One statement for many rows, so that days which change places never overlap in between. */
async function updateAll(tx: Ctx<Manager>, some: readonly Locked[]): Promise<void> {
  const rows = some.map(({ id, status, stretch, isDecision }) => ({
    id,
    status,
    is_decision: isDecision,
    start_on: stretch.from,
    start_part: stretch.fromPart,
    end_on: stretch.to,
    end_part: stretch.toPart,
    start_minute: stretch.startMinute,
    end_minute: stretch.endMinute,
  }));
  await tx.db.$executeRaw`
    UPDATE absences SET status = new.status, version = absences.version + 1, start_on = new.start_on,
      start_part = new.start_part, end_on = new.end_on, end_part = new.end_part, start_minute = new.start_minute,
      end_minute = new.end_minute,
      decided_by_id = CASE WHEN new.is_decision THEN ${tx.actor.userId}::uuid ELSE absences.decided_by_id END,
      decided_at = CASE WHEN new.is_decision THEN ${tx.now} ELSE absences.decided_at END
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS new (id uuid, status absence_status, is_decision boolean,
      start_on date, start_part day_part, end_on date, end_part day_part, start_minute int, end_minute int)
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
        status: { in: ["offered", "accepted", "confirmed", "active"] },
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
