import "server-only";
import { audit } from "@/lib/audit";
import { inTransaction, type SystemCtx } from "@/lib/context";
import { lockRow } from "@/lib/moves/service";
import { notify } from "@/lib/notices/service-notify";
import { meetingAudit } from "../audit";
import { meetingNotice } from "../notices";
import { isNewReply, readCalendarReply } from "./rules";

/** A calendar file that came by mail, and the address the mail is from. */
export type ReplyByMail = { text: string; from: string };

/** What became of it: kept, older than what is known, of somebody who does not take part, about no meeting that stands, or no reply. */
export type ReplyOutcome = "recorded" | "older" | "stranger" | "no_meeting" | "no_reply";

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
      select: {
        ...{ id: true, status: true, sequence: true, askedAt: true, requestId: true, createdById: true },
        people: { where: { email: said.email, removedAt: null } },
        request: {
          select: {
            executiveId: true,
            executive: { select: { user: { select: { name: true } } } },
            assignee: { select: { userId: true } },
          },
        },
      },
    });
    const { id, status, sequence, requestId, request, createdById } = meeting;
    if (status !== "confirmed") return "no_meeting";
    const [person] = meeting.people;
    if (!person || from.trim().toLowerCase() !== said.email) return "stranger";
    if (said.sequence > sequence || !isNewReply(said, meeting, person)) return "older";
    await tx.db.meetingPerson.update({
      where: { id: person.id },
      data: { reply: said.reply, replySequence: said.sequence, repliedAt: said.saidAt },
      select: { id: true },
    });
    const facts = { requestId, executiveId: request.executiveId, to: said.reply, sequence };
    await audit(tx, meetingAudit("meeting.answered", id, facts));
    const told = request.assignee?.userId ?? createdById;
    const params = { meetingId: id, executive: request.executive.user.name, reply: said.reply };
    await notify(tx, meetingNotice("meeting_replied", [told], params));
    return "recorded";
  });
}
