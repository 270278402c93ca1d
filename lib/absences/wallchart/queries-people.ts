import "server-only";
import { listUserIdsNamed } from "@/lib/accounts/queries-names";
import type { Assistant, Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { localeTag } from "@/lib/i18n/locales";
import { canManagePool } from "@/lib/pools/policy";
import { type DayRange, laterDay } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import type { WallchartInput, WallchartPerson } from "./schema";

export type ChartPoolRow = {
  id: string;
  name: string;
  timeZone: string;
  holidayRegion: string;
  holidayTypes: string[];
};

export type ChartPersonRow = Pick<WallchartPerson, "id" | "name" | "site" | "seniority"> & {
  poolId: string;
  /** Whose executives they are, where people are grouped by them. */
  executiveNames: string[];
};

/** The pools whose wallchart one may see, by name: one's own and those one leads. */
export function listChartPools(ctx: Ctx<Manager | Assistant>): Promise<ChartPoolRow[]> {
  return ctx.db.pool.findMany({
    where: { id: { in: visiblePoolIds(ctx) } },
    select: { id: true, name: true, timeZone: true, holidayRegion: true, holidayTypes: true },
    orderBy: { name: "asc" },
  });
}

/** Those of some pools that are asked for: all of them when none is named; a pool one may not see is not found. */
export function poolsAsked<P extends { id: string }>(pools: readonly P[], poolId: string | undefined): P[] {
  const asked = pools.filter(({ id }) => poolId === undefined || id === poolId);
  if (poolId !== undefined && asked.length === 0) throw new NotFoundError("pool");
  return asked;
}

/** The sites of the pools whose wallchart one may see. */
export async function listWallchartSites(ctx: Ctx<Manager | Assistant>): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ site: string }[]>`
    SELECT DISTINCT site FROM assistants WHERE pool_id = ANY(${visiblePoolIds(ctx)}::uuid[]) AND site <> ''
    ORDER BY site`;
  return rows.map((row) => row.site);
}

function visiblePoolIds({ actor }: Ctx): string[] {
  const own = actor.assistant?.poolId;
  return [...new Set([...actor.managedPoolIds, ...(own ? [own] : [])])];
}

/** True where one may know more of a person than that they are away: of people one leads, and of oneself. */
export function isOpenTo(actor: Person, row: Pick<ChartPersonRow, "id" | "poolId">): boolean {
  return canManagePool(actor, row.poolId) || actor.assistant?.id === row.id;
}

/** Those who work there some time of the days shown and have not left by today, by name. */
export async function listChartPeople(
  ctx: Ctx,
  pools: readonly ChartPoolRow[],
  input: WallchartInput,
  shown: DayRange,
): Promise<ChartPersonRow[]> {
  const { to } = shown;
  const still = pools.map((pool) => laterDay(shown.from, dayIn(pool.timeZone, ctx.now)));
  const names = Prisma.sql`ARRAY(SELECT DISTINCT x.name FROM ${supportedIn(shown)})`;
  const filters = await filtersOf(ctx, pools, input, shown);
  const rows = await ctx.db.$queryRaw<ChartPersonRow[]>`
    SELECT a.id, a.pool_id AS "poolId", a.site, a.seniority::text, u.name,
      ${input.group === "executive" ? names : Prisma.sql`ARRAY[]::text[]`} AS "executiveNames"
    FROM assistants a JOIN users u ON u.id = a.user_id
    JOIN unnest(${pools.map((pool) => pool.id)}::uuid[], ${still}::date[]) AS p (id, still) ON p.id = a.pool_id
    WHERE (a.leaves_on IS NULL OR a.leaves_on >= p.still) AND (a.hired_on IS NULL OR a.hired_on <= ${to}::date)
      ${filters.length > 0 ? Prisma.join(filters, " ") : Prisma.empty}`;
  const collator = new Intl.Collator(localeTag(ctx.actor.locale));
  return rows.sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

function supportedIn({ from, to }: DayRange): Prisma.Sql {
  return Prisma.sql`support_assignments s JOIN executives e ON e.id = s.executive_id JOIN users x ON x.id = e.user_id
    WHERE s.assistant_id = a.id AND s.role <> 'backup' AND s.from_on <= ${to}::date
      AND (s.to_on IS NULL OR s.to_on >= ${from}::date)`;
}

async function filtersOf(
  ctx: Ctx,
  pools: readonly ChartPoolRow[],
  { q, site, seniority, executive, type }: WallchartInput,
  shown: DayRange,
): Promise<Prisma.Sql[]> {
  return [
    ...(site === undefined ? [] : [Prisma.sql`AND a.site = ${site}`]),
    ...(seniority === undefined ? [] : [Prisma.sql`AND a.seniority = ${seniority}::seniority`]),
    ...(q ? [Prisma.sql`AND u.id = ANY(${await listUserIdsNamed(ctx, q)}::uuid[])`] : []),
    ...(executive
      ? [
          Prisma.sql`AND EXISTS (SELECT FROM ${supportedIn(shown)} AND x.id = ANY(${await listUserIdsNamed(ctx, executive)}::uuid[]))`,
        ]
      : []),
    ...(type === undefined ? [] : [awayAs(ctx.actor, pools, type, shown)]),
  ];
}

/** Of others than those one leads and oneself nobody learns by asking why they are away. */
function awayAs(
  actor: Person,
  pools: readonly ChartPoolRow[],
  type: string,
  { from, to }: DayRange,
): Prisma.Sql {
  const open = pools.filter(({ id }) => canManagePool(actor, id)).map(({ id }) => id);
  return Prisma.sql`AND (a.pool_id = ANY(${open}::uuid[]) OR a.id = ${actor.assistant?.id ?? null}::uuid)
    AND EXISTS (SELECT FROM absences x WHERE x.assistant_id = a.id AND x.leave_type_id = ${type}
      AND x.status IN ('requested', 'provisionally_approved', 'approved', 'cancellation_requested')
      AND x.start_on <= ${to}::date AND x.end_on >= ${from}::date)`;
}
