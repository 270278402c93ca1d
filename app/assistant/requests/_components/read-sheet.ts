import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listMeetingsOfRequest } from "@/lib/meetings/queries";
import { listComments } from "@/lib/requests/comments/queries";
import { listRequestFiles } from "@/lib/requests/files/queries";
import { listRequestMails } from "@/lib/requests/inbound/queries";
import { listMergeable } from "@/lib/requests/merging/queries";
import { requireSupportRequest } from "@/lib/requests/queries";
import { listColleagues, listReaders } from "@/lib/requests/queries-colleagues";
import { getRating } from "@/lib/requests/ratings/queries";
import { listSavedReplies } from "@/lib/requests/replies/queries";
import { filledReply } from "@/lib/requests/replies/rules";
import { listRequestTypes } from "@/lib/requests/types/queries";

const MEETING_TYPE = "meeting";

/** Where the meeting of a request is planned or, once it is begun, found; null for what is no meeting. */
async function readMeeting(ctx: Ctx<Assistant>, { id, typeId }: { id: string; typeId: string | null }) {
  if (typeId !== MEETING_TYPE) return null;
  const begun = (await listMeetingsOfRequest(ctx, { requestId: id })).find(
    ({ status }) => status !== "cancelled",
  );
  const href = begun ? `/assistant/meetings/${begun.id}` : `/assistant/meetings/new?request=${id}`;
  return { href, isBegun: begun !== undefined };
}

/** All that the sheet of a request shows: what is asked, what was said, and to whom it can be passed on. */
export async function readSheet(ctx: Ctx<Assistant>, id: string) {
  const request = await requireSupportRequest(ctx, id);
  const [comments, types, colleagues, readers, files, rating, meeting, mails, others, saved] =
    await Promise.all([
      listComments(ctx, { id }),
      listRequestTypes(ctx, { withRetired: true }),
      listColleagues(ctx, request.executiveId),
      request.confidential ? [] : listReaders(ctx, request.executiveId),
      listRequestFiles(ctx, { id }),
      getRating(ctx, { id }),
      readMeeting(ctx, request),
      listRequestMails(ctx, { id }),
      listMergeable(ctx, request),
      listSavedReplies(ctx),
    ]);
  return {
    request,
    comments,
    types,
    files,
    rating,
    meeting,
    mails,
    others: others.map(({ id: value, summary: label }) => ({ value, label })),
    type: types.find((type) => type.id === request.typeId),
    replies: saved.map(({ id: replyId, title, text }) => ({
      ...{ id: replyId, title },
      text: filledReply(text, {
        executive: request.executiveName.split(" ")[0] ?? "",
        assistant: ctx.actor.name,
        request: request.summary,
      }),
    })),
    isMine: request.assigneeId === ctx.actor.assistant.id,
    mentionable: readers.filter(({ id }) => id !== ctx.actor.assistant.id).map(({ name }) => name),
    colleagues: colleagues
      .filter((one) => one.id !== request.assigneeId)
      .map(({ id: value, name }) => ({ value, label: name })),
  };
}

export type Sheet = Awaited<ReturnType<typeof readSheet>>;
