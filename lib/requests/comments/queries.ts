import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { canReadWords, isOwnRequest } from "../policy";
import { requireRequestRow } from "../queries";
import type { CommentView } from "./schema";

const MOST_COMMENTS = 200;

/** What was said about a request, the first word first. The executive reads no internal ones, nobody else those of a confidential request. */
export async function listComments(ctx: Ctx<Person>, { id }: { id: string }): Promise<CommentView[]> {
  const request = await requireRequestRow(ctx, id);
  if (!canReadWords(ctx.actor, request)) return [];
  const rows = await ctx.db.requestComment.findMany({
    where: { requestId: id, ...(isOwnRequest(ctx.actor, request) && { isInternal: false }) },
    select: {
      id: true,
      text: true,
      isInternal: true,
      createdAt: true,
      author: { select: { id: true, name: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_COMMENTS,
  });
  return rows.reverse().map(({ author, isInternal, createdAt, ...row }) => ({
    ...row,
    authorName: author.name,
    isExecutive: author.id === request.executive.userId,
    internal: isInternal,
    createdAt: createdAt.toISOString(),
  }));
}
