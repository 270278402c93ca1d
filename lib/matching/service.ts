import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { lockBoard } from "@/lib/covers/service";
import { releaseCoversOfPair } from "@/lib/covers/service-pairs";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { addDays, type Day, dayToDate } from "@/lib/time/day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import { matchingAudit } from "./audit";
import { restrictionsFrom } from "./queries";
import type { RestrictionIdInput, RestrictPairingInput } from "./schema";

/** Half a year. */
const LATEST_REVIEW_DAYS = 183;

type RestrictionRefusal =
  | "review_within_half_a_year"
  | "ends_before_start"
  | "restricted_already"
  | "still_supports";

/**
 * Says that an assistant is not to work for an executive, or only as a last resort. Never means now: covers from today on are
 * released. Refuses a pair that is restricted already, and one of whom the assistant supports the executive: that is ended first.
 */
export async function restrictPairing(
  ctx: Ctx<Manager>,
  input: RestrictPairingInput,
): Promise<Result<{ id: string; releasedCoverIds: string[] }, RestrictionRefusal>> {
  const { executiveId, assistantId, kind, reviewOn, expiresOn } = input;
  const today = await requirePair(ctx, input);
  const last = addDays(today, LATEST_REVIEW_DAYS);
  if (reviewOn <= today || reviewOn > last)
    return refuse("review_within_half_a_year", { path: "reviewOn", details: { on: last } });
  if (expiresOn !== null && expiresOn < today) return refuse("ends_before_start", { path: "expiresOn" });
  return inTransaction(ctx, async (tx) => {
    await lockBoard(tx, [executiveId], [assistantId]);
    const days = { executiveId, assistantId, from: today, to: expiresOn };
    if (await isRestricted(tx, days)) return refuse("restricted_already", { path: "assistantId" });
    if (kind === "hard" && (await doesSupport(tx, days)))
      return refuse("still_supports", { path: "assistantId" });
    const releasedCoverIds = kind === "hard" ? await releaseCoversOfPair(tx, days) : [];
    const { id } = await tx.db.pairingRestriction.create({
      data: {
        executiveId,
        assistantId,
        kind,
        reviewOn: dayToDate(reviewOn),
        expiresOn: expiresOn && dayToDate(expiresOn),
      },
      select: { id: true },
    });
    await audit(tx, matchingAudit("pairing.restricted", id, { executiveId, assistantId }));
    return ok({ id, releasedCoverIds });
  });
}

/** Lets an assistant work for an executive again. */
export async function liftRestriction(
  ctx: Ctx<Manager>,
  { id }: RestrictionIdInput,
): Promise<Result<{ id: string }>> {
  return inTransaction(ctx, async (tx) => {
    const where = { id, ...restrictionsFrom(daysOnEarth(tx.now).from) };
    const row = await tx.db.pairingRestriction.findFirst({
      where,
      select: { executiveId: true, assistantId: true, executive: { select: { poolId: true } } },
    });
    if (!row || !canManagePool(tx.actor, row.executive.poolId)) throw new NotFoundError("restriction");
    const { executiveId, assistantId } = row;
    const { count } = await tx.db.pairingRestriction.updateMany({ where, data: { status: "lifted" } });
    if (count === 0) throw new NotFoundError("restriction");
    await audit(tx, matchingAudit("pairing.restriction_lifted", id, { executiveId, assistantId }));
    return ok({ id });
  });
}

type Pair = { executiveId: string; assistantId: string };
type PairDays = Pair & { from: Day };

/** Today in the executive's pool, for a manager of both people. */
async function requirePair(ctx: Ctx<Manager>, { executiveId, assistantId }: Pair): Promise<Day> {
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

async function isRestricted(tx: Ctx, { executiveId, assistantId, from }: PairDays): Promise<boolean> {
  const where = { executiveId, assistantId, ...restrictionsFrom(from) };
  return (await tx.db.pairingRestriction.count({ where })) > 0;
}

async function doesSupport(tx: Ctx, { executiveId, assistantId, from }: PairDays): Promise<boolean> {
  const goesOn = { OR: [{ toOn: null }, { toOn: { gte: dayToDate(from) } }] };
  return (await tx.db.supportAssignment.count({ where: { executiveId, assistantId, ...goesOn } })) > 0;
}
