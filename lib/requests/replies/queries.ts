import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import type { SavedReplyView } from "./schema";

const MOST_LISTED = 500;

/** One's own saved replies and those of one's pools, by title. */
export function listSavedReplies({ db, actor }: Ctx<Person>, id?: string): Promise<SavedReplyView[]> {
  const poolIds = [...actor.managedPoolIds, ...(actor.assistant ? [actor.assistant.poolId] : [])];
  return db.savedReply.findMany({
    where: { ...(id && { id }), OR: [{ userId: actor.userId }, { poolId: { in: poolIds } }] },
    select: { id: true, poolId: true, title: true, text: true, version: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: MOST_LISTED,
  });
}

/** A saved reply that is one's own, or of a pool one manages; any other is not found. */
export async function requireKeptReply(ctx: Ctx<Person>, id: string): Promise<SavedReplyView> {
  const [found] = await listSavedReplies(ctx, id);
  if (!found || (found.poolId && !canManagePool(ctx.actor, found.poolId)))
    throw new NotFoundError("saved reply");
  return found;
}
