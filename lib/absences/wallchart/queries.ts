import "server-only";
import type { Assistant, Manager, Person } from "@/lib/actor";
import { listEmployments } from "@/lib/availability/queries";
import type { Employment } from "@/lib/availability/rules";
import type { Ctx } from "@/lib/context";
import { daysOffIn } from "@/lib/days-off";
import { localeTag } from "@/lib/i18n/locales";
import { canManagePool } from "@/lib/pools/policy";
import { type Day, day, daysFrom } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import {
  type ChartPersonRow,
  type ChartPoolRow,
  isOpenTo,
  listChartPeople,
  listChartPools,
  poolsAsked,
} from "./queries-people";
import { type AwayStretch, listAwayStretches, listCovers } from "./queries-spans";
import { approvedShares, countRows, daysByMonth, firstRows, groupedPeople, workedHalves } from "./rules";
import { daysAsked, type WallchartSpan } from "./rules-span";
import type {
  WallchartInput,
  WallchartPerson,
  WallchartPool,
  WallchartScreenView,
  WallchartView,
} from "./schema";

type Shown = { span: WallchartSpan; from: Day; to: Day; days: Day[] };
type Groups = WallchartView["groups"];

/** Everything but what takes people away: read first, so that only what is drawn need be looked at. */
type Frame = { shown: Shown; pools: WallchartPool[]; rows: ChartPersonRow[]; groups: Groups };

/**
 * Who is away in some weeks, a month or a year: one's own pool and those one leads. Types, requests, covers and figures are
 * those of people one leads, and one's own; of others it says "away" and no more. Covers are read where they are drawn.
 */
export async function getWallchart(
  ctx: Ctx<Manager | Assistant>,
  input: WallchartInput,
  { hasCovers = true }: { hasCovers?: boolean } = {},
): Promise<WallchartView> {
  const pools = poolsAsked(await listChartPools(ctx), input.poolId);
  return viewOf(ctx, await frameOf(ctx, pools, input), { ...input, hasCovers });
}

type ScreenAsked = WallchartInput & { hasCovers: boolean; rows: number; day: Day | undefined };

/** The wallchart as its page opens: the first rows in full, the others by their number, and who is away on one day. */
export async function getWallchartScreen(
  ctx: Ctx<Manager | Assistant>,
  { rows: rowLimit, day: asked, ...input }: ScreenAsked,
  mostOnDay: number,
): Promise<WallchartScreenView> {
  const visible = await listChartPools(ctx);
  const whole = await frameOf(ctx, poolsAsked(visible, input.poolId), input);
  const rowCount = countRows(whole);
  const first = { ...whole, ...firstRows({ people: whole.rows, groups: whole.groups }, rowLimit) };
  const on = dayShown(whole, asked);
  const [view, onDay] = await Promise.all([
    viewOf(ctx, { ...first, rows: first.people }, input),
    awayOn(ctx, whole, on, input.type, mostOnDay),
  ]);
  return {
    first: rowCount > rowLimit ? { ...view, awayPerDay: null } : view,
    rowCount,
    peopleCount: whole.rows.length,
    pools: visible.map(({ id, name }) => ({ id, name })),
    onDay,
  };
}

async function frameOf(
  ctx: Ctx<Manager | Assistant>,
  pools: readonly ChartPoolRow[],
  input: WallchartInput,
): Promise<Frame> {
  const range = daysAsked(input, dayIn(pools[0]?.timeZone ?? "UTC", ctx.now));
  const shown = { ...range, days: daysFrom(range.from, range.to) };
  const rows = await listChartPeople(ctx, pools, input, shown);
  const collator = new Intl.Collator(localeTag(ctx.actor.locale));
  const headings = rows.map((row) => headingsOf(row, input, pools));
  return {
    shown,
    rows,
    pools: pools.map((pool) => poolView(ctx, pool, shown)),
    groups: groupedPeople(headings, collator.compare),
  };
}

async function viewOf(
  ctx: Ctx,
  { shown, pools, rows, groups }: Frame,
  asked: WallchartInput & { hasCovers: boolean },
): Promise<WallchartView> {
  const { people, perDay } = await drawPeople(ctx, rows, asked, pools, shown);
  return {
    view: shown.span,
    from: shown.from,
    to: shown.to,
    pools,
    people,
    groups,
    awayPerDay: pools.some((pool) => pool.isManaged) ? perDay : null,
  };
}

/** The day a phone shows: the one asked for, else today, else the first. */
function dayShown({ shown: { from, to }, pools }: Frame, asked: Day | undefined): Day {
  const today = pools[0] ? day(pools[0].today) : from;
  return [asked, today].find((on) => on !== undefined && on >= from && on <= to) ?? from;
}

async function awayOn(
  ctx: Ctx,
  { shown, pools, rows }: Frame,
  on: Day,
  type: string | undefined,
  most: number,
): Promise<WallchartScreenView["onDay"]> {
  const ids = rows.map((row) => row.id);
  const stretches = await listAwayStretches(ctx.db, ids, { from: on, to: on }, shown.from);
  const away = rows.flatMap((row) => {
    const spans = spansOf(ctx.actor, row, stretches.get(row.id) ?? [], type);
    return spans.length > 0 ? [{ ...personView(row, pools), away: spans, covers: null, daysAway: null }] : [];
  });
  return { on, away: away.slice(0, most), more: Math.max(0, away.length - most) };
}

async function drawPeople(
  ctx: Ctx,
  rows: readonly ChartPersonRow[],
  { type, hasCovers }: WallchartInput & { hasCovers: boolean },
  pools: readonly WallchartPool[],
  { from, to, days }: Shown,
) {
  const open = rows.filter((row) => isOpenTo(ctx.actor, row)).map((row) => row.id);
  const ids = rows.map((row) => row.id);
  const [away, covers, employments] = await Promise.all([
    listAwayStretches(ctx.db, ids, { from, to }, from),
    hasCovers ? listCovers(ctx.db, open, from, to) : null,
    listEmployments(ctx.db, open, from, to),
  ]);
  const sharesOf = sharesIn(pools, days);
  const perDay = days.map(() => 0);
  const people = rows.map((row): WallchartPerson => {
    const person = personView(row, pools);
    const spans = spansOf(ctx.actor, row, away.get(row.id) ?? [], type);
    const employment = employments.get(row.id);
    const shares =
      pools[person.pool]?.isManaged && employment ? sharesOf(person.pool, employment, spans) : null;
    for (const offset of shares?.keys() ?? []) perDay[offset] = (perDay[offset] ?? 0) + 1;
    return {
      ...person,
      away: spans,
      covers: isOpenTo(ctx.actor, row) ? (covers?.get(row.id) ?? []) : null,
      daysAway: shares && daysByMonth(shares, days),
    };
  });
  return { people, perDay };
}

function personView({ id, name, site, seniority, poolId }: ChartPersonRow, pools: readonly WallchartPool[]) {
  return { id, name, pool: pools.findIndex((pool) => pool.id === poolId), site, seniority };
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

function poolView(ctx: Ctx, pool: ChartPoolRow, { from, to }: Shown): WallchartPool {
  return {
    id: pool.id,
    name: pool.name,
    isManaged: canManagePool(ctx.actor, pool.id),
    today: dayIn(pool.timeZone, ctx.now),
    daysOff: [...daysOffIn(pool, from, to, ctx.actor.locale)].map(([on, name]) => ({ on, name })),
  };
}

function spansOf(
  actor: Person,
  row: ChartPersonRow,
  away: readonly AwayStretch[],
  type: string | undefined,
): WallchartPerson["away"] {
  if (isOpenTo(actor, row)) return away.filter((span) => type === undefined || span[2] === type);
  return away
    .filter((span) => span[3] === "approved")
    .map(([first, last, , status, start, end]) => [first, last, null, status, start, end]);
}

function headingsOf(
  row: ChartPersonRow,
  { group }: WallchartInput,
  pools: readonly ChartPoolRow[],
): string[] {
  if (group === "pool") return [pools.find((pool) => pool.id === row.poolId)?.name ?? ""];
  if (group === "site") return [row.site];
  if (group === "executive") return row.executiveNames;
  return [];
}
