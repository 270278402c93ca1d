import "server-only";
import type { LeavePerson } from "@/lib/absences/deciders/queries-people";
import { requireAbsence } from "@/lib/absences/requests/queries";
import type { Manager } from "@/lib/actor";
import type { Ctx, PublicCtx, SystemCtx } from "@/lib/context";
import { readOfficeGrid } from "@/lib/coverage/demand/queries-grid";
import { type Grid, gridOf } from "@/lib/coverage/demand/rules-grid";
import { loadOffice } from "@/lib/coverage/office/queries";
import { type PoolProblem, problemOf } from "@/lib/coverage/plans/rules-problem";
import { effectOfAbsence, type OpenedHalfDays } from "@/lib/coverage/what-if/rules-opened-by";
import { coverOfRow } from "@/lib/covers/queries";
import { LIVE_COVER } from "@/lib/covers/rules";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { addDays, type Day, earlierDay, laterDay } from "@/lib/time/day";
import { type HalfDayRange, halfDayIndex } from "@/lib/time/half-day";
import type { Stretch } from "@/lib/time/stretch";
import { columnsOfStretch, rangeOfColumns, STRETCH_COLUMNS, spanOfColumns } from "@/lib/time/stretch-columns";
import { halfDayIn } from "@/lib/time/zone";
import type { Prisma } from "@/prisma/generated/client/client";
import { openedProblem } from "./rules-opened";

/** Cover is planned for twelve weeks at once; what lies later is planned when it comes nearer. */
const HORIZON_DAYS = 84;

/** The last day of the twelve weeks that are planned from a day on. */
export function lastPlannedDay(from: Day): Day {
  return addDays(from, HORIZON_DAYS - 1);
}

const ABSENCE = {
  id: true,
  assistantId: true,
  ...STRETCH_COLUMNS,
  status: true,
  version: true,
  assistant: {
    select: { poolId: true, pool: { select: { timeZone: true } }, user: { select: { name: true } } },
  },
} satisfies Prisma.AbsenceSelect;

export type LedAbsence = Prisma.AbsenceGetPayload<{ select: typeof ABSENCE }>;

/** The pool's office with an absence in it, what that opens, and the question this puts to the planner of each pool. */
export type AbsenceContext = {
  absence: LedAbsence;
  range: HalfDayRange;
  grid: Grid;
  opened: OpenedHalfDays;
  pools: PoolProblem[];
  /** The first day that is not planned yet, where the absence lasts longer than the horizon. */
  plannedUntil: Day | null;
};

/** The absence for those who may know of it: who leads its assistant's pool or decides on it; any other is not found. */
export async function requireLedAbsence(ctx: Ctx<Manager>, id: string): Promise<LedAbsence> {
  await requireAbsence(ctx, id);
  return ctx.db.absence.findUniqueOrThrow({ where: { id }, select: ABSENCE });
}

/** Cover is for those who lead the pool or decide on the absence, not for its owner. */
export async function requireRightToCover(ctx: Ctx<Manager>, id: string): Promise<void> {
  const [{ canDecide }, { assistant }] = [await requireAbsence(ctx, id), await requireLedAbsence(ctx, id)];
  if (!canDecide && !canManagePool(ctx.actor, assistant.poolId)) throw new NotFoundError("absence");
}

/** An absence that somebody's place on a course, or another booking, makes: for those who book it, whoever they are. */
export async function readBookedAbsence(tx: Ctx, id: string): Promise<LedAbsence> {
  const absence = await tx.db.absence.findFirst({ where: { id, isBooked: true }, select: ABSENCE });
  if (!absence) throw new NotFoundError("absence");
  return absence;
}

/** The same of a booking that is not made yet. */
export function absenceToBook(person: LeavePerson, stretch: Stretch): LedAbsence {
  const { id: assistantId, name, pool } = person;
  const assistant = { poolId: pool.id, pool: { timeZone: pool.timeZone }, user: { name } };
  return {
    id: "to be",
    assistantId,
    ...columnsOfStretch(stretch),
    status: "requested",
    version: 1,
    assistant,
  };
}

/** Reads what an absence opens from now on; null when it is over or stands for nothing any more. */
export async function readAbsenceContext(
  ctx: Ctx | SystemCtx,
  absence: LedAbsence,
): Promise<AbsenceContext | null> {
  const range = rangeOfColumns(absence);
  const now = halfDayIn(absence.assistant.pool.timeZone, ctx.now);
  const from = laterDay(range.from, now.on);
  const to = earlierDay(range.to, lastPlannedDay(from));
  if (to < from) return null;
  const covers = await coversWithin(ctx, absence);
  const poolIds = await poolsOf(ctx, absence, covers);
  const [poolId = ""] = poolIds;
  const standing =
    poolIds.length === 1
      ? await readOfficeGrid(ctx, poolId, from, to)
      : gridOf(await loadOffice(ctx.db, { poolIds }, from, to));
  const { id, assistantId } = absence;
  const taken = covers.filter((cover) => cover.status === "released").map(coverOfRow);
  const away = { id, assistantId, ...spanOfColumns(absence), taken };
  const { grid, opened } = effectOfAbsence(standing, away, halfDayIndex(now.on, now.part));
  const pools = poolIds
    .filter((poolId) => poolId === absence.assistant.poolId || leads(ctx, poolId))
    .map((poolId) => openedProblem(problemOf(grid, poolId), opened))
    .filter(({ problem }) => problem.episodes.length > 0);
  return { absence, range, grid, opened, pools, plannedUntil: to < range.to ? addDays(to, 1) : null };
}

function leads({ actor }: Ctx | SystemCtx, poolId: string): boolean {
  return actor !== null && canManagePool(actor, poolId);
}

/** The covers the absent assistant has in the days away, or had until the absence took them. */
async function coversWithin(ctx: PublicCtx, { assistantId, startOn, endOn, status }: LedAbsence) {
  const isTaken = status === "approved" || status === "cancellation_requested";
  return ctx.db.coverageAssignment.findMany({
    where: {
      assistantId,
      status: { in: isTaken ? ["released"] : [...LIVE_COVER] },
      startOn: { lte: endOn },
      endOn: { gte: startOn },
    },
  });
}

async function poolsOf(
  ctx: PublicCtx,
  { assistantId, assistant, startOn, endOn }: LedAbsence,
  covers: readonly { executiveId: string }[],
): Promise<string[]> {
  const executives = await ctx.db.executive.findMany({
    where: {
      OR: [
        { id: { in: covers.map((cover) => cover.executiveId) } },
        {
          supportAssignments: {
            some: {
              assistantId,
              fromOn: { lte: endOn },
              OR: [{ toOn: null }, { toOn: { gte: startOn } }],
            },
          },
        },
      ],
    },
    select: { poolId: true },
    distinct: ["poolId"],
  });
  return [...new Set([assistant.poolId, ...executives.map((executive) => executive.poolId)])];
}
