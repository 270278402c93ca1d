import "server-only";
import type { Executive } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { SERVED_COVER } from "@/lib/covers/rules";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { matchingAudit } from "@/lib/matching/audit";
import { ok, type Result, refuse } from "@/lib/result";
import { dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { RateCoverInput } from "./schema";

/** An executive says once how they found a cover, after its last day. */
export async function rateCover(
  ctx: Ctx<Executive>,
  { coverId, rating, note }: RateCoverInput,
): Promise<Result<{ coverId: string }, "rated_already" | "cover_goes_on">> {
  const cover = await ctx.db.coverageAssignment.findUnique({
    where: { id: coverId },
    select: {
      executiveId: true,
      assistantId: true,
      status: true,
      endOn: true,
      executive: { select: { pool: { select: { timeZone: true } } } },
    },
  });
  const isServed = cover && SERVED_COVER.some((status) => status === cover.status);
  if (!isServed || cover.executiveId !== ctx.actor.executive.id) throw new NotFoundError("cover");
  if (dayOfColumn(cover.endOn) >= dayIn(cover.executive.pool.timeZone, ctx.now))
    return refuse("cover_goes_on");
  const { assistantId } = cover;
  try {
    return await inTransaction(ctx, async (tx) => {
      const { id } = await tx.db.outcomeRating.create({
        data: { coverId, assistantId, raterId: tx.actor.userId, rating, note, ratedAt: tx.now },
        select: { id: true },
      });
      await audit(tx, matchingAudit("matching.cover_rated", id, { assistantId }));
      return ok({ coverId });
    });
  } catch (error) {
    if (isRefusedBy(error, "outcome_ratings_cover_id_rater_id_key")) return refuse("rated_already");
    throw error;
  }
}
