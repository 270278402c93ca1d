import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { hiringAudit } from "@/lib/hiring/audit";
import { canHireFor } from "@/lib/hiring/policy";
import { refuseChanged } from "@/lib/moves/service-changes";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { requireAd } from "./queries";
import { languagesOf, slugOf } from "./rules";
import type { AdVersionInput, SaveAdInput } from "./schema";

type SaveRefusal = "changed_since_read" | "ends_before_start" | "ad_pay_order";

/** Saves an ad with its words as a new version; what was there before stays readable. Refuses a lost update, days and pay out of order. */
export function saveAd(
  ctx: Ctx<Manager>,
  { requisitionId, version, en, sv, questions, opensOn, closesOn, ...fields }: SaveAdInput,
): Promise<Result<{ requisitionId: string }, SaveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const ad = await lockAd(tx, requisitionId);
    if ((ad?.version ?? 0) !== version)
      return refuseChanged(tx, { entityType: "job_ad", id: ad?.id ?? requisitionId }, { version }, ad);
    if (opensOn !== null && closesOn < opensOn) return refuse("ends_before_start", { path: "closesOn" });
    const { payFrom } = fields;
    const payTo = fields.payTo ?? payFrom;
    if (payFrom === null ? payTo !== null : (payTo ?? 0) < payFrom)
      return refuse("ad_pay_order", { path: "payTo" });
    const data = { ...fields, payTo, opensOn: opensOn && dayToDate(opensOn), closesOn: dayToDate(closesOn) };
    const { id } = ad
      ? await tx.db.jobAd.update({
          where: { id: ad.id },
          data: { ...data, version: { increment: 1 } },
          select: { id: true },
        })
      : await tx.db.jobAd.create({
          data: { ...data, requisitionId, slug: slugOf(en.title || sv.title, requisitionId) },
          select: { id: true },
        });
    await tx.db.jobAdVersion.create({
      data: {
        ...{ jobAdId: id, number: (ad?.versions[0]?.number ?? 0) + 1, texts: { en, sv }, questions },
        ...{ createdById: tx.actor.userId, createdAt: tx.now },
      },
      select: { id: true },
    });
    await auditAd(tx, "written", { id, requisitionId });
    return ok({ requisitionId });
  });
}

async function lockAd(tx: Ctx<Manager>, requisitionId: string) {
  await tx.db.$queryRaw`SELECT id FROM requisitions WHERE id = ${requisitionId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.db.requisition.findUnique({
    where: { id: requisitionId },
    select: {
      poolId: true,
      ad: {
        select: {
          id: true,
          version: true,
          versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
        },
      },
    },
  });
  if (!row || !canHireFor(tx.actor, row)) throw new NotFoundError("requisition");
  return row.ad;
}

async function auditAd(
  tx: Ctx<Manager>,
  action: "written" | "published" | "closed",
  { id, requisitionId }: { id: string; requisitionId: string },
): Promise<void> {
  const { poolId } = await tx.db.requisition.findUniqueOrThrow({
    where: { id: requisitionId },
    select: { poolId: true },
  });
  await audit(tx, hiringAudit(`job_ad.${action}`, id, { poolId, requisitionId }));
}

type PublishRefusal =
  | "changed_since_read"
  | "ad_not_wanted"
  | "ad_incomplete"
  | "ad_pay_missing"
  | "day_passed";

/**
 * Publishes an ad in each language that is complete, again after it was closed. Refuses while the requisition is not open, when no
 * language is complete, when neither pay nor a reason for leaving it out is said, and after its last day.
 */
export function publishAd(
  ctx: Ctx<Manager>,
  { requisitionId, version }: AdVersionInput,
): Promise<Result<{ requisitionId: string }, PublishRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await lockAd(tx, requisitionId);
    const ad = await requireAd(tx, requisitionId);
    const { id, payFrom, payReason } = ad;
    if (ad.version !== version) return refuseChanged(tx, { entityType: "job_ad", id }, { version }, ad);
    const requisition = await tx.db.requisition.findUniqueOrThrow({
      where: { id: requisitionId },
      select: { status: true },
    });
    if (requisition.status !== "open") return refuse("ad_not_wanted");
    if (languagesOf(ad).length === 0) return refuse("ad_incomplete");
    if (payFrom === null && payReason === "") return refuse("ad_pay_missing", { path: "payFrom" });
    await tx.db.jobAd.update({
      where: { id },
      data: { publishedAt: tx.now, closedAt: null, version: { increment: 1 } },
      select: { id: true },
    });
    if ((await requireAd(tx, requisitionId)).state === "closed")
      return refuse("day_passed", { path: "closesOn" });
    await auditAd(tx, "published", { id, requisitionId });
    return ok({ requisitionId });
  });
}

/** Takes an ad off the careers pages at once; refuses a lost update. */
export function closeAd(
  ctx: Ctx<Manager>,
  { requisitionId, version }: AdVersionInput,
): Promise<Result<{ requisitionId: string }, "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    await lockAd(tx, requisitionId);
    const ad = await requireAd(tx, requisitionId);
    const { id } = ad;
    if (ad.version !== version) return refuseChanged(tx, { entityType: "job_ad", id }, { version }, ad);
    await tx.db.jobAd.update({
      where: { id },
      data: { closedAt: tx.now, version: { increment: 1 } },
      select: { id: true },
    });
    await auditAd(tx, "closed", { id, requisitionId });
    return ok({ requisitionId });
  });
}
