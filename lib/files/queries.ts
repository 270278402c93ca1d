import "server-only";
import type { PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { FILE_KINDS, isFileKind } from "./rules-kinds";

/** A file as it is served. */
export type ServedFile = { name: string; type: string; bytes: Uint8Array };

/** The bytes of a file, for the domain it belongs to: that has asked whether the reader may have it. */
export async function requireFileBytes({ db }: PublicCtx, id: string): Promise<ServedFile> {
  const file = await db.storedFile.findUnique({
    where: { id, waitsUntil: null },
    select: { name: true, kind: true, bytes: { select: { bytes: true } } },
  });
  if (!file?.bytes || !isFileKind(file.kind)) throw new NotFoundError("file");
  return { name: file.name, type: FILE_KINDS[file.kind].type, bytes: file.bytes.bytes };
}
