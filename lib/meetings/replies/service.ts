import "server-only";
import type { Executive } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction, type PublicCtx, type SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { lockRow } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result, refuse } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client/client";
import { meetingAudit } from "../audit";
import { meetingNotice } from "../notices";
import type { MeetingReply } from "../rules-choices";
import { isNewReply, readCalendarReply } from "./rules";
import type { AnswerInvitationInput } from "./schema";

/** A calendar file that came by mail, and the address the mail is from. */
export type ReplyByMail = { text: string; from: string };

/** What became of it: kept, older than what is known, of somebody who does not take part, about no meeting that stands, or no reply. */
export type ReplyOutcome = "recorded" | "older" | "stranger" | "no_meeting" | "no_reply";

const ANSWERED = {
  ...{ id: true, status: true, sequence: true, requestId: true, createdById: true },
  request: {
    select: {
      executiveId: true,
      executive: { select: { user: { select: { name: true } } } },
      assignee: { select: { userId: true } },
    },
  },
} as const;

/**
 * Keeps what the calendar of one who takes part answers to an invitation, and tells who arranges the meeting. It counts only from the
 * address that was invited: a mail from another one, or for somebody else, changes nothing, and neither does an answer to an earlier time.
 */
export function recordReply(ctx: SystemCtx, { text, from }: ReplyByMail): Promise<ReplyOutcome> {
  return inTransaction(ctx, async (tx): Promise<ReplyOutcome> => {
    const said = readCalendarReply(text);
    if (!said) return "no_reply";
    const known = await tx.db.officeMeeting.findUnique({ where: { uid: said.uid }, select: { id: true } });
    if (!known) return "no_meeting";
    await lockRow(tx, "office_meetings", known.id);
    const meeting = await tx.db.officeMeeting.findUniqueOrThrow({
      where: { id: known.id },
      select: { ...ANSWERED, askedAt: true, people: { where: { email: said.email, removedAt: null } } },
    });
    const { status, sequence } = meeting;
    if (status !== "confirmed") return "no_meeting";
    const [person] = meeting.people;
    if (!person || from.trim().toLowerCase() !== said.email) return "stranger";
    if (said.sequence > sequence || !isNewReply(said, meeting, person)) return "older";
    await keepReply(tx, meeting, person.id, said);
    return "recorded";
  });
}

/** Keeps what an executive answers to a settled meeting they take part in; refuses one that is not settled, or is called off. */
export function answerInvitation(
  ctx: Ctx<Executive>,
  { id, reply }: AnswerInvitationInput,
): Promise<Result<AnswerInvitationInput, "meeting_not_settled">> {
  return inTransaction(ctx, async (tx) => {
    await lockRow(tx, "office_meetings", id);
    const where = { userId: tx.actor.userId, removedAt: null };
    const meeting = await tx.db.officeMeeting.findUnique({
      where: { id },
      select: { ...ANSWERED, people: { where, select: { id: true, reply: true } } },
    });
    const [person] = meeting?.people ?? [];
    if (!meeting || !person) throw new NotFoundError("meeting");
    if (meeting.status !== "confirmed") return refuse("meeting_not_settled");
    if (person.reply !== reply)
      await keepReply(tx, meeting, person.id, { reply, sequence: meeting.sequence, saidAt: tx.now });
    return ok({ id, reply });
  });
}

type Answered = Omit<Prisma.OfficeMeetingGetPayload<{ select: typeof ANSWERED }>, "status">;

async function keepReply(
  tx: PublicCtx & { actor: Executive | null },
  { id, sequence, requestId, request, createdById }: Answered,
  personId: string,
  said: { reply: MeetingReply; sequence: number; saidAt: Date },
): Promise<void> {
  await tx.db.meetingPerson.update({
    where: { id: personId },
    data: { reply: said.reply, replySequence: said.sequence, repliedAt: said.saidAt },
    select: { id: true },
  });
  const facts = { requestId, executiveId: request.executiveId, to: said.reply, sequence };
  await audit(tx, meetingAudit("meeting.answered", id, facts));
  const told = request.assignee?.userId ?? createdById;
  const params = { meetingId: id, executive: request.executive.user.name, reply: said.reply };
  await notify(tx, meetingNotice("meeting_replied", [told], params));
}
