import "server-only";
import type { Prisma } from "@/prisma/generated/client/client";
import { type AuditEntry, BY_FACT } from "./audit-catalogue";
import { addAuditRows } from "./audit-rows";
import { inTransaction, isOutermost, type PublicCtx } from "./context";

/** Who did it: an account, or null where no person did: a job or the command line, by its name. */
export type AuditCtx = PublicCtx & { actor: { userId: string } | null; by?: string };

/** Records who did what, as the last of the transaction of the change; a change that is refused leaves no row. */
export async function audit(ctx: AuditCtx, ...entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  if (isOutermost(ctx)) return inTransaction(ctx, (tx) => audit(tx, ...entries));
  const source = ctx.actor === null && ctx.by ? { [BY_FACT]: ctx.by } : {};
  addAuditRows(
    ctx.db,
    entries.map(({ action, entityType, entityId, data }) => ({
      seq: 0,
      at: ctx.now,
      actorId: ctx.actor?.userId ?? null,
      action,
      entityType,
      entityId,
      data: { ...data, ...source } as Prisma.InputJsonObject,
      prevHash: "",
      hash: "",
    })),
  );
}
