import "server-only";
import type { Assistant } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listComments } from "@/lib/requests/comments/queries";
import { listRequestFiles } from "@/lib/requests/files/queries";
import { requireSupportRequest } from "@/lib/requests/queries";
import { listColleagues } from "@/lib/requests/queries-colleagues";
import { getRating } from "@/lib/requests/ratings/queries";
import { listRequestTypes } from "@/lib/requests/types/queries";

/** All that the sheet of a request shows: what is asked, what was said, and to whom it can be passed on. */
export async function readSheet(ctx: Ctx<Assistant>, id: string) {
  const request = await requireSupportRequest(ctx, id);
  const [comments, types, colleagues, files, rating] = await Promise.all([
    listComments(ctx, { id }),
    listRequestTypes(ctx, { withRetired: true }),
    listColleagues(ctx, request.executiveId),
    listRequestFiles(ctx, { id }),
    getRating(ctx, { id }),
  ]);
  return {
    request,
    comments,
    types,
    files,
    rating,
    type: types.find((type) => type.id === request.typeId),
    isMine: request.assigneeId === ctx.actor.assistant.id,
    colleagues: colleagues
      .filter((one) => one.id !== request.assigneeId)
      .map(({ id: value, name }) => ({ value, label: name })),
  };
}

export type Sheet = Awaited<ReturnType<typeof readSheet>>;
