import "server-only";
import type { Assistant, Person } from "@/lib/actor";
import { aroundToday, isInForceNow } from "@/lib/assistants/queries";
import type { Ctx } from "@/lib/context";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import { requireExecutiveAccess } from "./queries-access";
import {
  canKeepExecutive,
  canReadConfidential,
  type ExecutiveAccess,
  STANDARD_ACCESS,
} from "./rules-profile";
import { type ExecutiveProfileView, PROFILE_CATEGORIES, type ProfileSectionView } from "./schema-profile";

/** The executives whose own assistant the actor is today, by name. */
export async function listOwnExecutives(
  ctx: Ctx<Assistant>,
): Promise<{ executiveId: string; name: string; title: string }[]> {
  const rows = await ctx.db.supportAssignment.findMany({
    where: {
      assistantId: ctx.actor.assistant.id,
      role: { in: ["primary", "shared"] },
      ...aroundToday(ctx.now),
    },
    select: {
      fromOn: true,
      toOn: true,
      executive: {
        select: {
          id: true,
          title: true,
          user: { select: { name: true } },
          pool: { select: { timeZone: true } },
        },
      },
    },
    orderBy: [{ executive: { user: { name: "asc" } } }, { id: "asc" }],
    take: 100,
  });
  const own = rows
    .filter((row) => isInForceNow(row, dayIn(row.executive.pool.timeZone, ctx.now)))
    .map(({ executive: { id, title, user } }) => [id, { executiveId: id, name: user.name, title }] as const);
  // One row for each set of duties with another role.
  return [...new Map(own).values()];
}

const MOST_SECTIONS = 200;
const MOST_RECORDS = 200;

type SectionRow = Omit<ProfileSectionView, "updatedAt"> & { updatedAt: Date };

/**
 * The sections of an executive as the reader may see them. A body that is not theirs to read never leaves the database; nor do
 * confidential titles.
 */
export async function listProfileSections(
  ctx: Ctx<Person>,
  executiveAccess: ExecutiveAccess,
): Promise<ProfileSectionView[]> {
  const isInside = canReadConfidential(executiveAccess);
  const isReadable = Prisma.sql`(NOT s.confidential OR ${isInside} OR (s.open_to_managers AND ${executiveAccess.managesPool}))`;
  // Who neither may read a confidential section nor leads the pool is not told that it exists.
  const isKnown = Prisma.sql`(NOT s.confidential OR ${isInside} OR ${executiveAccess.managesPool})`;
  const rows = await ctx.db.$queryRaw<SectionRow[]>`
    SELECT s.id, s.category::text AS category, s.confidential, s.open_to_managers AS "openToManagers", s.version,
      s.updated_at AS "updatedAt",
      CASE WHEN ${isReadable} THEN s.title END AS title,
      CASE WHEN ${isReadable} THEN s.body END AS body
    FROM executive_profile_sections s
    WHERE s.executive_id = ${executiveAccess.executiveId}::uuid AND ${isKnown}
    ORDER BY array_position(${[...PROFILE_CATEGORIES]}::text[], s.category::text), s.created_at, s.id
    LIMIT ${MOST_SECTIONS}`;
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

/** All that is kept of an executive the actor may know of; any other is not found. */
export async function requireExecutiveProfile(
  ctx: Ctx<Person>,
  executiveId: string,
): Promise<ExecutiveProfileView> {
  const executiveAccess = await requireExecutiveAccess(ctx, executiveId);
  const where = { executiveId };
  const [sections, routines, dates, access] = await Promise.all([
    listProfileSections(ctx, executiveAccess),
    ctx.db.recurringDuty.findMany({
      where,
      select: {
        id: true,
        text: true,
        dutyId: true,
        weekdays: true,
        monthDay: true,
        minute: true,
        version: true,
      },
      orderBy: [{ monthDay: { sort: "asc", nulls: "first" } }, { minute: "asc" }, { createdAt: "asc" }],
      take: MOST_RECORDS,
    }),
    ctx.db.dateToKnow.findMany({
      where: { ...where, on: { gte: dayToDate(executiveAccess.today) } },
      select: { id: true, on: true, text: true, version: true },
      orderBy: [{ on: "asc" }, { createdAt: "asc" }],
      take: MOST_RECORDS,
    }),
    listAccessTemplate(ctx, executiveId),
  ]);
  return {
    executiveId,
    executiveName: executiveAccess.executiveName,
    title: executiveAccess.title,
    email: executiveAccess.email,
    phone: executiveAccess.phone,
    today: executiveAccess.today,
    mayKeep: canKeepExecutive(executiveAccess),
    isOwn: executiveAccess.isExecutive,
    mayReadConfidential: canReadConfidential(executiveAccess),
    sections,
    routines,
    datesToKnow: dates.map((row) => ({ ...row, on: dayOfColumn(row.on) })),
    access,
  };
}

/** What covers of an executive are given, in order: as somebody has said, or what is usual. */
export async function listAccessTemplate(
  ctx: Pick<Ctx, "db">,
  executiveId: string,
): Promise<ExecutiveProfileView["access"]> {
  const rows = await ctx.db.accessTemplateItem.findMany({
    where: { executiveId },
    select: { kind: true, label: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.length > 0 ? rows : [...STANDARD_ACCESS];
}
