import "server-only";
import type { Executive } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { hashOfSecret } from "@/lib/secrets";
import type { FilingLinkState } from "./schema";

/** The executive's own link; null without one. */
export function getOwnLink({ db, actor }: Ctx<Executive>): Promise<FilingLinkState | null> {
  return db.filingLink.findUnique({
    where: { executiveId: actor.executive.id },
    select: { renewedAt: true, lastUsedAt: true },
  });
}

/** Whose a personal link is; null for one that isn't valid any more. */
export async function ownerOfLink(
  { db }: PublicCtx,
  token: string,
): Promise<{ executiveId: string; userId: string; name: string } | null> {
  const row = await db.filingLink.findUnique({
    where: { tokenHash: hashOfSecret(token.toLowerCase()) },
    select: { executiveId: true, executive: { select: { userId: true, user: { select: { name: true } } } } },
  });
  return row && { executiveId: row.executiveId, userId: row.executive.userId, name: row.executive.user.name };
}
