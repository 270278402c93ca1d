import "server-only";
import type { Ctx } from "@/lib/context";
import { countRecoveryCodes } from "@/lib/second-factor";

/** Since when the actor's app is asked for codes, and how many recovery codes they have left; null without a second factor. */
export async function getOwnFactor(ctx: Ctx): Promise<{ since: Date; codesLeft: number } | null> {
  const { userId } = ctx.actor;
  const factor = await ctx.db.secondFactor.findUnique({ where: { userId }, select: { confirmedAt: true } });
  return factor && { since: factor.confirmedAt, codesLeft: await countRecoveryCodes(ctx, userId) };
}
