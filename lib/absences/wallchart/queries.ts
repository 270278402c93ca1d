import "server-only";
import { listUserIdsNamed } from "@/lib/accounts/queries-names";
import type { Assistant, Manager, Person } from "@/lib/actor";
import { listEmployments } from "@/lib/availability/queries";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { localeTag } from "@/lib/i18n/locales";
import { canManagePool } from "@/lib/pools/policy";
import { daysOffIn } from "@/lib/pools/queries-holidays";
import { type Day, day, daysFrom, dayToDate } from "@/lib/time/day";
import { daysOfMonth, monthOf } from "@/lib/time/month";
import { dayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { type AwayStretch, listAwayStretches, listCovers } from "./queries-spans";
import { approvedShares, daysByMonth, groupedPeople } from "./rules";
import type { WallchartInput, WallchartPerson, WallchartPool, WallchartView } from "./schema";

type PoolRow = { id: string; name: string; timeZone: string; holidayRegion: string; holidayTypes: string[] };
type Shown = { from: Day; to: Day; days: Day[] };

/**
 * Who is away in a month or a year: one's own pool and those one leads. Types, requests, covers and figures are those
 * of people one leads, and one's own; of others it says "away" and no more.
 */
export async function getWallchart(
  ctx: Ctx<Manager | Assistant>,
  input: WallchartInput,
): Promise<WallchartView> {
  const pools = await visiblePools(ctx, input.poolId);
  const shown = daysShown(input, dayIn(pools[0]?.timeZone ?? "UTC", ctx.now));
  const rows = await listPeople(ctx, pools, input, shown);
  const poolViews = pools.map((pool) => poolView(ctx, pool, shown));
  const { people, kept, perDay } = await drawPeople(ctx, rows, input, poolViews, shown);
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
  const pools = await visiblePools(ctx, undefined);
  const rows = await ctx.db.assistant.findMany({
    where: { poolId: { in: pools.map((pool) => pool.id) }, site: { not: "" } },
    select: { site: true },
    distinct: ["site"],
    orderBy: { site: "asc" },
  });
  return rows.map((row) => row.site);
}

async function drawPeople(
  ctx: Ctx,
  rows: readonly PersonRow[],
  { type }: WallchartInput,
  pools: readonly WallchartPool[],
  { from, to, days }: Shown,
) {
  const open = rows.filter((row) => isOpen(ctx.actor, row)).map((row) => row.id);
  const ids = rows.map((row) => row.id);
  const [away, covers, employments] = await Promise.all([
    listAwayStretches(ctx.db, ids, from, to),
    listCovers(ctx.db, open, from, to),
    listEmployments(ctx.db, open, from, to),
  ]);
  const daysOff = pools.map((pool) => new Map(pool.daysOff.map(({ on, name }) => [day(on), name])));
  const perDay = days.map(() => 0);
  const people: WallchartPerson[] = [];
  const kept: PersonRow[] = [];
  for (const row of rows) {
    const spans = spansOf(ctx.actor, row, away.get(row.id) ?? [], type);
    if (type !== undefined && spans.length === 0) continue;
    const pool = pools.findIndex((one) => one.id === row.poolId);
    const employment = employments.get(row.id);
    const calendar = employment && { ...employment, daysOff: daysOff[pool] ?? new Map() };
    const shares = pools[pool]?.isManaged && calendar ? approvedShares(calendar, spans, days) : null;
    for (const offset of shares?.keys() ?? []) perDay[offset] = (perDay[offset] ?? 0) + 1;
    kept.push(row);
    people.push({
      id: row.id,
      name: row.user.name,
      pool,
      site: row.site,
      seniority: row.seniority,
      away: spans,
      covers: isOpen(ctx.actor, row) ? (covers.get(row.id) ?? []) : null,
      daysAway: shares && daysByMonth(shares, days),
    });
  }
  return { people, kept, perDay };
}

function visiblePools(ctx: Ctx, poolId: string | undefined): Promise<PoolRow[]> {
  const own = ctx.actor.assistant?.poolId;
  const visible = [...new Set([...ctx.actor.managedPoolIds, ...(own ? [own] : [])])];
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

function peopleFields(supports: Prisma.SupportAssignmentWhereInput) {
  return {
    id: true,
    poolId: true,
    site: true,
    seniority: true,
    user: { select: { name: true } },
    supportAssignments: {
      where: supports,
      select: { executive: { select: { user: { select: { name: true } } } } },
    },
  } satisfies Prisma.AssistantSelect;
}

type PersonRow = Prisma.AssistantGetPayload<{ select: ReturnType<typeof peopleFields> }>;

/** Those who work there some time of the days shown and have not left by today. */
async function listPeople(
  ctx: Ctx,
  pools: readonly PoolRow[],
  { q, site, seniority, executive, group }: WallchartInput,
  { from, to }: Shown,
): Promise<PersonRow[]> {
  const supports: Prisma.SupportAssignmentWhereInput = {
    role: { not: "backup" },
    fromOn: { lte: dayToDate(to) },
    OR: [{ toOn: null }, { toOn: { gte: dayToDate(from) } }],
  };
  const rows = await ctx.db.assistant.findMany({
    where: {
      OR: pools.map((pool) => ({
        poolId: pool.id,
        OR: [
          { leavesOn: null },
          { leavesOn: { gte: dayToDate(latest(from, dayIn(pool.timeZone, ctx.now))) } },
        ],
      })),
      AND: [{ OR: [{ hiredOn: null }, { hiredOn: { lte: dayToDate(to) } }] }],
      site,
      seniority,
      ...(q && { userId: { in: await listUserIdsNamed(ctx, q) } }),
      ...(executive && {
        supportAssignments: {
          some: { ...supports, executive: { userId: { in: await listUserIdsNamed(ctx, executive) } } },
        },
      }),
    },
    select: peopleFields(group === "executive" ? supports : { executiveId: { in: [] } }),
  });
  const collator = new Intl.Collator(localeTag(ctx.actor.locale));
  return rows.sort((a, b) => collator.compare(a.user.name, b.user.name) || (a.id < b.id ? -1 : 1));
}

function latest(a: Day, b: Day): Day {
  return a > b ? a : b;
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
  if (group === "executive")
    return [...new Set(row.supportAssignments.map((support) => support.executive.user.name))];
  return [];
}
