import "server-only";
import type { Assistant } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { notify } from "@/lib/notices/service-notify";
import type { VisibleRequest } from "@/lib/requests/queries";
import { ok, type Result } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { meetingAudit } from "../audit";
import { meetingNotice } from "../notices";
import { requireArrangedRequest } from "../service";
import { listArrangementOwners } from "./queries";
import type { AddMeetingArrangementInput, RemoveArrangementInput, TickArrangementInput } from "./schema";

type Arranged = { id: string; requestId: string; sequence: number; request: VisibleRequest };

/** Adds something to be arranged for a meeting, and tells who sees to it where that is another person. */
export function addMeetingArrangement(
  ctx: Ctx<Assistant>,
  { id: meetingId, what, ownerId = ctx.actor.userId, dueOn, hangsOnTime }: AddMeetingArrangementInput,
): Promise<Result<{ id: string }, never>> {
  return inTransaction(ctx, async (tx) => {
    const meeting = await requireMeeting(tx, meetingId);
    const owners = await listArrangementOwners(tx, meeting.request);
    if (!owners.some(({ userId }) => userId === ownerId)) throw new NotFoundError("assistant");
    const { id } = await tx.db.meetingArrangement.create({
      data: { meetingId, what, ownerId, dueOn: dayToDate(dueOn), hangsOnTime },
      select: { id: true },
    });
    await keepTrace(tx, meeting, "added");
    const facts = { meetingId, executive: meeting.request.executive.user.name };
    if (ownerId !== tx.actor.userId)
      await notify(tx, meetingNotice("meeting_arrangement_given", [ownerId], facts));
    return ok({ id });
  });
}

/** Ticks something off as done, or takes the tick back. */
export function tickArrangement(
  ctx: Ctx<Assistant>,
  { id: meetingId, arrangementId, done }: TickArrangementInput,
): Promise<Result<{ id: string }, never>> {
  return inTransaction(ctx, async (tx) => {
    const meeting = await requireMeeting(tx, meetingId);
    const { count } = await tx.db.meetingArrangement.updateMany({
      where: { id: arrangementId, meetingId },
      data: done ? { doneAt: tx.now, doneById: tx.actor.userId } : { doneAt: null, doneById: null },
    });
    if (count === 0) throw new NotFoundError("arrangement");
    await keepTrace(tx, meeting, done ? "done" : "reopened");
    return ok({ id: arrangementId });
  });
}

/** Takes something off the list. */
export function removeArrangement(
  ctx: Ctx<Assistant>,
  { id: meetingId, arrangementId }: RemoveArrangementInput,
): Promise<Result<{ id: string }, never>> {
  return inTransaction(ctx, async (tx) => {
    const meeting = await requireMeeting(tx, meetingId);
    const { count } = await tx.db.meetingArrangement.deleteMany({ where: { id: arrangementId, meetingId } });
    if (count === 0) throw new NotFoundError("arrangement");
    await keepTrace(tx, meeting, "removed");
    return ok({ id: arrangementId });
  });
}

async function requireMeeting(tx: Ctx<Assistant>, id: string): Promise<Arranged> {
  const meeting = await tx.db.officeMeeting.findUnique({
    where: { id },
    select: { id: true, requestId: true, sequence: true },
  });
  if (!meeting) throw new NotFoundError("meeting");
  return { ...meeting, request: await requireArrangedRequest(tx, meeting.requestId) };
}

async function keepTrace(
  tx: Ctx<Assistant>,
  { id, requestId, sequence, request: { executiveId } }: Arranged,
  to: "added" | "done" | "reopened" | "removed",
): Promise<void> {
  await audit(tx, meetingAudit("meeting.arrangement_changed", id, { requestId, executiveId, to, sequence }));
}
