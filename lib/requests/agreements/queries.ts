import "server-only";
import type { Executive, Person } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import type { Prisma } from "@/prisma/generated/client/client";
import { type AgreementPair, type Precedence, precedenceOf, seenFromOther } from "./rules";
import type { PriorityAgreementView } from "./schema";

const MOST_AGREEMENTS = 200;
const NAMED = { select: { tier: true, user: { select: { name: true } } } } as const;

const AGREEMENT = {
  id: true,
  lowId: true,
  highId: true,
  rule: true,
  agreedByLowAt: true,
  agreedByHighAt: true,
  word: true,
  low: NAMED,
  high: NAMED,
  decidedBy: { select: { name: true } },
} satisfies Prisma.PriorityAgreementSelect;

type AgreementRow = Prisma.PriorityAgreementGetPayload<{ select: typeof AGREEMENT }>;

const RULES = {
  low_first: "first",
  high_first: "second",
  higher_tier: "higher_tier",
  due_first: "due_first",
} as const;

const IN_FORCE: Prisma.PriorityAgreementWhereInput = {
  OR: [{ decidedById: { not: null } }, { agreedByLowAt: { not: null }, agreedByHighAt: { not: null } }],
};

function agreementView(row: AgreementRow): PriorityAgreementView {
  const { id, lowId, highId, rule, word, low, high, agreedByLowAt, agreedByHighAt, decidedBy } = row;
  return {
    id,
    executiveId: lowId,
    executiveName: low.user.name,
    otherId: highId,
    otherName: high.user.name,
    rule: RULES[rule],
    isInForce: decidedBy !== null || (agreedByLowAt !== null && agreedByHighAt !== null),
    agreedByIds: [...(agreedByLowAt ? [lowId] : []), ...(agreedByHighAt ? [highId] : [])],
    decidedByName: decidedBy?.name ?? null,
    word,
  };
}

/** The agreements the person may know of: their own, and those of executives in pools they manage. */
export async function listPriorityAgreements(ctx: Ctx<Person>): Promise<PriorityAgreementView[]> {
  const { executive } = ctx.actor;
  const isManaged = { poolId: { in: [...ctx.actor.managedPoolIds] } };
  const isOwn = executive ? [{ lowId: executive.id }, { highId: executive.id }] : [];
  const rows = await ctx.db.priorityAgreement.findMany({
    where: { OR: [{ low: isManaged, high: isManaged }, ...isOwn] },
    select: AGREEMENT,
    orderBy: { low: { user: { name: "asc" } } },
    take: MOST_AGREEMENTS,
  });
  return rows.map(agreementView);
}

/** An executive one shares an assistant with, and what is agreed with them, seen from oneself. */
export type SharingExecutive = { id: string; name: string; agreement: PriorityAgreementView | null };

/** The executives who have an own assistant in common with one today, by name; what is agreed with each. */
export async function listSharingExecutives(ctx: Ctx<Executive>): Promise<SharingExecutive[]> {
  const { id } = ctx.actor.executive;
  const [sharing, agreements] = await Promise.all([readSharing(ctx, id), listPriorityAgreements(ctx)]);
  const others = new Map(sharing.map((one) => [one.id, one.name]));
  const own = agreements.filter(({ executiveId, otherId }) => executiveId === id || otherId === id);
  const seen = own.map((agreement) => (agreement.executiveId === id ? agreement : turned(agreement)));
  for (const { otherId, otherName } of seen) others.set(otherId, otherName);
  return [...others].map(([otherId, name]) => ({
    id: otherId,
    name,
    agreement: seen.find((agreement) => agreement.otherId === otherId) ?? null,
  }));
}

function turned(agreement: PriorityAgreementView): PriorityAgreementView {
  const { executiveId, executiveName, otherId, otherName, rule } = agreement;
  const names = {
    executiveId: otherId,
    executiveName: otherName,
    otherId: executiveId,
    otherName: executiveName,
  };
  return { ...agreement, ...names, rule: seenFromOther(rule) };
}

/** Who has an own assistant in common with an executive today. */
export function readSharing(
  { db, now }: PublicCtx,
  executiveId: string,
): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw`
    WITH pool AS (SELECT (${now}::timestamptz AT TIME ZONE p.time_zone)::date AS today
      FROM executives e JOIN pools p ON p.id = e.pool_id WHERE e.id = ${executiveId}::uuid),
    own AS (SELECT s.assistant_id, s.executive_id FROM support_assignments s, pool
      WHERE s.role IN ('primary', 'shared') AND s.from_on <= pool.today AND (s.to_on IS NULL OR s.to_on >= pool.today)
        AND s.assistant_id IN (SELECT assistant_id FROM support_assignments WHERE executive_id = ${executiveId}::uuid))
    SELECT DISTINCT e.id, u.name FROM own mine JOIN own theirs USING (assistant_id)
      JOIN executives e ON e.id = theirs.executive_id JOIN users u ON u.id = e.user_id
    WHERE mine.executive_id = ${executiveId}::uuid AND theirs.executive_id <> ${executiveId}::uuid
    ORDER BY u.name, e.id`;
}

/** Who goes before whom among some executives, by what is in force; one executive alone needs no look. */
export async function readPrecedence(ctx: PublicCtx, executiveIds: readonly string[]): Promise<Precedence> {
  const ids = [...new Set(executiveIds)];
  if (ids.length < 2) return precedenceOf([]);
  return precedenceOf(await readAgreementsInForce(ctx, { lowId: { in: ids }, highId: { in: ids } }));
}

/** The agreements in force, or those of them that a filter names. */
export async function readAgreementsInForce(
  { db }: PublicCtx,
  where: Prisma.PriorityAgreementWhereInput = {},
): Promise<AgreementPair[]> {
  const tier = { select: { tier: true } };
  const rows = await db.priorityAgreement.findMany({
    where: { AND: [IN_FORCE, where] },
    select: { lowId: true, highId: true, rule: true, low: tier, high: tier },
  });
  return rows.map(({ lowId, highId, rule, low, high }) => ({
    executiveId: lowId,
    otherId: highId,
    rule: RULES[rule],
    tier: low.tier,
    otherTier: high.tier,
  }));
}
