import "server-only";
import type { Ctx } from "@/lib/context";
import { MOST_FILES } from "@/lib/files/rules-limits";
import { claimFiles } from "@/lib/files/service";
import { ok, type Result, refuse } from "@/lib/result";

/** Adds files one has sent to a request, with a word about it or with the request itself. It has ten at most. */
export async function addRequestFiles(
  tx: Ctx,
  requestId: string,
  fileIds: readonly string[],
  commentId: string | null = null,
): Promise<Result<null, "files_too_many">> {
  if (fileIds.length === 0) return ok(null);
  const before = await tx.db.requestFile.count({ where: { requestId } });
  if (before + fileIds.length > MOST_FILES)
    return refuse("files_too_many", { path: "files", details: { count: MOST_FILES } });
  await claimFiles(tx, fileIds);
  await tx.db.requestFile.createMany({
    data: [...new Set(fileIds)].map((fileId) => ({ fileId, requestId, commentId })),
  });
  return ok(null);
}
