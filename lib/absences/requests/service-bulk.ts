import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { ok, type Result, refuse } from "@/lib/result";
import type { Stretch } from "@/lib/time/stretch";
import { columnsOfStretch, stretchOfColumns } from "@/lib/time/stretch-columns";
import { addSteps, type StepAction } from "./queries-history";
import type { AbsenceStatus } from "./rules";
import { releaseCoversWithin } from "./service-covers";

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
  move: "cancel" | "withdraw" | "change_days";
  action: StepAction;
  isDecision: boolean;
};

type Locked = AbsenceCorrection & { status: AbsenceStatus; stretch: Stretch };

/**
 * Enters the absences of a file in sets, with their history, and frees of their covers those who are away by them. Answers
 * their ids in order.
 */
export async function enterAbsences(
  tx: Ctx<Manager>,
  drafts: readonly AbsenceDraft[],
): Promise<{ ids: string[] }> {
  await releaseCovers(tx, drafts);
  const made = await tx.db.absence.createManyAndReturn({
    data: drafts.map(({ assistantId, type, stretch, status, isDecision }) => ({
      assistantId,
      leaveTypeId: type,
      ...columnsOfStretch(stretch),
      status,
      ...(isDecision && { decidedById: tx.actor.userId, decidedAt: tx.now }),
      createdAt: tx.now,
    })),
    select: { id: true },
  });
  const ids = made.map(({ id }) => id);
  const steps = drafts.map(({ status, stretch }, place) => ({
    absenceId: ids[place] ?? "",
    action: status === "approved" ? ("recorded" as const) : ("requested" as const),
    status,
    stretch,
  }));
  await addSteps(tx, ...steps);
  return { ids };
}

/**
 * Corrects absences by a file in sets, with their history and audit rows, and frees of their covers those who are away by
 * them. Refuses all of it when one was changed since it was read.
 */
export async function correctAbsences(
  tx: Ctx<Manager>,
  corrections: readonly AbsenceCorrection[],
): Promise<Result<{ count: number }, "changed_meanwhile">> {
  const rows = await tx.db.absence.findMany({ where: { id: { in: corrections.map(({ id }) => id) } } });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const ready: Locked[] = [];
  for (const correction of corrections) {
    const row = rowOf.get(correction.id);
    if (!row || row.version !== correction.version) return refuse("changed_meanwhile");
    const status = statusAfter(row.status, correction.move);
    ready.push({ ...correction, status, stretch: correction.stretch ?? stretchOfColumns(row) });
  }
  await releaseCovers(tx, ready);
  const count = await updateAll(tx, ready);
  if (count !== corrections.length) return refuse("changed_meanwhile");
  await addSteps(
    tx,
    ...ready.map(({ id, action, status, stretch }) => ({ absenceId: id, action, status, stretch })),
  );
  await audit(
    tx,
    ...ready.map(({ id, action, assistantId, status, stretch }) => ({
      action: `absence.${action}`,
      entityType: "absence" as const,
      entityId: id,
      data: { assistantId, ...stretch, status },
    })),
  );
  return ok({ count });
}

function statusAfter(status: AbsenceStatus, move: AbsenceCorrection["move"]): AbsenceStatus {
  if (move === "change_days") return status;
  return move === "cancel" ? "cancelled" : "withdrawn";
}

/** One statement for many rows, at whose end days that change places no longer overlap. */
async function updateAll(tx: Ctx<Manager>, ready: readonly Locked[]): Promise<number> {
  const rows = ready.map(({ id, version, status, stretch, isDecision }) => ({
    id,
    version,
    status,
    is_decision: isDecision,
    start_on: stretch.from,
    start_part: stretch.fromPart,
    end_on: stretch.to,
    end_part: stretch.toPart,
    start_minute: stretch.startMinute,
    end_minute: stretch.endMinute,
  }));
  return tx.db.$executeRaw`
    UPDATE absences SET status = new.status, version = absences.version + 1, start_on = new.start_on,
      start_part = new.start_part, end_on = new.end_on, end_part = new.end_part, start_minute = new.start_minute,
      end_minute = new.end_minute,
      decided_by_id = CASE WHEN new.is_decision THEN ${tx.actor.userId}::uuid ELSE absences.decided_by_id END,
      decided_at = CASE WHEN new.is_decision THEN ${tx.now} ELSE absences.decided_at END
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS new (id uuid, version int, status absence_status,
      is_decision boolean, start_on date, start_part day_part, end_on date, end_part day_part, start_minute int,
      end_minute int)
    WHERE absences.id = new.id AND absences.version = new.version`;
}

/** Only those who hold covers at all are looked at one by one. */
async function releaseCovers(
  tx: Ctx<Manager>,
  absences: readonly { assistantId: string; status: AbsenceStatus; stretch: Stretch }[],
): Promise<void> {
  const away = absences.filter(({ status }) => status === "approved" || status === "cancellation_requested");
  const covering = await tx.db.coverageAssignment.findMany({
    where: {
      assistantId: { in: [...new Set(away.map(({ assistantId }) => assistantId))] },
      status: { in: ["offered", "accepted", "confirmed", "active"] },
    },
    select: { assistantId: true },
    distinct: ["assistantId"],
  });
  const ids = new Set(covering.map(({ assistantId }) => assistantId));
  for (const { assistantId, stretch } of away)
    if (ids.has(assistantId)) await releaseCoversWithin(tx, assistantId, stretch);
}
