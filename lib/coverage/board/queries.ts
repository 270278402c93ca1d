import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Candidate, candidatesFor } from "@/lib/coverage/candidates/rules";
import { type BenchPerson, benchOf } from "@/lib/coverage/candidates/rules-bench";
import { executivesOf, gridOf } from "@/lib/coverage/demand/rules-grid";
import { slotState } from "@/lib/coverage/demand/rules-states";
import { loadOffice } from "@/lib/coverage/office/queries";
import { getProposedPlan, type ProposedPlan } from "@/lib/coverage/plans/queries";
import { listAcceptedGaps } from "@/lib/covers/queries-gaps";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { daysOffIn } from "@/lib/pools/queries-holidays";
import { type PoolClock, workingDaysOf } from "@/lib/pools/queries-working-days";
import { nextWorkingDay } from "@/lib/pools/rules-working-days";
import { addDays, type Day, weekdayOf } from "@/lib/time/day";
import { halfDayIndex, halfDaysFrom, rangeIndexes } from "@/lib/time/half-day";
import { addWeeks, type IsoWeek, isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { type BoardRow, boardRows } from "./rules";
import type { BoardInput, CandidatesInput } from "./schema";

export type Board = {
  poolId: string;
  from: Day;
  to: Day;
  executives: BoardRow[];
  assistants: { id: string; name: string }[];
  bench: BenchPerson[];
  gaps: number;
  daysOff: { on: Day; name: string }[];
  plan: ProposedPlan | null;
};

/** Who serves each executive of a pool on each half-day, who is free, and the plan that waits for a decision. */
export async function getBoard(ctx: Ctx<Manager>, input: BoardInput): Promise<Board> {
  const pool = await requireManagedPool(ctx, input.poolId);
  const [office, plan] = await Promise.all([
    loadOffice(ctx.db, { poolIds: [pool.id] }, input.from, input.to),
    getProposedPlan(ctx, pool.id, input.from, input.to),
  ]);
  const grid = gridOf(office);
  const { rows, gaps } = boardRows(
    grid,
    pool.id,
    plan?.proposals ?? [],
    halfDayIndex(input.from, "am"),
    new Map(
      (await listAcceptedGaps(ctx, input)).map((gap) => [
        `${gap.executiveId} ${gap.on} ${gap.part}`,
        gap.acceptedBy,
      ]),
    ),
  );
  return {
    poolId: pool.id,
    from: input.from,
    to: input.to,
    executives: rows,
    assistants: [...office.assistants.values()].map(({ id, name }) => ({ id, name })),
    bench: benchOf(grid, pool.id),
    gaps,
    daysOff: [...daysOffIn(pool, input.from, input.to, ctx.actor.locale)].map(([on, name]) => ({ on, name })),
    plan: plan?.summary ?? null,
  };
}

async function requireManagedPool(ctx: Ctx<Manager>, poolId: string) {
  const pool = canManagePool(ctx.actor, poolId)
    ? await ctx.db.pool.findUnique({ where: { id: poolId } })
    : null;
  if (!pool) throw new NotFoundError("pool");
  return pool;
}

const WEEKS_AHEAD = 6;

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

/** How many gap half-days each of the coming six weeks has in a pool. */
export async function countGapsAhead(
  ctx: Ctx<Manager>,
  input: { poolId: string; from: IsoWeek },
): Promise<{ week: IsoWeek; gaps: number }[]> {
  await requireManagedPool(ctx, input.poolId);
  const from = mondayOf(input.from);
  const to = addDays(from, WEEKS_AHEAD * 7 - 1);
  const office = await loadOffice(ctx.db, { poolIds: [input.poolId] }, from, to);
  const counts = new Map(Array.from({ length: WEEKS_AHEAD }, (_, i) => [addWeeks(input.from, i), 0]));
  for (const executive of executivesOf(office, input.poolId)) {
    for (const at of halfDaysFrom(from, to)) {
      if (slotState(office, executive, at).status !== "gap") continue;
      const week = isoWeekOf(at.on);
      counts.set(week, (counts.get(week) ?? 0) + 1);
    }
  }
  return [...counts].map(([week, gaps]) => ({ week, gaps }));
}

/** Everybody of the pool as a cover for an executive's half-days: the best free people first, then why the others cannot. */
export async function listCandidates(ctx: Ctx<Manager>, input: CandidatesInput): Promise<Candidate[]> {
  const executive = await ctx.db.executive.findUnique({
    where: { id: input.executiveId },
    select: { poolId: true },
  });
  if (!executive || !canManagePool(ctx.actor, executive.poolId)) throw new NotFoundError("executive");
  const office = await loadOffice(ctx.db, { poolIds: [executive.poolId] }, input.from, input.to);
  return candidatesFor(gridOf(office), input.executiveId, rangeIndexes(input), input.dutyIds);
}
