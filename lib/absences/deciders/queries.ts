import "server-only";
import type { Ctx } from "@/lib/context";
import type { Day } from "@/lib/time/day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import type { AbsenceOwner, ActingFor, Place } from "./policy";

/** Whose leave it is and who decides on it, of an assistant `s` with DECIDERS; an account that was closed decides no more. */
export const OWNER_COLUMNS = Prisma.sql`s.id AS "assistantId", s.pool_id AS "poolId", d.id AS "deciderId",
  dd.id AS "secondDeciderId"`;

/** What an assistant `s` is joined with to know who decides on their leave. */
export const DECIDERS = Prisma.sql`
  LEFT JOIN assistant_leave_policies ap ON ap.assistant_id = s.id
  LEFT JOIN users d ON d.id = ap.decider_id AND d.disabled_at IS NULL
  LEFT JOIN pool_leave_policies pp ON pp.pool_id = s.pool_id
  LEFT JOIN users dd ON dd.id = pp.second_decider_id AND dd.disabled_at IS NULL`;

/** In whose places the actor may act today: their own, and those of managers who named them their deputy. */
export async function getActingFor(ctx: Ctx): Promise<ActingFor> {
  const own: Place = { userId: ctx.actor.userId, poolIds: ctx.actor.managedPoolIds };
  const rows = await listDeputies(ctx, Prisma.sql`d.deputy_id = ${ctx.actor.userId}::uuid`);
  return [own, ...rows.map(({ managerId, poolIds }) => ({ userId: managerId, poolIds }))];
}

type DeputyRow = {
  deputyId: string;
  managerId: string;
  fromOn: Day;
  toOn: Day;
  poolIds: string[];
  timeZone: string | null;
};

/** Who stands in for a manager on the day it is in the manager's pool. */
async function listDeputies({ db, now }: Ctx, where: Prisma.Sql): Promise<DeputyRow[]> {
  const today = daysOnEarth(now);
  const rows = await db.$queryRaw<DeputyRow[]>`
    SELECT d.deputy_id AS "deputyId", d.manager_id AS "managerId", d.from_on::text AS "fromOn", d.to_on::text AS "toOn",
      coalesce(m.pool_ids, '{}') AS "poolIds", m.time_zone AS "timeZone"
    FROM manager_deputies d LEFT JOIN LATERAL (
      SELECT array_agg(p.id ORDER BY p.id) AS pool_ids, min(p.time_zone) AS time_zone
      FROM pool_managers pm JOIN pools p ON p.id = pm.pool_id WHERE pm.user_id = d.manager_id) m ON true
    WHERE ${where} AND d.from_on <= ${today.to}::date AND d.to_on >= ${today.from}::date
    ORDER BY d.id`;
  return rows.filter(({ timeZone, fromOn, toOn }) => {
    const on = dayIn(timeZone ?? "UTC", now);
    return fromOn <= on && on <= toOn;
  });
}

/** True for absences of an assistant `s` with DECIDERS that whoever stands in these places may know of, besides their own. */
export function isKnownTo(actingFor: ActingFor): Prisma.Sql {
  const poolIds = [...new Set(actingFor.flatMap((place) => place.poolIds))];
  const userIds = actingFor.map((place) => place.userId);
  return Prisma.sql`(s.pool_id = ANY(${poolIds}::uuid[]) OR ap.decider_id = ANY(${userIds}::uuid[])
    OR pp.second_decider_id = ANY(${userIds}::uuid[]))`;
}

/** Who is to be told of leave that waits: the person's own decider, else the managers, and whoever is their deputy today. */
export async function decidersOf(
  ctx: Ctx,
  { poolId, deciderId, secondDeciderId }: AbsenceOwner,
  stage: "first" | "second" = "first",
): Promise<string[]> {
  const named = stage === "first" ? deciderId : secondDeciderId;
  const managers = named
    ? [{ userId: named }]
    : await ctx.db.poolManager.findMany({ where: { poolId }, select: { userId: true } });
  const userIds = managers.map((manager) => manager.userId);
  const deputies = await listDeputies(ctx, Prisma.sql`d.manager_id = ANY(${userIds}::uuid[])`);
  return [...userIds, ...deputies.map((deputy) => deputy.deputyId)];
}
