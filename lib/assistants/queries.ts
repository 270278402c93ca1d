import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { inOrderOf, listMembers } from "@/lib/pools/queries-members";
import { type Day, dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { datedHoursOf, PATTERN_COLUMNS } from "./queries-hours";
import { weekOn, weeksAfter } from "./rules";
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

function assistantSelect(now: Date) {
  return {
    id: true,
    seniority: true,
    ftePercent: true,
    site: true,
    hiredOn: true,
    leavesOn: true,
    version: true,
    user: { select: { name: true, email: true } },
    pool: { select: { id: true, name: true, timeZone: true } },
    workingPatterns: { select: PATTERN_COLUMNS },
    skills: {
      select: { dutyId: true, proficiency: true },
      orderBy: [{ duty: { sortOrder: "asc" } }, { dutyId: "asc" }],
    },
    languages: { select: { language: true, level: true }, orderBy: { language: "asc" } },
    supportAssignments: {
      where: aroundToday(now),
      select: {
        role: true,
        dutyIds: true,
        fromOn: true,
        toOn: true,
        executive: { select: { id: true, user: { select: { name: true } } } },
      },
      orderBy: [{ role: "asc" }, { executive: { user: { name: "asc" } } }],
    },
  } satisfies Prisma.AssistantSelect;
}

type AssistantRow = Prisma.AssistantGetPayload<{ select: ReturnType<typeof assistantSelect> }>;

function assistantView(row: AssistantRow, now: Date): AssistantView {
  const today = dayIn(row.pool.timeZone, now);
  const patterns = datedHoursOf(row.workingPatterns);
  return {
    id: row.id,
    name: row.user.name,
    email: row.user.email,
    poolId: row.pool.id,
    poolName: row.pool.name,
    seniority: row.seniority,
    ftePercent: row.ftePercent,
    site: row.site,
    hiredOn: row.hiredOn && dayOfColumn(row.hiredOn),
    leavesOn: row.leavesOn && dayOfColumn(row.leavesOn),
    hours: weekOn(patterns, today),
    upcomingHours: weeksAfter(patterns, today),
    skills: row.skills,
    languages: row.languages,
    supports: row.supportAssignments
      .filter((support) => isInForceNow(support, today))
      .map(({ executive, role, dutyIds }) => ({
        executiveId: executive.id,
        executiveName: executive.user.name,
        role,
        dutyIds,
      })),
    version: row.version,
  };
}

/** The assistants of the manager's pools, by name. */
export async function listAssistants(
  ctx: Ctx<Manager>,
  input: ListPeopleInput,
): Promise<{ items: AssistantView[]; nextCursor: string | null }> {
  const members = await listMembers(ctx, "assistants", input);
  const rows = await ctx.db.assistant.findMany({
    where: { id: { in: members.map((member) => member.id) } },
    select: assistantSelect(ctx.now),
  });
  return pageOf(
    inOrderOf(members, rows),
    input.limit,
    ({ member }) => ({ key: member.key, id: member.userId }),
    ({ row }) => assistantView(row, ctx.now),
  );
}

/** One assistant of the manager's pools; any other is not found. */
export async function requireAssistantRecord(ctx: Ctx<Manager>, id: string): Promise<AssistantView> {
  const row = await ctx.db.assistant.findUnique({ where: { id }, select: assistantSelect(ctx.now) });
  if (!row || !canManagePool(ctx.actor, row.pool.id)) throw new NotFoundError("assistant");
  return assistantView(row, ctx.now);
}
