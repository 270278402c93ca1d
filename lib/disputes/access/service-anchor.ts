import "server-only";
import { audit } from "@/lib/audit";
import type { SystemCtx } from "@/lib/context";
import { disputeAudit } from "../audit";

/** Writes the end of the journal of conversations into the audit log, every day, so that a day without any looks like another. */
export async function anchorCaseJournal(ctx: SystemCtx): Promise<void> {
  const head = await ctx.db.caseJournalHead.findUnique({ where: { id: 1 }, select: { hash: true } });
  await audit(ctx, disputeAudit("journal.anchored", "conversations", { hash: head?.hash ?? "" }));
}
