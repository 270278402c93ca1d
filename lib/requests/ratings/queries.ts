import "server-only";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { canManagePool } from "@/lib/pools/policy";
import { canReadWords, isAssignee, isOwnRequest } from "../policy";
import { requireRequestRow } from "../queries";
import type { RatingView } from "./schema";

/** How a request went, for who asked, whoever did it and the managers of the pool; the word only for those who may read its words. */
export async function getRating(ctx: Ctx<Person>, { id }: { id: string }): Promise<RatingView | null> {
  const request = await requireRequestRow(ctx, id);
  const { actor } = ctx;
  const isForActor =
    isOwnRequest(actor, request) || isAssignee(actor, request) || canManagePool(actor, request.poolId);
  if (!isForActor) return null;
  const row = await ctx.db.requestRating.findUnique({ where: { requestId: id } });
  if (!row) return null;
  const { value, word, ratedAt } = row;
  return { value, word: canReadWords(actor, request) ? word : "", ratedAt: ratedAt.toISOString() };
}
