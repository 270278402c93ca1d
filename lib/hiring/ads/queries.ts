import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canHireFor } from "@/lib/hiring/policy";
import { dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { adStateOn } from "./rules";
import { type AdView, StoredQuestions, StoredTexts } from "./schema";

const AD = {
  id: true,
  requisitionId: true,
  slug: true,
  employer: true,
  opensOn: true,
  closesOn: true,
  place: true,
  country: true,
  payFrom: true,
  payTo: true,
  currency: true,
  payUnit: true,
  payReason: true,
  publishedAt: true,
  closedAt: true,
  version: true,
  versions: {
    select: { id: true, number: true, texts: true, questions: true, createdAt: true },
    orderBy: { number: "desc" },
    take: 1,
  },
  requisition: {
    select: {
      poolId: true,
      status: true,
      ftePercent: true,
      wantedOn: true,
      pool: { select: { timeZone: true } },
    },
  },
} as const satisfies Prisma.JobAdSelect;

type AdRow = Prisma.JobAdGetPayload<{ select: typeof AD }>;

function adView({ now }: PublicCtx, row: AdRow): AdView {
  const { versions, requisition, publishedAt, closedAt, ...plain } = row;
  const [latest] = versions;
  const opensOn = row.opensOn && dayOfColumn(row.opensOn);
  const closesOn = dayOfColumn(row.closesOn);
  const isWanted = requisition.status === "open";
  const today = dayIn(requisition.pool.timeZone, now);
  return {
    ...plain,
    ...StoredTexts.parse(latest?.texts),
    questions: StoredQuestions.parse(latest?.questions),
    state: adStateOn(today, { publishedAt, closedAt, opensOn, closesOn, isWanted }),
    opensOn,
    closesOn,
    versions: latest?.number ?? 0,
  };
}

/** The ad of a requisition, or null where none is written; a requisition of another pool is not found. */
export async function getAd(ctx: Ctx<Manager>, requisitionId: string): Promise<AdView | null> {
  const requisition = await ctx.db.requisition.findUnique({
    where: { id: requisitionId },
    select: { poolId: true, ad: { select: AD } },
  });
  if (!requisition || !canHireFor(ctx.actor, requisition)) throw new NotFoundError("requisition");
  return requisition.ad && adView(ctx, requisition.ad);
}

/** The same where one is written; else it is not found. */
export async function requireAd(ctx: Ctx<Manager>, requisitionId: string): Promise<AdView> {
  const ad = await getAd(ctx, requisitionId);
  if (!ad) throw new NotFoundError("job ad");
  return ad;
}

/** What anybody may read of an ad. */
export type PublicAd = AdView & {
  versionId: string;
  publishedAt: Date;
  changedAt: Date;
  ftePercent: number;
  wantedOn: string | null;
  timeZone: string;
};

function publicAd(ctx: PublicCtx, row: AdRow): PublicAd | null {
  const ad = adView(ctx, row);
  const [latest] = row.versions;
  if (row.publishedAt === null || !latest || ad.state === "draft" || ad.state === "waiting") return null;
  const { ftePercent, wantedOn, pool } = row.requisition;
  return {
    ...ad,
    versionId: latest.id,
    publishedAt: row.publishedAt,
    changedAt: new Date(Math.max(Number(latest.createdAt), Number(row.publishedAt))),
    ftePercent,
    wantedOn: wantedOn && dayOfColumn(wantedOn),
    timeZone: pool.timeZone,
  };
}

const MOST = 200;

/** The ads anybody can apply to now, the newest first. */
export async function listOpenAds(ctx: PublicCtx): Promise<PublicAd[]> {
  const rows = await ctx.db.jobAd.findMany({
    where: { publishedAt: { not: null }, closedAt: null, requisition: { status: "open" } },
    select: AD,
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.flatMap((row) => {
    const ad = publicAd(ctx, row);
    return ad?.state === "open" ? [ad] : [];
  });
}

/** One ad by its address, open or closed; null where there was never one. */
export async function findAd(ctx: PublicCtx, slug: string): Promise<PublicAd | null> {
  const row = await ctx.db.jobAd.findUnique({ where: { slug }, select: AD });
  return row && publicAd(ctx, row);
}
