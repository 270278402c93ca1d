import "server-only";
import type { Assistant } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { mentoringNotice } from "@/lib/mentoring/notices";
import { auditOf, requireOwnPair } from "@/lib/mentoring/pairs/service";
import { lockRow } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { CloseMeetingInput, PlanMeetingInput } from "./schema";

/** Plans when the two meet and tells the other; a second press answers with the first. Refuses a day that is past. */
export function planMeeting(
  ctx: Ctx<Assistant>,
  { id: mentorshipId, on, startMinute, endMinute }: PlanMeetingInput,
): Promise<Result<{ id: string }, "not_possible_now" | "ends_before_start" | "due_before_today">> {
  return inTransaction(ctx, async (tx) => {
    await lockRow(tx, "mentorships", mentorshipId);
    const pair = await requireOwnPair(tx, mentorshipId);
    if (pair.status !== "active") return refuse("not_possible_now", { details: { status: pair.status } });
    if (endMinute <= startMinute) return refuse("ends_before_start", { path: "endMinute" });
    const { timeZone } = await tx.db.pool.findUniqueOrThrow({
      where: { id: pair.mentee.poolId },
      select: { timeZone: true },
    });
    if (on < dayIn(timeZone, tx.now)) return refuse("due_before_today", { path: "on" });
    const key = { mentorshipId, on: dayToDate(on), startMinute };
    const { id } = await tx.db.mentoringMeeting.upsert({
      where: { mentorshipId_on_startMinute: key },
      create: { ...key, endMinute },
      update: { endMinute, status: "planned" },
      select: { id: true },
    });
    await audit(tx, auditOf("meeting_planned", pair));
    const range = {
      from: on,
      fromPart: "am",
      to: on,
      toPart: "pm",
      window: { startMinute, endMinute },
    } as const;
    const told = tx.actor.assistant.id === pair.mentorId ? pair.mentee : pair.mentor;
    await notify(
      tx,
      mentoringNotice("mentoring_meeting", [told.userId], { mentorshipId, name: tx.actor.name, range }),
    );
    return ok({ id });
  });
}

/** Says that a meeting was held, or is not to be. */
export function closeMeeting(
  ctx: Ctx<Assistant>,
  { id, meetingId, status }: CloseMeetingInput,
): Promise<Result<{ id: string }>> {
  return inTransaction(ctx, async (tx) => {
    const pair = await requireOwnPair(tx, id);
    const { count } = await tx.db.mentoringMeeting.updateMany({
      where: { id: meetingId, mentorshipId: id },
      data: { status },
    });
    if (count === 0) throw new NotFoundError("meeting");
    await audit(tx, auditOf(status === "held" ? "meeting_held" : "meeting_cancelled", pair));
    return ok({ id: meetingId });
  });
}
