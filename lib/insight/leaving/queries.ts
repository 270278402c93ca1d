import "server-only";
import type { Administrator } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { daysOnEarth } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import { ENDING_WITH_ACCOUNT, HELD_KINDS, type HeldKind, type HeldView } from "./schema";

const MOST_NAMES = 5;

type Reader = (of: { userId: string; today: string; now: Date }) => Prisma.Sql;

const OTHER_MANAGER = Prisma.sql`EXISTS (SELECT FROM pool_managers o JOIN users u ON u.id = o.user_id
  WHERE o.pool_id = m.pool_id AND o.user_id <> m.user_id AND u.disabled_at IS NULL
    AND (u.password_hash IS NOT NULL OR EXISTS (SELECT FROM user_identities i WHERE i.user_id = u.id)))`;
const ASSISTANT = (userId: string) => Prisma.sql`(SELECT id FROM assistants WHERE user_id = ${userId}::uuid)`;
const EXECUTIVE_NAME = Prisma.sql`executives e ON e.id = r.executive_id JOIN users n ON n.id = e.user_id`;

/** How each kind is found: the names of what the person holds, one row each. A new kind needs its reader here, and words. */
const READERS: Record<HeldKind, Reader> = {
  pools_alone: ({ userId }) => Prisma.sql`SELECT p.name FROM pool_managers m JOIN pools p ON p.id = m.pool_id
    WHERE m.user_id = ${userId}::uuid AND NOT ${OTHER_MANAGER}`,
  pools_shared: ({ userId }) => Prisma.sql`SELECT p.name FROM pool_managers m JOIN pools p ON p.id = m.pool_id
    WHERE m.user_id = ${userId}::uuid AND ${OTHER_MANAGER}`,
  leave_decided: ({ userId }) => Prisma.sql`SELECT n.name FROM assistant_leave_policies r
    JOIN assistants s ON s.id = r.assistant_id JOIN users n ON n.id = s.user_id WHERE r.decider_id = ${userId}::uuid`,
  second_decisions: ({
    userId,
  }) => Prisma.sql`SELECT p.name FROM pool_leave_policies r JOIN pools p ON p.id = r.pool_id
    WHERE r.second_decider_id = ${userId}::uuid`,
  deputies: ({ userId, today }) => Prisma.sql`SELECT n.name FROM manager_deputies r
    JOIN users n ON n.id = CASE WHEN r.deputy_id = ${userId}::uuid THEN r.manager_id ELSE r.deputy_id END
    WHERE ${userId}::uuid IN (r.deputy_id, r.manager_id) AND r.to_on >= ${today}::date`,
  executives_supported: ({ userId, today }) => Prisma.sql`SELECT DISTINCT n.name FROM support_assignments r
    JOIN ${EXECUTIVE_NAME} WHERE r.assistant_id = ${ASSISTANT(userId)} AND (r.to_on IS NULL OR r.to_on >= ${today}::date)`,
  supported_by: ({ userId, today }) => Prisma.sql`SELECT DISTINCT n.name FROM support_assignments r
    JOIN executives e ON e.id = r.executive_id JOIN assistants s ON s.id = r.assistant_id JOIN users n ON n.id = s.user_id
    WHERE e.user_id = ${userId}::uuid AND (r.to_on IS NULL OR r.to_on >= ${today}::date)`,
  covers_ahead: ({
    userId,
    today,
  }) => Prisma.sql`SELECT n.name FROM coverage_assignments r JOIN ${EXECUTIVE_NAME}
    WHERE r.assistant_id = ${ASSISTANT(userId)} AND r.status IN ('confirmed', 'accepted', 'active') AND r.end_on >= ${today}::date`,
  offers_open: ({
    userId,
    today,
  }) => Prisma.sql`SELECT n.name FROM coverage_assignments r JOIN ${EXECUTIVE_NAME}
    WHERE r.assistant_id = ${ASSISTANT(userId)} AND r.status = 'offered' AND r.end_on >= ${today}::date`,
  requests_open: ({ userId }) => Prisma.sql`SELECT n.name FROM support_requests r JOIN ${EXECUTIVE_NAME}
    WHERE r.assignee_id = ${ASSISTANT(userId)} AND r.status IN ('new', 'assigned', 'in_progress', 'waiting')`,
  handovers_open: ({ userId }) => Prisma.sql`SELECT n.name FROM handovers r JOIN ${EXECUTIVE_NAME}
    WHERE r.cover_assistant_id = ${ASSISTANT(userId)} AND r.status IN ('draft', 'ready', 'acknowledged', 'active')`,
  shifts_ahead: ({ userId, today }) => Prisma.sql`SELECT r.on_day::text AS name FROM shifts r
    WHERE r.assistant_id = ${ASSISTANT(userId)} AND r.status = 'published' AND r.on_day >= ${today}::date`,
  api_tokens: ({ userId, now }) => Prisma.sql`SELECT r.name FROM api_tokens r
    WHERE r.user_id = ${userId}::uuid AND r.revoked_at IS NULL AND r.expires_at > ${now}`,
  calendar_feeds: ({ userId }) =>
    Prisma.sql`SELECT r.kind::text AS name FROM calendar_feeds r WHERE r.user_id = ${userId}::uuid`,
};

/** The pools that a person manages alone, or with others who can sign in. */
export async function listPoolsHeld(
  { db }: Ctx<Administrator>,
  userId: string,
  isAlone: boolean,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT m.pool_id AS id FROM pool_managers m WHERE m.user_id = ${userId}::uuid AND ${OTHER_MANAGER} <> ${isAlone}`;
  return rows.map(({ id }) => id);
}

/** The kinds whose rows have names that say something to a reader. */
const NAMELESS: readonly HeldKind[] = ["shifts_ahead", "calendar_feeds"];

/**
 * Everything an account holds, by kind. What nobody else could do without it must be passed on before it is shut; of an account
 * that is shut, all that others need, before its person is erased.
 */
export async function listHeld(ctx: Ctx<Administrator>, userId: string): Promise<HeldView[]> {
  const of = { userId, today: daysOnEarth(ctx.now).from, now: ctx.now };
  const parts = HELD_KINDS.map(
    (kind) => Prisma.sql`SELECT ${kind} AS kind, count(*)::int AS count,
      (array_agg(name ORDER BY name))[1:${Prisma.raw(String(MOST_NAMES))}] AS names FROM (${READERS[kind](of)}) held`,
  );
  const rows = await ctx.db.$queryRaw<
    { kind: HeldKind; count: number; names: string[] | null; isShut: boolean }[]
  >(
    Prisma.sql`SELECT held.*, u.disabled_at IS NOT NULL AS "isShut" FROM users u,
      (${Prisma.join(parts, " UNION ALL ")}) held WHERE u.id = ${userId}::uuid AND held.count > 0`,
  );
  return rows.map(({ kind, count, names, isShut }) => ({
    kind,
    count,
    mustPassOn: isShut ? !ENDING_WITH_ACCOUNT.includes(kind) : kind === "pools_alone",
    names: NAMELESS.includes(kind) ? [] : (names ?? []),
  }));
}
