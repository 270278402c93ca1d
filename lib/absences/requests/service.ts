import "server-only";
import { canSeeAbsence, isOwnAbsence, placeToDecide } from "@/lib/absences/deciders/policy";
import { decidersOf, standingOf } from "@/lib/absences/deciders/queries";
import { requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { type LeaveStretchRefusal, leaveStretchOf } from "@/lib/absences/requests/rules-stretch";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import type { Assistant, Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { refusalOfAllowance, refusalOfBlackout, refusalOfGroup, type WishRefusal } from "./queries-checks";
import { refusingOverlap } from "./queries-overlap";
import type { Decided } from "./rules";
import type {
  DecideAbsenceInput,
  MoveAbsenceInput,
  RecordAbsenceInput,
  RequestAbsenceInput,
  WithdrawAbsenceInput,
} from "./schema";
import { lockAssistant, releaseCoversFor, releaseCoversWithin } from "./service-covers";
import { type Entry, type EntryRefusal, enterAbsence, type NewAbsence, noticeRange } from "./service-create";
import {
  changeAbsence,
  type DeciderRefusal,
  type LockedAbsence,
  lockAbsence,
  lockToDecide,
  type MoveRefusal,
  refusalOfMove,
} from "./service-moves";

type NewAbsenceRefusal = EntryRefusal | LeaveStretchRefusal | "unknown_leave_type";

/** Asks for leave of one's own, or reports sickness; refuses what overlaps, what isn't there to take, and blocked days. */
export async function requestAbsence(
  ctx: Ctx<Assistant>,
  input: RequestAbsenceInput,
): Promise<Result<NewAbsence, NewAbsenceRefusal>> {
  const entry = await readEntry(ctx, { ...input, assistantId: ctx.actor.assistant.id });
  return entry.ok ? writeEntry(ctx, { ...entry.value, by: "owner" }) : entry;
}

/** Enters an absence for an assistant one decides for; refuses approved leave of one's own, and what a request is refused for. */
export async function recordAbsence(
  ctx: Ctx<Manager>,
  input: RecordAbsenceInput,
): Promise<Result<NewAbsence, NewAbsenceRefusal | DeciderRefusal>> {
  const person = await requireLeavePerson(ctx, input.assistantId);
  const standing = await standingOf(ctx);
  if (!canSeeAbsence(ctx.actor, person.owner, standing)) throw new NotFoundError("assistant");
  const entry = await readEntry(ctx, input);
  if (!entry.ok) return entry;
  const isDecision = input.status === "approved" && entry.value.type.approval !== "reported";
  if (isDecision && isOwnAbsence(ctx.actor, input)) return refuse("own_absence", { path: "status" });
  if (isDecision && !placeToDecide(standing, person.owner))
    return refuse("not_the_decider", { path: "status" });
  return writeEntry(ctx, { ...entry.value, by: "decider", status: input.status });
}

async function readEntry(ctx: Ctx, input: RequestAbsenceInput & { assistantId: string }) {
  const type = (await listLeaveTypes(ctx)).find((one) => one.id === input.type);
  if (!type) return refuse("unknown_leave_type", { path: "type" });
  const stretch = leaveStretchOf(input);
  if (!stretch.ok) return stretch;
  const person = await requireLeavePerson(ctx, input.assistantId);
  return ok({ person, type, stretch: stretch.value, note: input.note });
}

/** Writes an entry; what the database itself refuses is told like what the verb refuses. */
export function writeEntry(
  ctx: Ctx<Assistant | Manager>,
  entry: Entry,
): Promise<Result<NewAbsence, EntryRefusal>> {
  return refusingOverlap(ctx, entry.person.id, entry.stretch, () =>
    inTransaction(ctx, (tx) => enterAbsence(tx, entry)),
  );
}

type DecisionRefusal = MoveRefusal | DeciderRefusal;

/**
 * Approves requested leave and frees the assistant of covers inside it. Where a pool decides twice, the first approval is
 * provisional and another person's second one counts. Refuses one's own, blocked days, what is not there to take, and what
 * would have too many of a group away.
 */
export function approveAbsence(
  ctx: Ctx<Manager>,
  { id, version, note }: DecideAbsenceInput,
): Promise<Result<Decided, DecisionRefusal | WishRefusal | "decided_first_already">> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockToDecide(tx, id);
    if (!locked.ok) return locked;
    const { absence, deputyForId } = locked.value;
    const isFirst = absence.person.stages === 2 && absence.status === "requested";
    const refusal = refusalOfMove(absence, isFirst ? "approve_provisionally" : "approve", version);
    if (refusal) return refusal;
    if (absence.firstDeciderId === tx.actor.userId) return refuse("decided_first_already");
    await lockAssistant(tx, absence.assistantId);
    const wish = { ...absence, exceptId: id };
    const blocked =
      (await refusalOfBlackout(tx, wish)) ??
      (await refusalOfAllowance(tx, wish)) ??
      (await refusalOfGroup(tx, wish));
    if (blocked) return blocked;
    const by = { comment: note, deputyForId };
    const decision = { decisionNote: note, decidedAt: tx.now };
    if (isFirst) {
      const status = "provisionally_approved";
      const data = { ...decision, firstDeciderId: tx.actor.userId };
      await changeAbsence(tx, absence, { ...by, status, action: "approved_provisionally", data });
      await tellOwner(tx, absence, status);
      const params = { absenceId: id, name: absence.person.name, range: noticeRange(absence.stretch) };
      const others = await decidersOf(tx, absence.person.owner, "second");
      await notify(tx, others, { kind: "absence_requested", params });
      return ok({ id, status, releasedCoverIds: [] });
    }
    const releasedCoverIds = await releaseCoversWithin(tx, absence.assistantId, absence.stretch);
    const data = { ...decision, decidedById: tx.actor.userId };
    await changeAbsence(tx, absence, {
      ...by,
      status: "approved",
      action: "approved",
      data,
      releasedCoverIds,
    });
    await tellOwner(tx, absence, "approved");
    return ok({ id, status: "approved", releasedCoverIds });
  });
}

/** Declines requested leave, with a comment that reaches the assistant; refuses one's own, and what is not requested. */
export function declineAbsence(
  ctx: Ctx<Manager>,
  input: DecideAbsenceInput,
): Promise<Result<Decided, DecisionRefusal>> {
  return endByDecision(ctx, "decline", input);
}

/** Cancels an approved absence and frees whoever covers for it; refuses one's own, and what is not approved. */
export function cancelAbsence(
  ctx: Ctx<Manager>,
  input: DecideAbsenceInput,
): Promise<Result<Decided, DecisionRefusal>> {
  return endByDecision(ctx, "cancel", input);
}

function endByDecision(
  ctx: Ctx<Manager>,
  move: "decline" | "cancel",
  { id, version, note }: DecideAbsenceInput,
): Promise<Result<Decided, DecisionRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const locked = await lockToDecide(tx, id);
    if (!locked.ok) return locked;
    const { absence, deputyForId } = locked.value;
    const refusal = refusalOfMove(absence, move, version);
    if (refusal) return refusal;
    const status = move === "cancel" ? "cancelled" : "declined";
    const releasedCoverIds = move === "cancel" ? await releaseCoversFor(tx, id) : [];
    const data = { decidedById: tx.actor.userId, decidedAt: tx.now, decisionNote: note };
    const change = { status, action: status, comment: note, deputyForId, data, releasedCoverIds } as const;
    await changeAbsence(tx, absence, change);
    await tellOwner(tx, absence, status);
    return ok({ id, status, releasedCoverIds });
  });
}

async function tellOwner(tx: Ctx, { id, person, stretch }: LockedAbsence, status: string): Promise<void> {
  const params = { absenceId: id, status, range: noticeRange(stretch) };
  await notify(tx, [person.userId], { kind: "absence_decided", params });
}

/** Takes back leave one has asked for; refuses it once it is decided. */
export function withdrawAbsence(
  ctx: Ctx<Assistant>,
  { id, version }: WithdrawAbsenceInput,
): Promise<Result<Decided, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const absence = await lockOwnAbsence(tx, id);
    const refusal = refusalOfMove(absence, "withdraw", version);
    if (refusal) return refusal;
    await changeAbsence(tx, absence, { status: "withdrawn", action: "withdrawn" });
    const params = { absenceId: id, name: absence.person.name, range: noticeRange(absence.stretch) };
    await notify(tx, await decidersOf(tx, absence.person.owner), { kind: "absence_withdrawn", params });
    return ok({ id, status: "withdrawn", releasedCoverIds: [] });
  });
}

/** Locks an absence of one's own; anybody else's is not found. */
export async function lockOwnAbsence(tx: Ctx<Assistant>, id: string): Promise<LockedAbsence> {
  const absence = await lockAbsence(tx, id);
  if (!isOwnAbsence(tx.actor, absence)) throw new NotFoundError("absence");
  return absence;
}

/** Asks for other days instead of those asked for: the old request is withdrawn and a new one made, both or neither. */
export async function moveAbsence(
  ctx: Ctx<Assistant>,
  { id, version, ...asked }: MoveAbsenceInput,
): Promise<Result<NewAbsence, MoveRefusal | EntryRefusal | LeaveStretchRefusal>> {
  const stretch = leaveStretchOf(asked);
  if (!stretch.ok) return stretch;
  const { id: assistantId } = ctx.actor.assistant;
  return refusingOverlap(ctx, assistantId, stretch.value, () =>
    inTransaction(ctx, async (tx) => {
      const absence = await lockOwnAbsence(tx, id);
      const refusal = refusalOfMove(absence, "withdraw", version);
      if (refusal) return refusal;
      const { note } = await tx.db.absence.findUniqueOrThrow({ where: { id }, select: { note: true } });
      await changeAbsence(tx, absence, { status: "withdrawn", action: "moved" });
      const { person, type } = absence;
      return enterAbsence(tx, { person, type, stretch: stretch.value, note, by: "owner" });
    }),
  );
}
