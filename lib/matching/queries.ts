import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { pageOf } from "@/lib/cursor";
import type { Db } from "@/lib/db";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import type { ListRestrictionsInput, RestrictionView } from "./schema";

const OBEYED = ["active", "under_review"] as const;

/** Restrictions that are obeyed on a day or after it. */
export function restrictionsFrom(on: Day) {
  return {
    status: { in: [...OBEYED] },
    OR: [{ expiresOn: null }, { expiresOn: { gte: dayToDate(on) } }],
  } satisfies Prisma.PairingRestrictionWhereInput;
}

/** True of the rows of pairing_restrictions that are obeyed on a day or after it. */
export function restrictionsInForce(on: Day): Prisma.Sql {
  return Prisma.sql`status = ANY(${[...OBEYED]}::restriction_status[])
    AND (expires_on IS NULL OR expires_on >= ${on}::date)`;
}

/** Restrictions of some executives that are obeyed on a day or after it. */
export function readRestrictions(
  db: Db,
  executiveIds: readonly string[],
  from: Day,
): Promise<{ assistantId: string; executiveId: string; kind: "hard" | "soft"; expiresOn: Day | null }[]> {
  return db.$queryRaw`
    SELECT assistant_id AS "assistantId", executive_id AS "executiveId", kind::text AS kind,
      to_char(expires_on, 'YYYY-MM-DD') AS "expiresOn"
    FROM pairing_restrictions
    WHERE executive_id = ANY(${[...executiveIds]}::uuid[]) AND ${restrictionsInForce(from)}`;
}

/** True when an assistant may not work for an executive today, on the clock of the executive's pool. */
export async function isKeptApart(ctx: Ctx, executiveId: string, assistantId: string): Promise<boolean> {
  const { pool } = await ctx.db.executive.findUniqueOrThrow({
    where: { id: executiveId },
    select: { pool: { select: { timeZone: true } } },
  });
  const today = dayIn(pool.timeZone, ctx.now);
  const where = { executiveId, assistantId, kind: "hard" as const, ...restrictionsFrom(today) };
  return (await ctx.db.pairingRestriction.count({ where })) > 0;
}

const PERSON = { select: { user: { select: { name: true } } } } as const;

/** Who is not to work for whom, of the executives and assistants of the manager's pools, in no order that tells of time. */
export async function listRestrictions(
  ctx: Ctx<Manager>,
  { executiveId, assistantId, cursor, limit }: ListRestrictionsInput,
): Promise<{ items: RestrictionView[]; nextCursor: string | null }> {
  const pools = { poolId: { in: [...ctx.actor.managedPoolIds] } };
  const where: Prisma.PairingRestrictionWhereInput = {
    executiveId,
    assistantId,
    ...(cursor && { id: { gt: cursor.id } }),
    AND: [{ OR: [{ executive: pools }, { assistant: pools }] }, restrictionsFrom(daysOnEarth(ctx.now).from)],
  };
  const rows = await ctx.db.pairingRestriction.findMany({
    where,
    include: { executive: PERSON, assistant: PERSON },
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  return pageOf(
    rows,
    limit,
    ({ id }) => ({ key: "", id }),
    ({ executive, assistant, status: _status, reviewOn, expiresOn, ...row }) => ({
      ...row,
      executiveName: executive.user.name,
      assistantName: assistant.user.name,
      reviewOn: reviewOn && dayOfColumn(reviewOn),
      expiresOn: expiresOn && dayOfColumn(expiresOn),
    }),
  );
}
