import "server-only";
import type { Assistant } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { requireOwnPair } from "@/lib/mentoring/pairs/service";
import { ok, type Result } from "@/lib/result";
import type { AddNoteInput } from "./schema";

/** Notes something for both, or for oneself alone. No log, notice or manager ever has a word of it. */
export function addMentoringNote(
  ctx: Ctx<Assistant>,
  { id: mentorshipId, body, isShared }: AddNoteInput,
): Promise<Result<{ id: string }>> {
  return inTransaction(ctx, async (tx) => {
    await requireOwnPair(tx, mentorshipId);
    const { id } = await tx.db.mentoringNote.create({
      data: { mentorshipId, body, isShared, authorId: tx.actor.userId, createdAt: tx.now },
      select: { id: true },
    });
    return ok({ id });
  });
}
