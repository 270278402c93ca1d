import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listMerged } from "../merging/queries";
import { canReadWords, isOwnRequest } from "../policy";
import { requireRequestRow } from "../queries";
import type { CommentView } from "./schema";

const MOST_COMMENTS = 200;

/** What was said about a request and those merged into it, the first word first. The executive reads no internal ones, nobody else those of a confidential request. */
export async function listComments(ctx: Ctx<Person>, { id }: { id: string }): Promise<CommentView[]> {
  const request = await requireRequestRow(ctx, id);
  if (!canReadWords(ctx.actor, request)) return [];
  const merged = await listMerged(ctx, id);
  const rows = await ctx.db.requestComment.findMany({
    where: {
      requestId: { in: [id, ...merged.map((one) => one.id)] },
      ...(isOwnRequest(ctx.actor, request) && { isInternal: false }),
    },
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
  const said = rows.reverse().map(({ author, isInternal, createdAt, ...row }) => ({
    ...row,
    authorName: author.name,
    isExecutive: author.id === request.executive.userId,
    internal: isInternal,
    createdAt: createdAt.toISOString(),
  }));
  const asked = merged.map(({ createdBy, createdAt, summary, details, ...one }) => ({
    id: one.id,
    text: [summary, details].filter(Boolean).join("\n\n"),
    authorName: createdBy.name,
    isExecutive: createdBy.id === request.executive.userId,
    internal: false,
    createdAt: createdAt.toISOString(),
  }));
  return [...said, ...asked].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}
