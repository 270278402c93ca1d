import "server-only";
import { isNamed } from "@/lib/accounts/queries-names";
import type { Manager } from "@/lib/actor";
import { aroundToday, isInForceNow } from "@/lib/assistants/queries";
import { datedHoursOf, PATTERN_COLUMNS } from "@/lib/assistants/queries-hours";
import { weekOn, weeksAfter } from "@/lib/assistants/rules";
import type { ListPeopleInput } from "@/lib/assistants/schema";
import type { Ctx } from "@/lib/context";
import { pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { inOrderOf, listMembers } from "@/lib/pools/queries-members";
import { isFoundBy } from "@/lib/search";
import { dayOfColumn } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import type { ExecutiveView } from "./schema";

function executiveSelect(now: Date) {
  return {
    id: true,
    title: true,
    department: true,
    tier: true,
    site: true,
    onsite: true,
    leavesOn: true,
    version: true,
    user: { select: { name: true, email: true } },
    pool: { select: { id: true, name: true, timeZone: true } },
    supportHours: { select: PATTERN_COLUMNS },
    dutyRequirements: {
      select: { dutyId: true, minutesPerDay: true, minProficiency: true, coverLevel: true },
      orderBy: [{ duty: { sortOrder: "asc" } }, { dutyId: "asc" }],
    },
    languages: { select: { language: true, level: true }, orderBy: { language: "asc" } },
    supportAssignments: {
      where: aroundToday(now),
      select: {
        role: true,
        rank: true,
        dutyIds: true,
        fromOn: true,
        toOn: true,
        assistant: { select: { id: true, user: { select: { name: true } } } },
      },
      orderBy: [{ role: "asc" }, { rank: "asc" }, { assistant: { user: { name: "asc" } } }],
    },
  } satisfies Prisma.ExecutiveSelect;
}

type ExecutiveRow = Prisma.ExecutiveGetPayload<{ select: ReturnType<typeof executiveSelect> }>;

function executiveView(row: ExecutiveRow, now: Date): ExecutiveView {
  const today = dayIn(row.pool.timeZone, now);
  const hours = datedHoursOf(row.supportHours);
  const { id, title, department, tier, site, onsite, version } = row;
  return {
    id,
    name: row.user.name,
    email: row.user.email,
    poolId: row.pool.id,
    poolName: row.pool.name,
    title,
    department,
    tier,
    site,
    onsite,
    leavesOn: row.leavesOn && dayOfColumn(row.leavesOn),
    supportHours: weekOn(hours, today),
    upcomingSupportHours: weeksAfter(hours, today),
    duties: row.dutyRequirements,
    languages: row.languages,
    supportedBy: row.supportAssignments
      .filter((support) => isInForceNow(support, today))
      .map(({ assistant, role, rank, dutyIds }) => ({
        assistantId: assistant.id,
        assistantName: assistant.user.name,
        role,
        rank,
        dutyIds,
      })),
    version,
  };
}

/** The executives of the manager's pools, by name. */
export async function listExecutives(
  ctx: Ctx<Manager>,
  input: ListPeopleInput,
): Promise<{ items: ExecutiveView[]; nextCursor: string | null }> {
  const members = await listMembers(ctx, "executives", input);
  const rows = await ctx.db.executive.findMany({
    where: { id: { in: members.map((member) => member.id) } },
    select: executiveSelect(ctx.now),
  });
  return pageOf(
    inOrderOf(members, rows),
    input.limit,
    ({ member }) => ({ key: member.key, id: member.userId }),
    ({ row }) => executiveView(row, ctx.now),
  );
}

/** One executive of the manager's pools; any other is not found. */
export async function requireExecutiveRecord(ctx: Ctx<Manager>, id: string): Promise<ExecutiveView> {
  const row = await ctx.db.executive.findUnique({ where: { id }, select: executiveSelect(ctx.now) });
  if (!row || !canManagePool(ctx.actor, row.pool.id)) throw new NotFoundError("executive");
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
