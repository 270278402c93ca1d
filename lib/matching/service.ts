import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction, type SystemCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result } from "@/lib/result";
import type { Day } from "@/lib/time/day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import { restrictionsFrom } from "./queries";
import type { RestrictionIdInput, RestrictPairingInput } from "./schema";
import { type KeepApartRefusal, keepApart, letTogether } from "./service-pairs";

/**
 * Says that an assistant is not to work for an executive, or only as a last resort. Never means now: covers from today on are
 * released. Refuses a pair that is restricted already, and one of whom the assistant supports the executive: that is ended first.
 */
export async function restrictPairing(
  ctx: Ctx<Manager>,
  input: RestrictPairingInput,
): Promise<Result<{ id: string; releasedCoverIds: string[] }, KeepApartRefusal>> {
  const today = await requirePair(ctx, input);
  return inTransaction(ctx, (tx) => keepApart(tx, { ...input, today }));
}

/** Lets an assistant work for an executive again. */
export async function liftRestriction(
  ctx: Ctx<Manager>,
  { id }: RestrictionIdInput,
): Promise<Result<{ id: string }>> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.pairingRestriction.findFirst({
      where: { id, ...restrictionsFrom(daysOnEarth(tx.now).from) },
      select: { executiveId: true, assistantId: true, executive: { select: { poolId: true } } },
    });
    if (!row || !canManagePool(tx.actor, row.executive.poolId)) throw new NotFoundError("restriction");
    await letTogether(tx, { id, executiveId: row.executiveId, assistantId: row.assistantId });
    return ok({ id });
  });
}

/** Ends restrictions whose last day is over, on the clock of the executive's pool; those to be looked at again stay in force until then. */
export async function reviewRestrictions({ db, now }: SystemCtx): Promise<void> {
  await db.$executeRaw`
    UPDATE pairing_restrictions r SET status = CASE
      WHEN r.expires_on < (${now}::timestamptz AT TIME ZONE p.time_zone)::date THEN 'expired' ELSE 'under_review' END::restriction_status
    FROM executives e JOIN pools p ON p.id = e.pool_id
    WHERE e.id = r.executive_id AND r.status IN ('active', 'under_review')
      AND (r.expires_on < (${now}::timestamptz AT TIME ZONE p.time_zone)::date
        OR (r.status = 'active' AND r.review_on <= (${now}::timestamptz AT TIME ZONE p.time_zone)::date))`;
}

/** Today in the executive's pool, for a manager of both people. */
async function requirePair(
  ctx: Ctx<Manager>,
  { executiveId, assistantId }: Pick<RestrictPairingInput, "executiveId" | "assistantId">,
): Promise<Day> {
  const [executive, assistant] = await Promise.all([
    ctx.db.executive.findUnique({
      where: { id: executiveId },
      select: { poolId: true, pool: { select: { timeZone: true } } },
    }),
    ctx.db.assistant.findUnique({ where: { id: assistantId }, select: { poolId: true } }),
  ]);
  if (!executive || !canManagePool(ctx.actor, executive.poolId)) throw new NotFoundError("executive");
  if (!assistant || !canManagePool(ctx.actor, assistant.poolId)) throw new NotFoundError("assistant");
  return dayIn(executive.pool.timeZone, ctx.now);
}
