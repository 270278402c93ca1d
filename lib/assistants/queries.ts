import "server-only";
import { ACCOUNT_FACTS } from "@/lib/accounts/queries-standing";
import { type AccountFacts, standingOf } from "@/lib/accounts/rules";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { inOrderOf, listMembers } from "@/lib/pools/queries-members";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import { WORK_HOURS } from "./queries-hours";
import { type DatedHours, weekOn, weeksAfter } from "./rules";
import type { AssistantView, ListPeopleInput } from "./schema";

/** Support that may be today's in any time zone; the pool's own day decides among it. */
export function aroundToday(now: Date) {
  const today = daysOnEarth(now);
  return {
    fromOn: { lte: dayToDate(today.to) },
    OR: [{ toOn: null }, { toOn: { gte: dayToDate(today.from) } }],
  } satisfies Prisma.SupportAssignmentWhereInput;
}

/** True when support given from one day to another is in force on a day. */
export function isInForceNow(support: { fromOn: Date; toOn: Date | null }, on: Day): boolean {
  return dayOfColumn(support.fromOn) <= on && (support.toOn === null || on <= dayOfColumn(support.toOn));
}

type AssistantRow = Omit<AssistantView, "hours" | "upcomingHours" | "account"> & {
  facts: AccountFacts;
  timeZone: string;
  hours: DatedHours[];
};

/** Assistants as the database has them, with whom they support on the day it is in their pool. */
function readAssistants({ db, now }: Ctx, ids: readonly string[]): Promise<AssistantRow[]> {
  const today = Prisma.sql`(${now}::timestamptz AT TIME ZONE po.time_zone)::date`;
  return db.$queryRaw`
    SELECT s.id, s.user_id AS "userId", u.name, u.email, ${ACCOUNT_FACTS} AS facts, po.id AS "poolId", po.name AS "poolName", po.time_zone AS "timeZone",
      s.seniority::text, s.fte_percent AS "ftePercent", s.site, s.phone, s.hired_on::text AS "hiredOn",
      s.leaves_on::text AS "leavesOn", s.version,
      (SELECT ${WORK_HOURS} FROM working_patterns p WHERE p.assistant_id = s.id) AS hours,
      (SELECT coalesce(json_agg(json_build_object('dutyId', k.duty_id, 'proficiency', k.proficiency)
          ORDER BY d.sort_order, k.duty_id), '[]')
        FROM assistant_skills k JOIN duties d ON d.id = k.duty_id WHERE k.assistant_id = s.id) AS skills,
      (SELECT coalesce(json_agg(json_build_object('language', l.language, 'level', l.level) ORDER BY l.language), '[]')
        FROM assistant_languages l WHERE l.assistant_id = s.id) AS languages,
      (SELECT coalesce(json_agg(json_build_object('executiveId', e.id, 'executiveName', eu.name, 'role', x.role,
          'dutyIds', x.duty_ids) ORDER BY x.role, eu.name), '[]')
        FROM support_assignments x JOIN executives e ON e.id = x.executive_id JOIN users eu ON eu.id = e.user_id
        WHERE x.assistant_id = s.id AND x.from_on <= ${today} AND (x.to_on IS NULL OR x.to_on >= ${today})) AS supports
    FROM assistants s JOIN users u ON u.id = s.user_id JOIN pools po ON po.id = s.pool_id
    WHERE s.id = ANY(${ids}::uuid[])`;
}

function assistantView({ timeZone, hours, facts, ...row }: AssistantRow, now: Date): AssistantView {
  const today = dayIn(timeZone, now);
  return {
    ...row,
    hours: weekOn(hours, today),
    upcomingHours: weeksAfter(hours, today),
    account: standingOf(facts, now),
  };
}

/** The assistants of the manager's pools, by name. */
export async function listAssistants(
  ctx: Ctx<Manager>,
  input: ListPeopleInput,
): Promise<{ items: AssistantView[]; nextCursor: string | null }> {
  const members = await listMembers(ctx, "assistants", input);
  const rows = await readAssistants(
    ctx,
    members.map((member) => member.id),
  );
  return pageOf(
    inOrderOf(members, rows),
    input.limit,
    ({ member }) => ({ key: member.key, id: member.userId }),
    ({ row }) => assistantView(row, ctx.now),
  );
}

/** One assistant of the manager's pools; any other is not found. */
export async function requireAssistantRecord(ctx: Ctx<Manager>, id: string): Promise<AssistantView> {
  const [row] = await readAssistants(ctx, [id]);
  if (!row || !canManagePool(ctx.actor, row.poolId)) throw new NotFoundError("assistant");
  return assistantView(row, ctx.now);
}
