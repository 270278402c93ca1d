import "server-only";
import type { PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { harmlessName } from "./rules";
import { kindOf } from "./rules-kinds";
import type { SentFile } from "./service";

export type { SentFile };

const WAITS_MS = 24 * 3_600_000;

/** Keeps a file of somebody without an account for a day, until what it belongs to is written; its caller has looked at its kind. */
export async function keepStrangersFile({ db, now }: PublicCtx, file: SentFile): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOf(bytes);
  if (!kind) throw new Error("a file of no kind is not kept");
  const { id } = await db.storedFile.create({
    data: {
      ...{ name: harmlessName(file.name, kind), kind, size: bytes.length, createdAt: now },
      waitsUntil: new Date(now.getTime() + WAITS_MS),
      bytes: { create: { bytes } },
    },
    select: { id: true },
  });
  return id;
}

/** Ends the wait of such a file, once; one that has gone or belongs to somebody is not found. */
export async function claimStrangersFile({ db, now }: PublicCtx, id: string): Promise<void> {
  const { count } = await db.storedFile.updateMany({
    where: { id, createdById: null, waitsUntil: { gte: now } },
    data: { waitsUntil: null },
  });
  if (count !== 1) throw new NotFoundError("file");
}

/** Erases files with their bytes. */
export async function eraseFiles({ db }: PublicCtx, ids: readonly string[]): Promise<void> {
  await db.storedFile.deleteMany({ where: { id: { in: [...ids] } } });
}
