import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { readGrid } from "@/lib/coverage/demand/queries-grid";
import { NotFoundError } from "@/lib/errors";
import { countLiveApplications } from "@/lib/hiring/applications/queries";
import { hiringAudit } from "@/lib/hiring/audit";
import { canDecideRequisition, canHireFor } from "@/lib/hiring/policy";
import type { MoveRefusal } from "@/lib/moves/rules";
import { move } from "@/lib/moves/service";
import { refuseChanged } from "@/lib/moves/service-changes";
import { firstUnknownDuty } from "@/lib/pools/queries-duties";
import { ok, type Result, refuse } from "@/lib/result";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { managerIdsOf, type RequisitionRow, readAsked, readRequisition } from "./queries";
import {
  CHANGEABLE,
  MOVES_WITH_REASON,
  profileOf,
  REQUISITION_MOVES,
  type RequisitionMove,
  type RequisitionStatus,
} from "./rules";
import { evidenceOf } from "./rules-evidence";
import type {
  ChangeRequisitionInput,
  CreateRequisitionInput,
  MoveRequisitionInput,
  RequisitionIdInput,
} from "./schema";

const WEEKS = 12;

/** Asks for people, as a draft; duties and languages come from the executives they are for. An executive of another pool is not found. */
export function createRequisition(
  ctx: Ctx<Manager>,
  { executiveIds, wantedOn, ...input }: CreateRequisitionInput,
): Promise<Result<{ id: string }>> {
  if (!canHireFor(ctx.actor, input)) throw new NotFoundError("pool");
  return inTransaction(ctx, async (tx) => {
    const ids = [...new Set(executiveIds)];
    const asked = await readAsked(tx, input.poolId, ids);
    if (asked.length < ids.length) throw new NotFoundError("executive");
    const { id } = await tx.db.requisition.create({
      data: {
        ...input,
        wantedOn: wantedOn && dayToDate(wantedOn),
        profile: profileOf(asked),
        requestedById: tx.actor.userId,
        createdAt: tx.now,
        executives: { create: ids.map((executiveId) => ({ executiveId })) },
      },
      select: { id: true },
    });
    await audit(tx, auditOfRequisition("asked", await readRequisition(tx, id), null));
    return ok({ id });
  });
}

function auditOfRequisition(
  action: "asked" | "changed" | "moved" | "worked_out",
  { id, poolId, status }: RequisitionRow,
  from: RequisitionStatus | null = status,
  to: RequisitionStatus = status,
) {
  return hiringAudit(`requisition.${action}`, id, { poolId, from, to });
}

/** Changes what is asked for while it is not decided; refuses a lost update and an unknown duty. */
export function changeRequisition(
  ctx: Ctx<Manager>,
  { id, version, wantedOn, duties, languages, ...data }: ChangeRequisitionInput,
): Promise<Result<{ id: string }, MoveRefusal | "unknown_duty">> {
  return inTransaction(ctx, async (tx) => {
    const row = await readRequisition(tx, id);
    if (!CHANGEABLE.includes(row.status))
      return refuse("not_possible_now", { details: { status: row.status } });
    const duty = await firstUnknownDuty(
      tx,
      duties.map(({ dutyId }) => dutyId),
    );
    if (duty !== null) return refuse("unknown_duty", { path: "duties", details: { duty } });
    const { count } = await tx.db.requisition.updateMany({
      where: { id, version },
      data: {
        ...data,
        wantedOn: wantedOn && dayToDate(wantedOn),
        profile: { duties, languages },
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuseChanged(tx, { entityType: "requisition", id }, { version }, row);
    await audit(tx, auditOfRequisition("changed", row));
    return ok({ id });
  });
}

type Moved = { id: string; status: RequisitionStatus };
type MoveRequisitionRefusal = MoveRefusal | "applications_open" | "own_requisition" | "hiring_reason_missing";

/**
 * Submits, decides, holds or ends a requisition. Refuses to decide on one's own where the pool has another manager, and a rejection
 * or cancellation without a reason; nothing ends while somebody waits for an answer.
 */
export function moveRequisition(
  ctx: Ctx<Manager>,
  { id, version, move: chosen, reason }: MoveRequisitionInput,
): Promise<Result<Moved, MoveRequisitionRefusal>> {
  return inTransaction(ctx, (tx) =>
    move<RequisitionStatus, RequisitionMove, RequisitionRow, Moved, MoveRequisitionRefusal>(
      tx,
      REQUISITION_MOVES,
      {
        id,
        version,
        move: chosen,
        read: async () => ok(await readRequisition(tx, id)),
        write: async (row, next) => {
          const managerIds = managerIdsOf(row);
          const decides = chosen === "approve" || chosen === "reject";
          if (decides && !canDecideRequisition(tx.actor, { ...row, managerIds }))
            return refuse("own_requisition");
          if (MOVES_WITH_REASON.includes(chosen) && reason === "")
            return refuse("hiring_reason_missing", { path: "reason" });
          const live = next.status === "filled" || next.status === "cancelled" ? await countLive(tx, id) : 0;
          if (live > 0) return refuse("applications_open", { details: { count: live } });
          await tx.db.requisition.update({
            where: { id },
            data: {
              ...next,
              decisionReason: reason,
              ...(decides && { decidedById: tx.actor.userId }),
              ...(chosen === "approve" && { openedAt: tx.now }),
            },
            select: { id: true },
          });
          return ok({
            value: { id, status: next.status },
            audit: auditOfRequisition("moved", row, row.status, next.status),
          });
        },
      },
    ),
  );
}

async function countLive(tx: Ctx<Manager>, id: string): Promise<number> {
  return (await countLiveApplications(tx, [id])).get(id) ?? 0;
}

/** Works out what was open in the last twelve weeks and will be in the next, and keeps it beside what was worked out before. */
export async function workOutEvidence(
  ctx: Ctx<Manager>,
  { id }: RequisitionIdInput,
): Promise<Result<{ id: string }>> {
  const row = await readRequisition(ctx, id);
  const figures = await readFigures(ctx, row);
  return inTransaction(ctx, async (tx) => {
    await tx.db.requisitionEvidence.create({
      data: { requisitionId: id, at: tx.now, figures },
      select: { id: true },
    });
    await audit(tx, auditOfRequisition("worked_out", row));
    return ok({ id });
  });
}

async function readFigures(ctx: Ctx<Manager>, { poolId, pool, executives }: RequisitionRow) {
  const today = dayIn(pool.timeZone, ctx.now);
  const monday = mondayOf(isoWeekOf(today));
  const [from, to] = [addDays(monday, -7 * WEEKS), addDays(monday, 7 * WEEKS - 1)];
  const grid = await readGrid(ctx, { id: poolId, timeZone: pool.timeZone }, from, to);
  const ids = new Set(executives.map(({ executive }) => executive.id));
  const slots = [...grid.rows]
    .filter(([executiveId]) => ids.size === 0 || ids.has(executiveId))
    .flatMap(([, states]) => states.map((state, i) => ({ on: grid.halfDays[i]?.on as Day, state })));
  return evidenceOf(slots, today);
}
