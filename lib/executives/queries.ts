import "server-only";
import { isNamed } from "@/lib/accounts/queries-names";
import { ACCOUNT_FACTS } from "@/lib/accounts/queries-standing";
import { type AccountFacts, standingOf } from "@/lib/accounts/rules";
import type { Manager } from "@/lib/actor";
import { HOURS } from "@/lib/assistants/queries-hours";
import { type DatedHours, weekOn, weeksAfter } from "@/lib/assistants/rules";
import type { ListPeopleInput } from "@/lib/assistants/schema";
import type { Ctx } from "@/lib/context";
import { pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { inOrderOf, listMembers } from "@/lib/pools/queries-members";
import { isFoundBy } from "@/lib/search";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import type { ExecutiveView } from "./schema";

type ExecutiveRow = Omit<ExecutiveView, "supportHours" | "upcomingSupportHours" | "account"> & {
  facts: AccountFacts;
  timeZone: string;
  hours: DatedHours[];
};

/** Executives as the database has them, with who supports them on the day it is in their pool. */
function readExecutives({ db, now }: Ctx, ids: readonly string[]): Promise<ExecutiveRow[]> {
  const today = Prisma.sql`(${now}::timestamptz AT TIME ZONE po.time_zone)::date`;
  return db.$queryRaw`
    SELECT e.id, e.user_id AS "userId", u.name, u.email, ${ACCOUNT_FACTS} AS facts, po.id AS "poolId", po.name AS "poolName", po.time_zone AS "timeZone", e.title,
      e.department, e.tier, e.site, e.phone, e.onsite, e.leaves_on::text AS "leavesOn", e.version,
      (SELECT ${HOURS} FROM support_hours p WHERE p.executive_id = e.id) AS hours,
      (SELECT coalesce(json_agg(json_build_object('dutyId', r.duty_id, 'minutesPerDay', r.minutes_per_day,
          'minProficiency', r.min_proficiency, 'coverLevel', r.cover_level) ORDER BY d.sort_order, r.duty_id), '[]')
        FROM duty_requirements r JOIN duties d ON d.id = r.duty_id WHERE r.executive_id = e.id) AS duties,
      (SELECT coalesce(json_agg(json_build_object('language', l.language, 'level', l.level) ORDER BY l.language), '[]')
        FROM executive_languages l WHERE l.executive_id = e.id) AS languages,
      (SELECT coalesce(json_agg(json_build_object('assistantId', s.id, 'assistantName', su.name, 'role', x.role,
          'rank', x.rank, 'dutyIds', x.duty_ids) ORDER BY x.role, x.rank, su.name), '[]')
        FROM support_assignments x JOIN assistants s ON s.id = x.assistant_id JOIN users su ON su.id = s.user_id
        WHERE x.executive_id = e.id AND x.from_on <= ${today} AND (x.to_on IS NULL OR x.to_on >= ${today})) AS "supportedBy"
    FROM executives e JOIN users u ON u.id = e.user_id JOIN pools po ON po.id = e.pool_id
    WHERE e.id = ANY(${ids}::uuid[])`;
}

function executiveView({ timeZone, hours, facts, ...row }: ExecutiveRow, now: Date): ExecutiveView {
  const today = dayIn(timeZone, now);
  return {
    ...row,
    supportHours: weekOn(hours, today),
    upcomingSupportHours: weeksAfter(hours, today),
    account: standingOf(facts, now),
  };
}

/** The executives of the manager's pools, by name. */
export async function listExecutives(
  ctx: Ctx<Manager>,
  input: ListPeopleInput,
): Promise<{ items: ExecutiveView[]; nextCursor: string | null }> {
  const members = await listMembers(ctx, "executives", input);
  const rows = await readExecutives(
    ctx,
    members.map((member) => member.id),
  );
  return pageOf(
    inOrderOf(members, rows),
    input.limit,
    ({ member }) => ({ key: member.key, id: member.userId }),
    ({ row }) => executiveView(row, ctx.now),
  );
}

/** One executive of the manager's pools; any other is not found. */
export async function requireExecutiveRecord(ctx: Ctx<Manager>, id: string): Promise<ExecutiveView> {
  const [row] = await readExecutives(ctx, [id]);
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("executive");
  return executiveView(row, ctx.now);
}

/** The executives of a pool found by their name, e-mail or title. */
export async function listExecutiveIdsFound(
  { db }: Ctx<Manager>,
  poolId: string,
  q: string,
): Promise<ReadonlySet<string>> {
  const byTitle = isFoundBy(q, Prisma.sql`u.name || ' ' || e.title`);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM executives e JOIN users u ON u.id = e.user_id
    WHERE e.pool_id = ${poolId}::uuid AND (${isNamed(q)} OR ${byTitle})`;
  return new Set(rows.map((row) => row.id));
}
