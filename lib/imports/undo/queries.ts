import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { ImportView, UNDO_DAYS } from "./schema";

const MOST = 50;

/** Before then an import stays for good. */
export function undoableSince(now: Date): Date {
  return new Date(now.getTime() - UNDO_DAYS * 86_400_000);
}

/** The actor's imports that can be taken back, or were, the latest first. */
export async function listImports({ db, actor, now }: Ctx<Manager>): Promise<ImportView[]> {
  const rows = await db.import.findMany({
    where: { byId: actor.userId, at: { gt: undoableSince(now) } },
    select: { id: true, at: true, files: true, undoneAt: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map(({ at, undoneAt, ...row }) =>
    ImportView.parse({ ...row, at: at.toISOString(), undoneAt: undoneAt?.toISOString() ?? null }),
  );
}

/** One of the actor's imports that can be taken back, or was; any other is not found. */
export async function requireImport(ctx: Ctx<Manager>, id: string): Promise<ImportView> {
  const found = (await listImports(ctx)).find((one) => one.id === id);
  if (!found) throw new NotFoundError("import");
  return found;
}
