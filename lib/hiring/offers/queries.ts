import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { readApplication } from "@/lib/hiring/applications/queries";
import { canHireFor } from "@/lib/hiring/policy";
import { hashOfSecret } from "@/lib/secrets";
import { dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { isAnswerable } from "./rules";
import type { JobOfferView } from "./schema";

const MOST = 20;

const OFFER = {
  id: true,
  applicationId: true,
  status: true,
  startsOn: true,
  ftePercent: true,
  place: true,
  trialMonths: true,
  pay: true,
  currency: true,
  payUnit: true,
  words: true,
  validUntil: true,
  answeredName: true,
  answeredAt: true,
  createdById: true,
  version: true,
  application: {
    select: {
      status: true,
      requisition: { select: { poolId: true, pool: { select: { timeZone: true } } } },
    },
  },
} as const satisfies Prisma.JobOfferSelect;

export type JobOfferRow = Prisma.JobOfferGetPayload<{ select: typeof OFFER }>;

export function jobOfferView({ now }: PublicCtx, row: JobOfferRow): JobOfferView {
  const { application, createdById: _, startsOn, validUntil, answeredAt, ...plain } = row;
  const until = dayOfColumn(validUntil);
  const today = dayIn(application.requisition.pool.timeZone, now);
  return {
    ...plain,
    startsOn: dayOfColumn(startsOn),
    validUntil: until,
    isAnswerable: isAnswerable({ status: row.status, validUntil: until }, today),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}

/** The offers of an application, the last first, for the managers of its pool alone: what is paid is nobody else's. */
export async function listJobOffers(ctx: Ctx<Manager>, applicationId: string): Promise<JobOfferView[]> {
  await readApplication(ctx, applicationId);
  const rows = await ctx.db.jobOffer.findMany({
    where: { applicationId },
    select: OFFER,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map((row) => jobOfferView(ctx, row));
}

/** One offer of a pool the manager leads; any other is not found. */
export async function readJobOffer(ctx: Ctx<Manager>, id: string): Promise<JobOfferRow> {
  const row = await ctx.db.jobOffer.findUnique({ where: { id }, select: OFFER });
  if (!row || !canHireFor(ctx.actor, row.application.requisition)) throw new NotFoundError("offer");
  return row;
}

export async function requireJobOffer(ctx: Ctx<Manager>, id: string): Promise<JobOfferView> {
  return jobOfferView(ctx, await readJobOffer(ctx, id));
}

/** The latest offer that a candidate's private link is about; one that was taken back is not shown. */
export async function findJobOfferByLink(ctx: PublicCtx, token: string): Promise<JobOfferRow | null> {
  const link = await ctx.db.candidateLink.findUnique({
    where: { tokenHash: hashOfSecret(token) },
    select: {
      application: { select: { offers: { select: OFFER, orderBy: { id: "desc" }, take: 1 } } },
    },
  });
  const offer = link?.application.offers[0] ?? null;
  return offer?.status === "withdrawn" ? null : offer;
}
