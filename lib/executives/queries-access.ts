import "server-only";
import { isNamed, NAME_ORDER } from "@/lib/accounts/queries-names";
import type { Assistant, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { daysOnEarth } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import {
  canKeepExecutive,
  canSeeExecutive,
  DAYS_AHEAD,
  type ExecutiveAccess,
  OPENING_COVER,
} from "./rules-profile";

/** How the actor stands to some executives now, by the clock of each executive's pool, to the minute. */
export async function listExecutiveAccess(
  ctx: Ctx<Person>,
  executiveIds: readonly string[],
): Promise<Map<string, ExecutiveAccess>> {
  const { userId, assistant, managedPoolIds } = ctx.actor;
  const mine = Prisma.sql`${assistant?.id ?? null}::uuid`;
  const supports = (role: string) => Prisma.sql`EXISTS (
    SELECT 1 FROM support_assignments s
    WHERE s.executive_id = e.id AND s.assistant_id = ${mine} AND s.role = ${role}::support_role
      AND s.from_on <= local.today AND (s.to_on IS NULL OR s.to_on >= local.today))`;
  const covers = (when: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM coverage_assignments c
    WHERE c.executive_id = e.id AND c.assistant_id = ${mine}
      AND c.status = ANY(${[...OPENING_COVER]}::coverage_status[])
      AND c.end_on >= local.today AND c.start_on <= local.today + ${DAYS_AHEAD}::int AND ${when})`;
  const span = Prisma.sql`minutes_away(c.start_on, c.start_part, c.end_on, c.end_part, c.start_minute, c.end_minute)`;
  const rows = await ctx.db.$queryRaw<ExecutiveAccess[]>`
    SELECT e.id AS "executiveId", u.name AS "executiveName", u.email, e.phone, e.title, e.pool_id AS "poolId",
      p.time_zone AS "timeZone", to_char(local.today, 'YYYY-MM-DD') AS today,
      e.user_id = ${userId}::uuid AS "isExecutive",
      e.pool_id = ANY(${[...managedPoolIds]}::uuid[]) AS "managesPool",
      ${supports("primary")} AND local.works AS "isPrimary",
      ${supports("shared")} AND local.works AS "isShared",
      ${covers(Prisma.sql`${span} @> local.minute`)} AND local.works AS "coversNow",
      ${covers(Prisma.sql`upper(${span}) > local.minute`)} AND local.works AS "coversSoon"
    FROM executives e
    JOIN users u ON u.id = e.user_id
    JOIN pools p ON p.id = e.pool_id
    CROSS JOIN LATERAL (SELECT ${ctx.now}::timestamptz AT TIME ZONE p.time_zone AS clock) now
    CROSS JOIN LATERAL (SELECT now.clock::date AS today,
      (now.clock::date - DATE '2000-01-01')::bigint * 1440
        + (extract(hour FROM now.clock) * 60 + extract(minute FROM now.clock))::bigint AS minute,
      EXISTS (SELECT 1 FROM assistants a
        WHERE a.id = ${mine} AND (a.leaves_on IS NULL OR a.leaves_on >= now.clock::date)) AS works) local
    WHERE e.id = ANY(${[...executiveIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.executiveId, row]));
}

const MOST_SERVED = 200;

/** The executives an assistant may know of whose name is typed, by name. */
export async function listKnownExecutives(
  ctx: Ctx<Assistant>,
  q: string,
  limit: number,
): Promise<ExecutiveAccess[]> {
  const { from } = daysOnEarth(ctx.now);
  const mine = Prisma.sql`${ctx.actor.assistant.id}::uuid`;
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM executives e JOIN users u ON u.id = e.user_id
    WHERE ${isNamed(q)} AND e.id IN (
      SELECT s.executive_id FROM support_assignments s
      WHERE s.assistant_id = ${mine} AND (s.to_on IS NULL OR s.to_on >= ${from}::date)
      UNION SELECT c.executive_id FROM coverage_assignments c
      WHERE c.assistant_id = ${mine} AND c.end_on >= ${from}::date)
    ORDER BY ${NAME_ORDER}, e.id
    LIMIT ${MOST_SERVED}`;
  const ids = rows.map((row) => row.id);
  const known = await listExecutiveAccess(ctx, ids);
  return ids
    .flatMap((id) => known.get(id) ?? [])
    .filter(canSeeExecutive)
    .slice(0, limit);
}

/** How the actor stands to an executive they may know of; any other is not found. */
export async function requireExecutiveAccess(
  ctx: Ctx<Person>,
  executiveId: string,
): Promise<ExecutiveAccess> {
  const executiveAccess = (await listExecutiveAccess(ctx, [executiveId])).get(executiveId);
  if (!executiveAccess || !canSeeExecutive(executiveAccess)) throw new NotFoundError("executive");
  return executiveAccess;
}

/** How the actor stands to an executive whose records they keep; for others it is not found. */
export async function requireKeeper(ctx: Ctx<Person>, executiveId: string): Promise<ExecutiveAccess> {
  const executiveAccess = await requireExecutiveAccess(ctx, executiveId);
  if (!canKeepExecutive(executiveAccess)) throw new NotFoundError("executive");
  return executiveAccess;
}
