import "server-only";
import { listUserIdsNamed } from "@/lib/accounts/queries-names";
import type { Assistant, Manager, Person } from "@/lib/actor";
import { listEmployments } from "@/lib/availability/queries";
import type { Employment } from "@/lib/availability/rules";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { localeTag } from "@/lib/i18n/locales";
import { canManagePool } from "@/lib/pools/policy";
import { daysOffIn } from "@/lib/pools/queries-holidays";
import { type Day, day, daysFrom, laterDay } from "@/lib/time/day";
import { daysOfMonth, monthOf } from "@/lib/time/month";
import { dayIn } from "@/lib/time/zone";
import { Prisma } from "@/prisma/generated/client/client";
import { type AwayStretch, listAwayStretches, listCovers } from "./queries-spans";
import { approvedShares, daysByMonth, groupedPeople, workedHalves } from "./rules";
import type { WallchartInput, WallchartPerson, WallchartPool, WallchartView } from "./schema";

type PoolRow = { id: string; name: string; timeZone: string; holidayRegion: string; holidayTypes: string[] };
type Shown = { from: Day; to: Day; days: Day[] };

/**
 * Who is away in a month or a year: one's own pool and those one leads. Types, requests, covers and figures are those
 * of people one leads, and one's own; of others it says "away" and no more. Covers are read where they are drawn.
 */
export async function getWallchart(
  ctx: Ctx<Manager | Assistant>,
  input: WallchartInput,
  { hasCovers = true }: { hasCovers?: boolean } = {},
): Promise<WallchartView> {
  const pools = await listVisiblePools(ctx, input.poolId);
  const shown = daysShown(input, dayIn(pools[0]?.timeZone ?? "UTC", ctx.now));
  const rows = await listPeople(ctx, pools, input, shown);
  const poolViews = pools.map((pool) => poolView(ctx, pool, shown));
  const { people, kept, perDay } = await drawPeople(ctx, rows, { ...input, hasCovers }, poolViews, shown);
  const collator = new Intl.Collator(localeTag(ctx.actor.locale));
  const headings = kept.map((row) => headingsOf(row, input, pools));
  return {
    view: input.year === undefined ? "month" : "year",
    from: shown.from,
    to: shown.to,
    pools: poolViews,
    people,
    groups: groupedPeople(headings, collator.compare),
    awayPerDay: pools.some((pool) => canManagePool(ctx.actor, pool.id)) ? perDay : null,
  };
}

/** The sites of the pools whose wallchart one may see. */
export async function listWallchartSites(ctx: Ctx<Manager | Assistant>): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ site: string }[]>`
    SELECT DISTINCT site FROM assistants WHERE pool_id = ANY(${visiblePoolIds(ctx)}::uuid[]) AND site <> ''
    ORDER BY site`;
  return rows.map((row) => row.site);
}

async function drawPeople(
  ctx: Ctx,
  rows: readonly PersonRow[],
  { type, hasCovers }: WallchartInput & { hasCovers: boolean },
  pools: readonly WallchartPool[],
  { from, to, days }: Shown,
) {
  const open = rows.filter((row) => isOpen(ctx.actor, row)).map((row) => row.id);
  const ids = rows.map((row) => row.id);
  const [away, covers, employments] = await Promise.all([
    listAwayStretches(ctx.db, ids, from, to),
    hasCovers ? listCovers(ctx.db, open, from, to) : null,
    listEmployments(ctx.db, open, from, to),
  ]);
  const sharesOf = sharesIn(pools, days);
  const perDay = days.map(() => 0);
  const people: WallchartPerson[] = [];
  const kept: PersonRow[] = [];
  for (const row of rows) {
    const spans = spansOf(ctx.actor, row, away.get(row.id) ?? [], type);
    if (type !== undefined && spans.length === 0) continue;
    const pool = pools.findIndex((one) => one.id === row.poolId);
    const employment = employments.get(row.id);
    const shares = pools[pool]?.isManaged && employment ? sharesOf(pool, employment, spans) : null;
    for (const offset of shares?.keys() ?? []) perDay[offset] = (perDay[offset] ?? 0) + 1;
    kept.push(row);
    people.push({
      id: row.id,
      name: row.name,
      pool,
      site: row.site,
      seniority: row.seniority,
      away: spans,
      covers: isOpen(ctx.actor, row) ? (covers?.get(row.id) ?? []) : null,
      daysAway: shares && daysByMonth(shares, days),
    });
  }
  return { people, kept, perDay };
}

/** What absences take of the days shown; those who work the same hours all of these days are looked at once. */
function sharesIn(pools: readonly WallchartPool[], days: readonly Day[]) {
  const daysOff = pools.map((pool) => new Map(pool.daysOff.map(({ on, name }) => [day(on), name])));
  const known = pools.map(() => new Map<Employment["hours"], boolean[]>());
  const [from, to] = [days[0] ?? "", days.at(-1) ?? ""];
  return (pool: number, employment: Employment, spans: WallchartPerson["away"]): Map<number, number> => {
    const { hours, hiredOn, leavesOn } = employment;
    const calendar = { ...employment, daysOff: daysOff[pool] ?? new Map() };
    if ((hiredOn ?? "") > from || (leavesOn ?? to) < to) return approvedShares(calendar, spans, days);
    const worked = known[pool]?.get(hours) ?? workedHalves(calendar, days);
    known[pool]?.set(hours, worked);
    return approvedShares(calendar, spans, days, worked);
  };
}

function visiblePoolIds({ actor }: Ctx): string[] {
  const own = actor.assistant?.poolId;
  return [...new Set([...actor.managedPoolIds, ...(own ? [own] : [])])];
}

function listVisiblePools(ctx: Ctx, poolId: string | undefined): Promise<PoolRow[]> {
  const visible = visiblePoolIds(ctx);
  if (poolId !== undefined && !visible.includes(poolId)) throw new NotFoundError("pool");
  return ctx.db.pool.findMany({
    where: { id: { in: poolId === undefined ? visible : [poolId] } },
    select: { id: true, name: true, timeZone: true, holidayRegion: true, holidayTypes: true },
    orderBy: { name: "asc" },
  });
}

function daysShown({ month, year }: WallchartInput, today: Day): Shown {
  const { from, to } =
    year === undefined
      ? daysOfMonth(month ?? monthOf(today))
      : { from: day(`${year}-01-01`), to: day(`${year}-12-31`) };
  return { from, to, days: daysFrom(from, to) };
}

function poolView(ctx: Ctx, pool: PoolRow, { from, to }: Shown): WallchartPool {
  return {
    id: pool.id,
    name: pool.name,
    isManaged: canManagePool(ctx.actor, pool.id),
    today: dayIn(pool.timeZone, ctx.now),
    daysOff: [...daysOffIn(pool, from, to, ctx.actor.locale)].map(([on, name]) => ({ on, name })),
  };
}

type PersonRow = Pick<WallchartPerson, "id" | "name" | "site" | "seniority"> & {
  poolId: string;
  /** Whose executives they are, where people are grouped by them. */
  executiveNames: string[];
};

/** Those who work there some time of the days shown and have not left by today. */
async function listPeople(
  ctx: Ctx,
  pools: readonly PoolRow[],
  { q, site, seniority, executive, group }: WallchartInput,
  { from, to }: Shown,
): Promise<PersonRow[]> {
  const still = pools.map((pool) => laterDay(from, dayIn(pool.timeZone, ctx.now)));
  const supported = Prisma.sql`support_assignments s JOIN executives e ON e.id = s.executive_id JOIN users x ON x.id = e.user_id
    WHERE s.assistant_id = a.id AND s.role <> 'backup' AND s.from_on <= ${to}::date
      AND (s.to_on IS NULL OR s.to_on >= ${from}::date)`;
  const names = Prisma.sql`ARRAY(SELECT DISTINCT x.name FROM ${supported})`;
  const filters = [
    ...(site === undefined ? [] : [Prisma.sql`a.site = ${site}`]),
    ...(seniority === undefined ? [] : [Prisma.sql`a.seniority = ${seniority}::seniority`]),
    ...(q ? [Prisma.sql`u.id = ANY(${await listUserIdsNamed(ctx, q)}::uuid[])`] : []),
    ...(executive
      ? [
          Prisma.sql`EXISTS (SELECT FROM ${supported} AND x.id = ANY(${await listUserIdsNamed(ctx, executive)}::uuid[]))`,
        ]
      : []),
  ].map((filter) => Prisma.sql`AND ${filter}`);
  const rows = await ctx.db.$queryRaw<PersonRow[]>`
    SELECT a.id, a.pool_id AS "poolId", a.site, a.seniority::text, u.name,
      ${group === "executive" ? names : Prisma.sql`ARRAY[]::text[]`} AS "executiveNames"
    FROM assistants a JOIN users u ON u.id = a.user_id
    JOIN unnest(${pools.map((pool) => pool.id)}::uuid[], ${still}::date[]) AS p (id, still) ON p.id = a.pool_id
    WHERE (a.leaves_on IS NULL OR a.leaves_on >= p.still) AND (a.hired_on IS NULL OR a.hired_on <= ${to}::date)
      ${filters.length > 0 ? Prisma.join(filters, " ") : Prisma.empty}`;
  const collator = new Intl.Collator(localeTag(ctx.actor.locale));
  return rows.sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

function isOpen(actor: Person, row: PersonRow): boolean {
  return canManagePool(actor, row.poolId) || actor.assistant?.id === row.id;
}

function spansOf(
  actor: Person,
  row: PersonRow,
  away: readonly AwayStretch[],
  type: string | undefined,
): WallchartPerson["away"] {
  if (isOpen(actor, row)) return away.filter((span) => type === undefined || span[2] === type);
  if (type !== undefined) return [];
  return away
    .filter((span) => span[3] === "approved")
    .map(([first, last, , status, start, end]) => [first, last, null, status, start, end]);
}

function headingsOf(row: PersonRow, { group }: WallchartInput, pools: readonly PoolRow[]): string[] {
  if (group === "pool") return [pools.find((pool) => pool.id === row.poolId)?.name ?? ""];
  if (group === "site") return [row.site];
  if (group === "executive") return row.executiveNames;
  return [];
}
