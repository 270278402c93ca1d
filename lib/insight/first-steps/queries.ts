import "server-only";
import { IS_ACTIVE, IS_NOT_INVITED } from "@/lib/accounts/queries-standing";
import type { Manager } from "@/lib/actor";
import type { Ctx, PublicCtx } from "@/lib/context";
import { getOpenAhead } from "@/lib/coverage/board/queries-page";
import { Prisma } from "@/prisma/generated/client/client";
import { type FirstStep, hasPeople, type PoolAhead, type PoolFacts, stepsDone } from "./rules";

export type FirstSteps = {
  /** The pools they are of: those where they are still shown, else all one leads. */
  pools: PoolFacts[];
  ahead: PoolAhead[];
  done: Record<FirstStep, boolean>;
  isClosed: boolean;
};

/** How far the pools one leads have come with their first steps, by what is in the database. */
export async function getFirstSteps(ctx: Ctx<Manager>): Promise<FirstSteps> {
  const led = await listPoolFacts(ctx, Prisma.sql`p.id = ANY(${[...ctx.actor.managedPoolIds]}::uuid[])`);
  const shown = led.filter(({ isClosed }) => !isClosed);
  const pools = shown.length > 0 ? shown : led;
  const ahead = await Promise.all(
    pools
      .filter((pool) => hasPeople(pool) && !pool.hasPlan)
      .map(async ({ id }) => ({ poolId: id, ...(await getOpenAhead(ctx, id)) })),
  );
  return { pools, ahead, done: stepsDone(pools, ahead), isClosed: shown.length === 0 };
}

/** Whether one leads a pool whose first steps are shown. */
export async function areFirstStepsShown(ctx: Ctx<Manager>): Promise<boolean> {
  const where = { id: { in: [...ctx.actor.managedPoolIds] }, firstStepsClosedAt: null };
  return (await ctx.db.pool.findFirst({ where, select: { id: true } })) !== null;
}

/** The facts of some pools, in one statement. Former staff count no more. */
export function listPoolFacts({ db, now }: PublicCtx, which: Prisma.Sql): Promise<PoolFacts[]> {
  const isCurrent = Prisma.sql`m.pool_id = p.id AND (m.leaves_on IS NULL OR m.leaves_on >= ${now}::timestamptz::date)`;
  const counted = Prisma.sql`leave_types t WHERE t.counts_against_allowance AND NOT t.is_retired`;
  return db.$queryRaw<PoolFacts[]>`
    SELECT p.id, p.name, p.first_steps_closed_at IS NOT NULL AS "isClosed",
      (SELECT count(*)::int FROM assistants m WHERE ${isCurrent}) AS assistants,
      (SELECT count(*)::int FROM executives m WHERE ${isCurrent}) AS executives,
      people."neverInvited", people.active,
      CASE WHEN EXISTS (SELECT FROM leave_entitlements g JOIN leave_types t ON t.id = g.leave_type_id
          WHERE g.pool_id = p.id AND t.counts_against_allowance AND NOT t.is_retired)
        OR NOT EXISTS (SELECT FROM ${counted}) THEN 0
        ELSE (SELECT count(*)::int FROM assistants m WHERE ${isCurrent} AND NOT EXISTS (
          SELECT FROM leave_allowances o WHERE o.assistant_id = m.id AND o.amount IS NOT NULL
            AND o.year = extract(year FROM ${now}::timestamptz)))
      END AS "withoutAllowance",
      EXISTS (SELECT FROM coverage_plans x
        WHERE x.pool_id = p.id AND x.status IN ('accepted', 'active', 'completed')) AS "hasPlan"
    FROM pools p CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE ${IS_NOT_INVITED})::int AS "neverInvited",
        count(*) FILTER (WHERE ${IS_ACTIVE})::int AS active
      FROM users u WHERE u.id IN (
        SELECT m.user_id FROM assistants m WHERE ${isCurrent}
        UNION SELECT m.user_id FROM executives m WHERE ${isCurrent})
    ) people
    WHERE ${which}
    ORDER BY p.name`;
}
