import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { lockBoard } from "@/lib/covers/service";
import { releaseCoversOfPair } from "@/lib/covers/service-pairs";
import { NotFoundError } from "@/lib/errors";
import { ok, type Result, refuse } from "@/lib/result";
import { addDays, type Day, dayToDate, laterDay } from "@/lib/time/day";
import { daysOnEarth } from "@/lib/time/zone";
import { matchingAudit } from "./audit";
import { restrictionsFrom } from "./queries";

/** Half a year. */
const LATEST_REVIEW_DAYS = 183;

export type KeepApartRefusal =
  | "review_within_half_a_year"
  | "ends_before_start"
  | "restricted_already"
  | "still_supports";

type Pair = { executiveId: string; assistantId: string };

type KeptApart = Pair & {
  kind: "hard" | "soft";
  reviewOn: Day;
  expiresOn: Day | null;
  /** Today in the executive's pool. */
  today: Day;
  /** The last day of support that runs out. */
  supportUntil?: Day | null;
};

/**
 * Keeps a pair apart, whoever may decide that. Never means now: covers from today on are released. Refuses a pair that is restricted
 * already, and one of whom the assistant goes on supporting the executive.
 */
export async function keepApart(
  ctx: Ctx,
  { executiveId, assistantId, kind, reviewOn, expiresOn, today, supportUntil = null }: KeptApart,
): Promise<Result<{ id: string; releasedCoverIds: string[] }, KeepApartRefusal>> {
  const last = addDays(today, LATEST_REVIEW_DAYS);
  if (reviewOn <= today || reviewOn > last)
    return refuse("review_within_half_a_year", { path: "reviewOn", details: { on: last } });
  if (expiresOn !== null && expiresOn < today) return refuse("ends_before_start", { path: "expiresOn" });
  await lockBoard(ctx, [executiveId], [assistantId]);
  const days = { executiveId, assistantId, from: today, to: expiresOn };
  if (await isRestricted(ctx, days)) return refuse("restricted_already", { path: "assistantId" });
  const from = supportUntil ? laterDay(today, addDays(supportUntil, 1)) : today;
  if (kind === "hard" && (await doesSupport(ctx, { ...days, from })))
    return refuse("still_supports", { path: "assistantId" });
  const releasedCoverIds = kind === "hard" ? await releaseCoversOfPair(ctx, days) : [];
  const { id } = await ctx.db.pairingRestriction.create({
    data: {
      executiveId,
      assistantId,
      kind,
      reviewOn: dayToDate(reviewOn),
      expiresOn: expiresOn && dayToDate(expiresOn),
    },
    select: { id: true },
  });
  await audit(ctx, matchingAudit("pairing.restricted", id, { executiveId, assistantId }));
  return ok({ id, releasedCoverIds });
}

/** Lets a pair work together again; a restriction that is over is not found. */
export async function letTogether(ctx: Ctx, { id, ...pair }: Pair & { id: string }): Promise<void> {
  const { executiveId, assistantId } = pair;
  const where = { id, ...restrictionsFrom(daysOnEarth(ctx.now).from) };
  const { count } = await ctx.db.pairingRestriction.updateMany({ where, data: { status: "lifted" } });
  if (count === 0) throw new NotFoundError("restriction");
  await audit(ctx, matchingAudit("pairing.restriction_lifted", id, { executiveId, assistantId }));
}

type PairDays = Pair & { from: Day };

async function isRestricted(tx: Ctx, { executiveId, assistantId, from }: PairDays): Promise<boolean> {
  const where = { executiveId, assistantId, ...restrictionsFrom(from) };
  return (await tx.db.pairingRestriction.count({ where })) > 0;
}

async function doesSupport(tx: Ctx, { executiveId, assistantId, from }: PairDays): Promise<boolean> {
  const goesOn = { OR: [{ toOn: null }, { toOn: { gte: dayToDate(from) } }] };
  return (await tx.db.supportAssignment.count({ where: { executiveId, assistantId, ...goesOn } })) > 0;
}
