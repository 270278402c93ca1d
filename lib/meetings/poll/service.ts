import "server-only";
import { audit } from "@/lib/audit";
import { inTransaction, type PublicCtx } from "@/lib/context";
import { lockRow } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import { meetingAudit } from "../audit";
import { meetingNotice } from "../notices";
import { personOfToken } from "./queries";
import type { VoteInput } from "./schema";

/**
 * Answers to the times of a meeting with the link of one's own, from any device and as often as one changes one's mind while it is asked.
 * Answers to times that are no longer asked about are left out. Who arranges it is told the first time.
 */
export function voteOnMeeting(
  ctx: PublicCtx,
  { token, answers, note }: VoteInput,
): Promise<Result<{ count: number }, "meeting_poll_over" | "not_found">> {
  return inTransaction({ ...ctx, actor: null }, async (tx) => {
    const personId = personOfToken(token);
    const person =
      personId &&
      (await tx.db.meetingPerson.findUnique({
        where: { id: personId, removedAt: null },
        select: { meetingId: true },
      }));
    if (!person) return refuse("not_found");
    const { meetingId } = person;
    await lockRow(tx, "office_meetings", meetingId);
    const meeting = await tx.db.officeMeeting.findUniqueOrThrow({
      where: { id: meetingId },
      select: {
        ...{ status: true, sequence: true, requestId: true, createdById: true },
        options: { select: { id: true } },
        request: {
          select: { executiveId: true, executive: { select: { user: { select: { name: true } } } } },
        },
      },
    });
    if (meeting.status !== "polling") return refuse("meeting_poll_over");
    const { answeredAt } = await tx.db.meetingPerson.findUniqueOrThrow({
      where: { id: personId },
      select: { answeredAt: true },
    });
    const given = meeting.options.flatMap(({ id: optionId }) => {
      const answer = answers[optionId];
      return answer ? [{ optionId, personId, answer }] : [];
    });
    await tx.db.meetingVote.deleteMany({ where: { personId } });
    await tx.db.meetingVote.createMany({ data: given });
    await tx.db.meetingPerson.update({ where: { id: personId }, data: { note, answeredAt: tx.now } });
    const { status: to, sequence, requestId, request } = meeting;
    const { executiveId } = request;
    await audit(tx, meetingAudit("meeting.answered", meetingId, { requestId, executiveId, to, sequence }));
    const facts = { meetingId, executive: request.executive.user.name };
    if (!answeredAt) await notify(tx, meetingNotice("meeting_answered", [meeting.createdById], facts));
    return ok({ count: given.length });
  });
}
