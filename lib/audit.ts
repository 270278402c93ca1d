import "server-only";
import type { Prisma } from "@/prisma/generated/client/client";
import type { AuditEntry } from "./audit-catalogue";
import type { PublicCtx } from "./context";

/** Who did it: an account, or null where no person did: a job or the command line. */
type AuditCtx = PublicCtx & { actor: { userId: string } | null };

/** Records who did what, in the transaction of the change. */
export async function audit(ctx: AuditCtx, ...entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await ctx.db.auditEvent.createMany({
    data: entries.map((entry) => ({
      seq: 0,
      at: ctx.now,
      actorId: ctx.actor?.userId ?? null,
      action: entry.action,
      entityType: entry.entityType,
      entityId: entry.entityId,
      data: entry.data as Prisma.InputJsonObject,
      prevHash: "",
      hash: "",
    })),
  });
}
