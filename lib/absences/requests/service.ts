import "server-only";
import { canSeeAbsence, isOwnAbsence, placeToDecide } from "@/lib/absences/deciders/policy";
import { decidersOf, getActingFor } from "@/lib/absences/deciders/queries";
import { requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { absenceNotice } from "@/lib/absences/notices";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import type { Assistant, Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { lockAssistant } from "@/lib/covers/service";
import { releaseCoversWithin } from "@/lib/covers/service-absences";
import { NotFoundError } from "@/lib/errors";

import { notify } from "@/lib/notices/service-notify";
import { ok, type Refusal, type Result, refuse } from "@/lib/result";
import {
  type GapsOpened,
  type LeaveRefusal,
  refusalOfAllowance,
  refusalOfBlackout,
  refusalOfGroup,
} from "./queries-checks";
import { refusingOverlap } from "./queries-overlap";
import type { Decided } from "./rules";
import type { AbsenceStatus } from "./rules-statuses";
import { type LeaveStretchRefusal, leaveStretchOf } from "./rules-stretch";

import type {
  DecideAbsenceInput,
  MoveAbsenceInput,
  RecordAbsenceInput,
  RequestAbsenceInput,
  WithdrawAbsenceInput,
} from "./schema";
import { type Entry, type EntryRefusal, enterAbsence, type NewAbsence, noticeRange } from "./service-create";
import {
  type AbsenceInMove,
  type AbsenceMoveRefusal,
  type AbsenceToDecide,
  type DeciderRefusal,
  moveAbsenceStatus,
  readOwnAbsence,
  readToDecide,
} from "./service-moves";

type NewAbsenceRefusal = EntryRefusal | LeaveStretchRefusal | "unknown_leave_type";

/** Asks for leave of one's own, or reports sickness; refuses what overlaps, what isn't there to take, and blocked days. */
export async function requestAbsence(
  ctx: Ctx<Assistant>,
  input: RequestAbsenceInput,
  gapsOpened: GapsOpened,
): Promise<Result<NewAbsence, NewAbsenceRefusal>> {
  const entry = await readEntry(ctx, { ...input, assistantId: ctx.actor.assistant.id });
  return entry.ok ? writeEntry(ctx, { ...entry.value, by: "owner" }, gapsOpened) : entry;
}

/**
 * Enters an absence for an assistant one decides for; refuses approved leave of one's own, what a request is refused for, and
 * approval of what opens gaps or needs a second decision: that is entered as requested and decided on its card.
 */
export async function recordAbsence(
  ctx: Ctx<Manager>,
  input: RecordAbsenceInput,
  gapsOpened: GapsOpened,
): Promise<Result<NewAbsence, NewAbsenceRefusal | DeciderRefusal>> {
  const person = await requireLeavePerson(ctx, input.assistantId);
  const actingFor = await getActingFor(ctx);
  if (!canSeeAbsence(ctx.actor, person.owner, actingFor)) throw new NotFoundError("assistant");
  const entry = await readEntry(ctx, input);
  if (!entry.ok) return entry;
  const isDecision = input.status === "approved" && entry.value.type.approval !== "reported";
  if (isDecision && isOwnAbsence(ctx.actor, input)) return refuse("own_absence", { path: "status" });
  if (isDecision && !placeToDecide(actingFor, person.owner))
    return refuse("not_the_decider", { path: "status" });
  return writeEntry(ctx, { ...entry.value, by: "decider", status: input.status }, gapsOpened);
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
  gapsOpened: GapsOpened,
): Promise<Result<NewAbsence, EntryRefusal>> {
  return refusingOverlap(ctx, entry.person.id, entry.stretch, () =>
    inTransaction(ctx, (tx) => enterAbsence(tx, entry, gapsOpened)),
  );
}

type DecisionRefusal = AbsenceMoveRefusal | DeciderRefusal;

/**
 * Approves requested leave and frees the assistant of covers inside it. Where a pool decides twice, the first approval is
 * provisional and another person's second one counts. Refuses one's own, blocked days, what is not there to take, and what
 * would have too many of a group away.
 */
export function approveAbsence(
  ctx: Ctx<Manager>,
  input: DecideAbsenceInput,
): Promise<Result<Decided, DecisionRefusal | LeaveRefusal | "decided_first_already">> {
  return inTransaction(ctx, (tx) =>
    moveAbsenceStatus<AbsenceToDecide, DeciderRefusal | LeaveRefusal | "decided_first_already">(tx, input, {
      read: () => readToDecide(tx, input.id),
      move: ({ person, status }) =>
        person.stages === 2 && status === "requested" ? "approve_provisionally" : "approve",
      decide: async (absence, status) => {
        const refusal = await refusalOfApproval(tx, absence);
        if (refusal) return refusal;
        const by = { comment: input.note, deputyForId: absence.deputyForId };
        const data = { decisionNote: input.note, decidedAt: tx.now };
        if (status === "provisionally_approved")
          return ok({
            ...by,
            action: "approved_provisionally",
            data: { ...data, firstDeciderId: tx.actor.userId },
            tell: async () => {
              await notifyOwner(tx, absence, status);
              await notifySecondDeciders(tx, absence);
            },
          });
        return ok({
          ...by,
          action: "approved",
          data: { ...data, decidedById: tx.actor.userId },
          releasedCoverIds: await releaseCoversWithin(tx, absence.assistantId, absence.stretch),
          tell: () => notifyOwner(tx, absence, status),
        });
      },
    }),
  );
}

async function refusalOfApproval(
  tx: Ctx<Manager>,
  absence: AbsenceToDecide,
): Promise<Refusal<LeaveRefusal | "decided_first_already"> | null> {
  if (absence.firstDeciderId === tx.actor.userId) return refuse("decided_first_already");
  await lockAssistant(tx, absence.assistantId);
  const draft = { ...absence, exceptId: absence.id };
  return (
    (await refusalOfBlackout(tx, draft)) ??
    (await refusalOfAllowance(tx, draft)) ??
    (await refusalOfGroup(tx, draft))
  );
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
  input: DecideAbsenceInput,
): Promise<Result<Decided, DecisionRefusal>> {
  return inTransaction(ctx, (tx) =>
    moveAbsenceStatus(tx, input, {
      read: () => readToDecide(tx, input.id),
      move,
      decide: async (absence, status) =>
        ok({
          action: move === "cancel" ? "cancelled" : "declined",
          comment: input.note,
          deputyForId: absence.deputyForId,
          data: { decidedById: tx.actor.userId, decidedAt: tx.now, decisionNote: input.note },
          back: absence.person.name,
          tell: () => notifyOwner(tx, absence, status),
        }),
    }),
  );
}

async function notifyOwner(
  tx: Ctx,
  { id, person, stretch }: AbsenceInMove,
  status: AbsenceStatus,
): Promise<void> {
  const params = { absenceId: id, status, range: noticeRange(stretch) };
  await notify(tx, absenceNotice("absence_decided", [person.userId], params));
}

async function notifySecondDeciders(tx: Ctx, { id, person, stretch }: AbsenceInMove): Promise<void> {
  const params = { absenceId: id, name: person.name, range: noticeRange(stretch) };
  await notify(tx, absenceNotice("absence_requested", await decidersOf(tx, person.owner, "second"), params));
}

/** Takes back leave one has asked for; refuses it once it is decided. */
export function withdrawAbsence(
  ctx: Ctx<Assistant>,
  input: WithdrawAbsenceInput,
): Promise<Result<Decided, AbsenceMoveRefusal>> {
  return inTransaction(ctx, (tx) =>
    moveAbsenceStatus(tx, input, {
      read: async () => ok(await readOwnAbsence(tx, input.id)),
      move: "withdraw",
      decide: async ({ id, person, stretch }) =>
        ok({
          action: "withdrawn",
          tell: async () => {
            const params = { absenceId: id, name: person.name, range: noticeRange(stretch) };
            await notify(tx, absenceNotice("absence_withdrawn", await decidersOf(tx, person.owner), params));
          },
        }),
    }),
  );
}

/** Asks for other days instead of those asked for: the old request is withdrawn and a new one made, both or neither. */
export async function moveAbsence(
  ctx: Ctx<Assistant>,
  { id, version, ...asked }: MoveAbsenceInput,
  gapsOpened: GapsOpened,
): Promise<Result<NewAbsence, AbsenceMoveRefusal | EntryRefusal | LeaveStretchRefusal>> {
  const stretch = leaveStretchOf(asked);
  if (!stretch.ok) return stretch;
  return refusingOverlap(ctx, ctx.actor.assistant.id, stretch.value, () =>
    inTransaction(ctx, async (tx) => {
      const { person, type, note } = await readOwnAbsence(tx, id);
      const withdrawn = await moveAbsenceStatus(
        tx,
        { id, version },
        {
          read: async () => ok(await readOwnAbsence(tx, id)),
          move: "withdraw",
          decide: async () => ok({ action: "moved", tell: async () => undefined }),
        },
      );
      if (!withdrawn.ok) return withdrawn;
      return enterAbsence(tx, { person, type, stretch: stretch.value, note, by: "owner" }, gapsOpened);
    }),
  );
}
