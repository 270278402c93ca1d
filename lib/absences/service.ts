import "server-only";
import type { Assistant, Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { notify } from "@/lib/notices/notice";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { isForward } from "@/lib/time/half-day";
import { lockAssistant, releaseCoversFor, releaseCoversWithin } from "./covers";
import { type AbsenceOverlap, refusingOverlap } from "./overlap";
import { canDecideAbsence, isOwnAbsence } from "./policy";
import { rangeOf, stretchColumns } from "./queries";
import { type AbsenceMove, type AbsenceStatus, absenceAfter, startingStatus } from "./rules";
import type {
  DecideAbsenceInput,
  RecordAbsenceInput,
  RequestAbsenceInput,
  WithdrawAbsenceInput,
} from "./schema";

type NewAbsenceRefusal = AbsenceOverlap | "ends_before_start" | "unknown_leave_type";
type NewAbsence = { id: string; status: "requested" | "approved"; releasedCoverIds: string[] };

/** Asks for leave of one's own, or reports sickness; refuses what overlaps another absence. */
export async function requestAbsence(
  ctx: Ctx<Assistant>,
  input: RequestAbsenceInput,
): Promise<Result<NewAbsence, NewAbsenceRefusal>> {
  const { id: assistantId } = ctx.actor.assistant;
  const leaveType = await findLeaveType(ctx, input.type);
  if (!leaveType) return refuse("unknown_leave_type", { path: "type" });
  return enterAbsence(ctx, { ...input, assistantId, status: startingStatus(leaveType, "requested") });
}

/** Enters an absence for an assistant of one's pools; refuses approved leave of one's own and what overlaps. */
export async function recordAbsence(
  ctx: Ctx<Manager>,
  input: RecordAbsenceInput,
): Promise<Result<NewAbsence, NewAbsenceRefusal | "own_absence">> {
  const assistant = await ctx.db.assistant.findUnique({
    where: { id: input.assistantId },
    select: { poolId: true },
  });
  if (!assistant || !canManagePool(ctx.actor, assistant.poolId)) throw new NotFoundError("assistant");
  const leaveType = await findLeaveType(ctx, input.type);
  if (!leaveType) return refuse("unknown_leave_type", { path: "type" });
  const isDecision = input.status === "approved" && !leaveType.isReported;
  if (isDecision && isOwnAbsence(ctx.actor, input)) return refuse("own_absence", { path: "status" });
  return enterAbsence(ctx, { ...input, status: startingStatus(leaveType, input.status) });
}

function findLeaveType(ctx: Ctx, id: string): Promise<{ isReported: boolean } | null> {
  return ctx.db.leaveType.findUnique({ where: { id }, select: { isReported: true } });
}

function enterAbsence(
  ctx: Ctx,
  input: RecordAbsenceInput,
): Promise<Result<NewAbsence, AbsenceOverlap | "ends_before_start">> {
  const { assistantId, type, from, fromPart, to, toPart, status } = input;
  const range = { from, fromPart, to, toPart };
  if (!isForward(range)) return Promise.resolve(refuse("ends_before_start", { path: "to" }));
  return refusingOverlap(ctx, assistantId, range, () =>
    inTransaction(ctx, async (tx) => {
      await lockAssistant(tx, assistantId);
      const isApproved = status === "approved";
      const releasedCoverIds = isApproved ? await releaseCoversWithin(tx, assistantId, range) : [];
      const { id, assistant } = await tx.db.absence.create({
        data: {
          assistantId,
          leaveTypeId: type,
          ...stretchColumns(range),
          status,
          note: input.note,
          ...(isApproved && { decidedById: ctx.actor.userId, decidedAt: ctx.now }),
          createdAt: ctx.now,
        },
        select: { id: true, assistant: { select: { userId: true } } },
      });
      const action = isApproved ? "absence.recorded" : "absence.requested";
      const data = { assistantId, ...range, status, releasedCoverIds };
      await audit(tx, { action, entityType: "absence", entityId: id, data });
      if (isApproved) {
        const params = { absenceId: id, status, range };
        await notify(tx, [assistant.userId], { kind: "absence_decided", params });
      }
      return ok({ id, status, releasedCoverIds });
    }),
  );
}

type MoveRefusal = "not_possible_now" | "changed_meanwhile";
type Decided = { id: string; releasedCoverIds: string[] };
export type ApproveAbsenceRefusal = MoveRefusal | "own_absence";

/** Approves requested leave and frees the assistant of covers inside it; refuses one's own, and what is not requested. */
export function approveAbsence(
  ctx: Ctx<Manager>,
  input: DecideAbsenceInput,
): Promise<Result<Decided, ApproveAbsenceRefusal>> {
  return decideAbsence(ctx, "approve", input);
}

/** Declines requested leave, with a comment that reaches the assistant; refuses one's own, and what is not requested. */
export function declineAbsence(
  ctx: Ctx<Manager>,
  input: DecideAbsenceInput,
): Promise<Result<Decided, MoveRefusal | "own_absence">> {
  return decideAbsence(ctx, "decline", input);
}

/** Cancels an approved absence and frees whoever covers for it; refuses one's own, and what is not approved. */
export function cancelAbsence(
  ctx: Ctx<Manager>,
  input: DecideAbsenceInput,
): Promise<Result<Decided, MoveRefusal | "own_absence">> {
  return decideAbsence(ctx, "cancel", input);
}

function decideAbsence(
  ctx: Ctx<Manager>,
  move: "approve" | "decline" | "cancel",
  { id, version, note }: DecideAbsenceInput,
): Promise<Result<Decided, MoveRefusal | "own_absence">> {
  return inTransaction(ctx, async (tx) => {
    const absence = await lockAbsence(tx, id);
    if (!absence || !canManagePool(ctx.actor, absence.poolId)) throw new NotFoundError("absence");
    if (!canDecideAbsence(ctx.actor, absence)) return refuse("own_absence");
    return moveAbsence(tx, absence, move, version, {
      decidedById: ctx.actor.userId,
      decidedAt: ctx.now,
      decisionNote: note,
    });
  });
}

/** Takes back leave one has asked for; refuses it once it is decided. */
export function withdrawAbsence(
  ctx: Ctx<Assistant>,
  { id, version }: WithdrawAbsenceInput,
): Promise<Result<Decided, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const absence = await lockAbsence(tx, id);
    if (!absence || !isOwnAbsence(ctx.actor, absence)) throw new NotFoundError("absence");
    return moveAbsence(tx, absence, "withdraw", version, {});
  });
}

async function lockAbsence(tx: Ctx, id: string) {
  await tx.db.$queryRaw`SELECT id FROM absences WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.db.absence.findUnique({
    where: { id },
    include: { assistant: { select: { poolId: true, userId: true } } },
  });
  return row && { ...row, poolId: row.assistant.poolId };
}

type LockedAbsence = NonNullable<Awaited<ReturnType<typeof lockAbsence>>>;
type Decision = { decidedById?: string; decidedAt?: Date; decisionNote?: string };

async function moveAbsence(
  tx: Ctx,
  absence: LockedAbsence,
  move: AbsenceMove,
  version: number | undefined,
  decision: Decision,
): Promise<Result<Decided, MoveRefusal>> {
  const { id, assistantId } = absence;
  const status = absenceAfter(absence.status, move);
  if (!status) return refuse("not_possible_now", { details: { status: absence.status } });
  if (version !== undefined && version !== absence.version) return refuse("changed_meanwhile");
  const range = rangeOf(absence);
  const releasedCoverIds = await releaseCovers(tx, absence, status);
  await tx.db.absence.update({
    where: { id },
    data: { status, ...decision, version: { increment: 1 } },
    select: { id: true },
  });
  await audit(tx, {
    action: `absence.${status}`,
    entityType: "absence",
    entityId: id,
    data: { assistantId, ...range, releasedCoverIds },
  });
  await notify(tx, [absence.assistant.userId], {
    kind: "absence_decided",
    params: { absenceId: id, status, range },
  });
  return ok({ id, releasedCoverIds });
}

async function releaseCovers(tx: Ctx, absence: LockedAbsence, status: AbsenceStatus): Promise<string[]> {
  if (status === "cancelled") return releaseCoversFor(tx, absence.id);
  if (status !== "approved") return [];
  await lockAssistant(tx, absence.assistantId);
  return releaseCoversWithin(tx, absence.assistantId, rangeOf(absence));
}
