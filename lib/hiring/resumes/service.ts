import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { requireFileBytes } from "@/lib/files/queries";
import { ok, type Result } from "@/lib/result";
import { readApplication } from "../applications/queries";
import { STAGES } from "../applications/rules";
import { type ResumeReply, readResume } from "../worker/read";

const MOST_AT_ONCE = 20;

type Reader = (bytes: Uint8Array) => Promise<ResumeReply>;

/**
 * Reads the résumés that are yet to be read, one after the other, and keeps the text of each, or why there is none. Whatever a file does, its
 * application stands; one that is erased meanwhile keeps nothing.
 */
export async function readResumes(ctx: SystemCtx, read: Reader = readResume): Promise<number> {
  const rows = await ctx.db.application.findMany({
    where: { fileId: { not: null }, resumeText: null, status: { in: [...STAGES] } },
    select: { id: true, fileId: true },
    orderBy: { receivedAt: "asc" },
    take: MOST_AT_ONCE,
  });
  for (const { id, fileId } of rows) {
    const file = fileId && (await requireFileBytes(ctx, fileId).catch(whereGone));
    if (file) await keep(ctx, id, fileId, await read(file.bytes));
  }
  return rows.length;
}

function whereGone(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}

function keep(ctx: SystemCtx, applicationId: string, fileId: string, reply: ResumeReply): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const isThere = await tx.db.application.count({ where: { id: applicationId, fileId } });
    if (isThere === 0) return;
    const kept = { text: reply.ok ? reply.text : "", fault: reply.ok ? null : reply.fault, readAt: tx.now };
    await tx.db.resumeText.upsert({
      where: { applicationId },
      create: { applicationId, ...kept },
      update: kept,
      select: { applicationId: true },
    });
  });
}

/** Has a résumé read again that no text came of. */
export function readResumeAgain(
  ctx: Ctx<Manager>,
  { id }: { id: string },
): Promise<Result<{ id: string }, never>> {
  return inTransaction(ctx, async (tx) => {
    await readApplication(tx, id);
    await tx.db.resumeText.deleteMany({ where: { applicationId: id, fault: { not: null } } });
    return ok({ id });
  });
}
