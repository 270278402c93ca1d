import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Bench, benchOf } from "@/lib/coverage/candidates/rules-bench";
import { readFree, readGrid, workedOutOnce } from "@/lib/coverage/demand/queries-grid";
import { executivesOf, type StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import type { OfficeExecutive } from "@/lib/coverage/office/rules";
import { getProposedPlan, type ProposedPlan } from "@/lib/coverage/plans/queries";
import { listGapsAcceptedIn } from "@/lib/covers/queries-gaps";
import type { PoolClock } from "@/lib/days-off";
import { daysOffIn } from "@/lib/days-off";
import { workingDaysOf } from "@/lib/pools/queries-working-days";
import { nextWorkingDay } from "@/lib/pools/rules-working-days";
import { addDays, type Day, type DayRange, laterDay, weekdayOf } from "@/lib/time/day";
import { addWeeks, type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { requireManagedPool } from "./queries";
import { boardFigures } from "./rules";
import { openByDay, type PackedLines, packedLines, shownDays } from "./rules-lines";

/** How a week ahead stands: the open half-days of each of its days, Monday first. */
export type WeekAhead = { week: IsoWeek; open: number; days: number[] };

export type BoardPage = {
  /** The days shown, with the name of one that is off. */
  days: { on: Day; dayOff: string | null }[];
  /** The lines of all executives by department and name, packed, `unpackedLines` reads them: those that need cover with so many others, and the rest. */
  lines: Pick<PackedLines, "first" | "more">;
  /** How many executives the pool has. */
  total: number;
  /** Half-days on which the executives need support. */
  needed: number;
  weeks: WeekAhead[];
  bench: Bench;
  /** Names of the assistants that the lines speak of. */
  names: Record<string, string>;
  plan: ProposedPlan | null;
};

/** `drawnAtOnce` is how many lines that need nothing come first. */
export type BoardPageInput = DayRange & { poolId: string; ahead: IsoWeek; drawnAtOnce?: number | undefined };

const WEEKS_AHEAD = 6;

/** A pool's board from one day to another: who serves each executive, how the coming six weeks stand, who is free, and the plan that waits for a decision. */
export async function getBoardPage(ctx: Ctx<Manager>, input: BoardPageInput): Promise<BoardPage> {
  const { poolId, from, to } = input;
  const pool = await requireManagedPool(ctx, poolId);
  const today = dayIn(pool.timeZone, ctx.now);
  const ahead = { from: mondayOf(input.ahead), to: addDays(mondayOf(input.ahead), 7 * WEEKS_AHEAD - 1) };
  const [grid, coming, plan, accepted] = await Promise.all([
    readGrid(ctx, pool, from, to),
    readGrid(ctx, pool, ahead.from, ahead.to),
    getProposedPlan(ctx, poolId, from, to),
    listGapsAcceptedIn(ctx, poolId, [{ from: laterDay(from, today), to }, ahead]),
  ]);
  const { locale } = ctx.actor;
  const executives = workedOutOnce(grid, `lines ${poolId} ${locale}`, () =>
    byDepartment(executivesOf(grid.office, poolId), locale),
  );
  const figures = workedOutOnce(grid, `figures ${poolId}`, () => boardFigures(grid, executives));
  const days = shownDays(figures);
  const daysOff = daysOffIn(pool, from, to, locale);
  const view = {
    days,
    today,
    proposals: plan?.proposals ?? [],
    accepted: new Map(accepted.map((gap) => [`${gap.executiveId} ${gap.on} ${gap.part}`, gap.acceptedBy])),
  };
  const lines = packedLines(grid, executives, view, input.drawnAtOnce);
  return {
    days: days.map((on) => ({ on, dayOff: daysOff.get(on) ?? null })),
    lines: { first: lines.first, more: lines.more },
    total: executives.length,
    needed: figures.needed,
    weeks: weeksAhead(coming, poolId, input.ahead, accepted, today),
    bench: await getBench(ctx, pool, from, today),
    names: namesOf(grid, lines.people),
    plan: plan?.summary ?? null,
  };
}

/** The days of the coming six weeks from today on, and how many of their half-days nobody sees to. */
export async function getOpenAhead(ctx: Ctx<Manager>, poolId: string): Promise<DayRange & { open: number }> {
  const pool = await requireManagedPool(ctx, poolId);
  const today = dayIn(pool.timeZone, ctx.now);
  const first = isoWeekOf(await getBoardDay(ctx, pool));
  const ahead = { from: mondayOf(first), to: addDays(mondayOf(first), 7 * WEEKS_AHEAD - 1) };
  const [grid, accepted] = await Promise.all([
    readGrid(ctx, pool, ahead.from, ahead.to),
    listGapsAcceptedIn(ctx, poolId, [ahead]),
  ]);
  const weeks = weeksAhead(grid, poolId, first, accepted, today);
  return {
    from: laterDay(ahead.from, today),
    to: ahead.to,
    open: weeks.reduce((sum, { open }) => sum + open, 0),
  };
}

function byDepartment(executives: readonly OfficeExecutive[], locale: string): OfficeExecutive[] {
  const { compare } = new Intl.Collator(locale);
  return [...executives].sort(
    (a, b) => compare(a.department, b.department) || compare(a.name, b.name) || (a.id < b.id ? -1 : 1),
  );
}

function weeksAhead(
  grid: StaffingGrid,
  poolId: string,
  first: IsoWeek,
  accepted: Parameters<typeof openByDay>[2],
  today: Day,
): WeekAhead[] {
  const figures = workedOutOnce(grid, `figures ${poolId}`, () =>
    boardFigures(grid, executivesOf(grid.office, poolId)),
  );
  const open = openByDay(grid, figures, accepted, today);
  const shown = shownDays(figures);
  return Array.from({ length: WEEKS_AHEAD }, (_, i) => {
    const week = addWeeks(first, i);
    const days = shown.filter((on) => isoWeekOf(on) === week).map((on) => open.get(on) ?? 0);
    return { week, open: days.reduce((sum, count) => sum + count, 0), days };
  });
}

/** Who of a pool is free in the week that is shown first, from today on. */
async function getBench(
  ctx: Ctx<Manager>,
  pool: PoolClock & { id: string },
  from: Day,
  today: Day,
): Promise<Bench> {
  const monday = mondayOf(isoWeekOf(from));
  const grid = await readGrid(ctx, pool, monday, addDays(monday, 6));
  const isWorkingDay = workingDaysOf(pool, ctx.now);
  return workedOutOnce(grid, `bench ${pool.id} ${today}`, async () =>
    benchOf(grid, pool.id, await readFree(ctx, grid), { today, isWorkingDay }),
  );
}

function namesOf({ office }: StaffingGrid, people: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(
    [...people].flatMap((id) => {
      const name = office.assistants.get(id)?.name;
      return name ? [[id, name] as const] : [];
    }),
  );
}

/** The day a manager looks at first: today while executives of the pool are still supported this week, else the next working day. */
export async function getBoardDay(ctx: Ctx<Manager>, pool: PoolClock & { id: string }): Promise<Day> {
  const today = dayIn(pool.timeZone, ctx.now);
  const isWorkingDay = workingDaysOf(pool, ctx.now);
  if (isWorkingDay(today)) return today;
  const onWeekends = { weekday: { gte: weekdayOf(today) }, executive: { poolId: pool.id } };
  const isSupported =
    weekdayOf(today) > 5 &&
    (await ctx.db.supportHours.findFirst({ where: onWeekends, select: { weekday: true } }));
  return isSupported ? today : nextWorkingDay(today, isWorkingDay);
}
