import "server-only";
import type { Prisma } from "@/prisma/generated/client/client";
import type { AuditEntry } from "./audit-catalogue";
import { addAuditRows } from "./audit-rows";
import { inTransaction, isOutermost, type PublicCtx } from "./context";

/** Who did it: an account, or null where no person did: a job or the command line. */
type AuditCtx = PublicCtx & { actor: { userId: string } | null };

/** Records who did what, as the last of the transaction of the change; a change that is refused leaves no row. */
export async function audit(ctx: AuditCtx, ...entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  if (isOutermost(ctx)) return inTransaction(ctx, (tx) => audit(tx, ...entries));
  addAuditRows(
    ctx.db,
    entries.map(({ action, entityType, entityId, data }) => ({
      seq: 0,
      at: ctx.now,
      actorId: ctx.actor?.userId ?? null,
      action,
      entityType,
      entityId,
      data: data as Prisma.InputJsonObject,
      prevHash: "",
      hash: "",
    })),
  );
}
