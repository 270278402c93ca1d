import "server-only";
import type { Ctx } from "@/lib/context";
import { caseKeyId, openCaseKey, openWords } from "../access/service-sealing";
import { asReader, noteRead } from "../access/service-sight";

/** Words of a conversation that are a person's own, or were released or written to them. */
export type OwnWords = { conversation: string; kind: string; at: string; isOwn: boolean; words: string };

/**
 * All that a person has written in conversations, and what they may keep of what others wrote: what was released to all or was for them
 * alone. What they handle for others stays where it is. That they took it is noted like any look.
 */
export function listOwnWords(ctx: Ctx): Promise<OwnWords[]> {
  return asReader(ctx, async (tx) => {
    const { userId } = tx.actor;
    const people = await tx.db.casePerson.findMany({
      where: { userId, since: { not: null }, until: null },
      select: {
        code: true,
        role: true,
        case: {
          select: {
            id: true,
            wrappedKey: true,
            keyId: true,
            texts: { orderBy: [{ at: "asc" }, { id: "asc" }] },
          },
        },
      },
      orderBy: { caseId: "asc" },
    });
    const found: OwnWords[] = [];
    for (const { code, role, case: row } of people) {
      const { id: caseId, wrappedKey, keyId } = row;
      if (!wrappedKey || keyId !== caseKeyId()) continue;
      const key = openCaseKey(caseId, { wrappedKey, keyId });
      const theirs = row.texts.filter(({ authorId }) => authorId === userId || role === "party");
      if (theirs.some(({ authorId }) => authorId !== userId)) await noteRead(tx, caseId, "export");
      for (const { id, kind, at, authorId, sealed } of theirs)
        found.push({
          ...{ conversation: code, kind, at: at.toISOString(), isOwn: authorId === userId },
          words: openWords(key, { id, caseId }, sealed),
        });
    }
    return found;
  });
}
