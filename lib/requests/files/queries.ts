import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { requireFileBytes, type ServedFile } from "@/lib/files/queries";
import { listMerged } from "../merging/queries";
import { canReadWords, isOwnRequest } from "../policy";
import { requireRequestRow, type VisibleRequest } from "../queries";
import type { RequestFileView } from "./schema";

/** The files of a request and of those merged into it, for those who may read its words; the executive gets none that is internal. */
export async function listRequestFiles(ctx: Ctx<Person>, { id }: { id: string }): Promise<RequestFileView[]> {
  const request = await requireRequestRow(ctx, id);
  if (!canReadWords(ctx.actor, request)) return [];
  const merged = (await listMerged(ctx, id)).map((one) => one.id);
  const rows = await ctx.db.requestFile.findMany({
    where: { requestId: { in: [id, ...merged] }, ...sharedFor(ctx, request) },
    select: {
      requestId: true,
      commentId: true,
      file: { select: { id: true, name: true, kind: true, size: true } },
    },
    orderBy: { fileId: "asc" },
  });
  return rows.map(({ requestId, commentId, file }) => ({
    ...file,
    commentId: commentId ?? (requestId === id ? null : requestId),
  }));
}

function sharedFor({ actor }: Ctx<Person>, request: VisibleRequest) {
  return isOwnRequest(actor, request)
    ? { OR: [{ commentId: null }, { comment: { isInternal: false } }] }
    : {};
}

/** One file of a request the reader may read; any other is not found. */
export async function requireRequestFile(ctx: Ctx<Person>, fileId: string): Promise<ServedFile> {
  const row = await ctx.db.requestFile.findUnique({ where: { fileId }, select: { requestId: true } });
  if (!row) throw new NotFoundError("file");
  const files = await listRequestFiles(ctx, { id: row.requestId });
  if (!files.some(({ id }) => id === fileId)) throw new NotFoundError("file");
  return requireFileBytes(ctx, fileId);
}
