import "server-only";
import type { Manager } from "@/lib/actor";
import { inChunks } from "@/lib/chunks";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db";
import type { KnownOffice } from "@/lib/imports/plan/rules-office";
import { loadKnownOffice } from "@/lib/imports/queries";
import type { ImportReport } from "@/lib/imports/schema";
import { Prisma } from "@/prisma/generated/client/client";
import { changesBetween } from "./rules";

/** An import of more changes than this is kept nowhere, and stays. */
const MOST_KEPT = 10_000;

/** Keeps what an import has just made and changed, so that it can be taken back; in its transaction. */
export async function keepImport(
  tx: Ctx<Manager>,
  before: KnownOffice,
  { report, addresses }: { report: ImportReport; addresses: readonly string[] },
): Promise<void> {
  if (report.changeCount === 0 || report.changeCount > MOST_KEPT) return;
  const changes = changesBetween(before, await loadKnownOffice(tx, addresses));
  const { id: importId } = await tx.db.import.create({
    data: { byId: tx.actor.userId, at: tx.now, files: report.files },
    select: { id: true },
  });
  await inChunks(changes, (some) =>
    tx.db.importChange.createMany({
      data: some.map(({ before: was, ...change }) => ({
        ...change,
        importId,
        before: was === null ? Prisma.DbNull : (was as Prisma.InputJsonObject),
      })),
    }),
  );
}

/** Forgets imports that can't be taken back any more. */
export async function forgetOldImports(db: Db, before: Date): Promise<void> {
  await db.import.deleteMany({ where: { at: { lt: before } } });
}
