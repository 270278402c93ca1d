import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { harmlessName } from "./rules";
import { kindOf } from "./rules-kinds";
import { MOST_BYTES_AT_ONCE, MOST_FILE_BYTES, MOST_FILES } from "./rules-limits";
import type { FileView } from "./schema";

export type FileRefusal = "file_too_large" | "file_empty" | "file_kind" | "files_too_many";

const WAITS_MS = 24 * 3_600_000;

/** A file as a form or a call of the API brings it. */
export type SentFile = { name: string; size: number; arrayBuffer: () => Promise<ArrayBuffer> };

/** Keeps files that were sent until what they belong to is written, at most a day. Refuses them all where one can't be taken. */
export async function keepFiles(
  ctx: Ctx,
  files: readonly SentFile[],
): Promise<Result<FileView[], FileRefusal>> {
  if (files.length > MOST_FILES) return refuse("files_too_many", { details: { count: MOST_FILES } });
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES_AT_ONCE)
    return refuse("file_too_large", { details: { name: files[0]?.name.slice(0, 100) ?? "" } });
  const read = [];
  for (const file of files) {
    const one = await readFile(file);
    if (!one.ok) return one;
    read.push(one.value);
  }
  const waitsUntil = new Date(ctx.now.getTime() + WAITS_MS);
  const kept: FileView[] = [];
  for (const { bytes, ...known } of read) {
    const row = { ...known, createdById: ctx.actor.userId, createdAt: ctx.now, waitsUntil };
    const { id } = await ctx.db.storedFile.create({
      data: { ...row, bytes: { create: { bytes } } },
      select: { id: true },
    });
    kept.push({ id, ...known });
  }
  return ok(kept);
}

async function readFile(file: SentFile) {
  const { name, size } = file;
  const details = { name: name.slice(0, 100) };
  if (size > MOST_FILE_BYTES) return refuse("file_too_large", { details });
  if (size === 0) return refuse("file_empty", { details });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOf(bytes);
  if (!kind) return refuse("file_kind", { details });
  return ok({ name: harmlessName(name, kind), kind, size: bytes.length, bytes });
}

/** Ends the wait of files one sent oneself, for the row that says what they belong to; any other is not found. */
export async function claimFiles(tx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { count } = await tx.db.storedFile.updateMany({
    where: { id: { in: [...ids] }, createdById: tx.actor.userId, waitsUntil: { gte: tx.now } },
    data: { waitsUntil: null },
  });
  if (count !== new Set(ids).size) throw new NotFoundError("file");
}

/** Forgets files whose owner never came. */
export async function forgetWaitingFiles({ db, now }: Pick<SystemCtx, "db" | "now">): Promise<void> {
  await db.storedFile.deleteMany({ where: { waitsUntil: { lt: now } } });
}
