import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Candidate, candidatesFor } from "@/lib/coverage/candidates/rules";
import { type BenchPerson, benchOf } from "@/lib/coverage/candidates/rules-bench";
import { readFree, readGrid, withChoicesFor, workedOutOnce } from "@/lib/coverage/demand/queries-grid";
import { executivesOf, type StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import type { OfficeExecutive } from "@/lib/coverage/office/rules";
import { getProposedPlan, type ProposedPlan } from "@/lib/coverage/plans/queries";
import { listAcceptedGaps } from "@/lib/covers/queries-gaps";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { listExecutiveIdsFound } from "@/lib/executives/queries";
import { canManagePool } from "@/lib/pools/policy";
import { daysOffIn } from "@/lib/pools/queries-holidays";
import { type PoolClock, workingDaysOf } from "@/lib/pools/queries-working-days";
import { nextWorkingDay } from "@/lib/pools/rules-working-days";
import { addDays, type Day, weekdayOf } from "@/lib/time/day";
import { rangeIndexes } from "@/lib/time/half-day";
import { addWeeks, type IsoWeek, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { type BoardRow, boardFigures, boardRows } from "./rules";
import type { BoardInput, CandidatesInput } from "./schema";

type Days = { poolId: string; from: Day; to: Day };

export type Board = Days & {
  executives: BoardRow[];
  assistants: { id: string; name: string }[];
  gaps: number;
  nextCursor: string | null;
};

/** Who serves each executive of a pool on each half-day; so many executives at once, by name. */
export async function getBoard(ctx: Ctx<Manager>, input: BoardInput): Promise<Board> {
  const { grid, executives, figures, rowsOf } = await readBoard(ctx, input);
  const { cursor, limit } = input;
  const start = cursor ? placeAfter(executives, cursor) : 0;
  const page = pageOf(
    executives.slice(start, start + limit + 1),
    limit,
    ({ id, name }) => ({ key: name, id }),
    (executive) => executive,
  );
  const { poolId, from, to } = input;
  return {
    poolId,
    from,
    to,
    executives: await rowsOf(page.items),
    assistants: [...grid.office.assistants.values()].map(({ id, name }) => ({ id, name })),
    gaps: figures.gaps,
    nextCursor: page.nextCursor,
  };
}

/** Where a list goes on; by name, where the last one shown is gone. */
function placeAfter(executives: readonly OfficeExecutive[], cursor: Cursor): number {
  const last = executives.findIndex(({ id }) => id === cursor.id);
  if (last >= 0) return last + 1;
  const next = executives.findIndex(({ name }) => name > cursor.key);
  return next >= 0 ? next : executives.length;
}

/** What of a pool's board is shown: executives with gaps, those a search finds, a page of them. */
export type BoardPageInput = Days & { onlyGaps: boolean; query: string; page: number; perPage: number };

export type BoardPage = Days & {
  /** The executives on this page; how many are on all pages, and in the pool. */
  executives: BoardRow[];
  found: number;
  total: number;
  figures: { needed: number; gaps: number };
  /** Every day, with its name when it is off. */
  days: { on: Day; dayOff: string | null; needed: number; gaps: number }[];
  bench: BenchPerson[];
  /** Names of the assistants that the rows speak of. */
  names: Record<string, string>;
  plan: ProposedPlan | null;
};

/** A page of a pool's board, how all of it stands, who is free, and the plan that waits for a decision. */
export async function getBoardPage(ctx: Ctx<Manager>, input: BoardPageInput): Promise<BoardPage> {
  const { poolId, from, to, onlyGaps, query, page, perPage } = input;
  const [{ pool, grid, executives, figures, plan, rowsOf }, found] = await Promise.all([
    readBoard(ctx, input),
    query ? listExecutiveIdsFound(ctx, poolId, query) : null,
  ]);
  const matching = executives.filter(
    ({ id }) => (!onlyGaps || (figures.gapsOf.get(id) ?? 0) > 0) && (found?.has(id) ?? true),
  );
  const rows = await rowsOf(matching.slice((page - 1) * perPage, page * perPage));
  const daysOff = daysOffIn(pool, from, to, ctx.actor.locale);
  return {
    poolId,
    from,
    to,
    executives: rows,
    found: matching.length,
    total: executives.length,
    figures,
    days: figures.days.map((day) => ({ ...day, dayOff: daysOff.get(day.on) ?? null })),
    bench: await workedOutOnce(grid, `bench ${poolId}`, async () =>
      benchOf(grid, poolId, await readFree(ctx, grid)),
    ),
    names: assistantNames(grid, rows),
    plan: plan?.summary ?? null,
  };
}

async function readBoard(ctx: Ctx<Manager>, { poolId, from, to }: Days) {
  const pool = await requireManagedPool(ctx, poolId);
  const [grid, plan] = await Promise.all([
    readGrid(ctx, pool, from, to),
    getProposedPlan(ctx, pool.id, from, to),
  ]);
  const executives = workedOutOnce(grid, `executives ${poolId}`, () => executivesOf(grid.office, poolId));
  const figures = workedOutOnce(grid, `figures ${poolId}`, () => boardFigures(grid, executives));
  const rowsOf = async (shown: readonly OfficeExecutive[]) => {
    const accepted = await listAcceptedGaps(ctx, {
      executiveIds: shown.map(({ id }) => id),
      from,
      to,
    });
    const acceptedBy = accepted.map(
      (gap) => [`${gap.executiveId} ${gap.on} ${gap.part}`, gap.acceptedBy] as const,
    );
    return boardRows(grid, shown, plan?.proposals ?? [], new Map(acceptedBy));
  };
  return { pool, grid, executives, figures, plan, rowsOf };
}

function assistantNames({ office }: StaffingGrid, rows: readonly BoardRow[]): Record<string, string> {
  const ids = rows.flatMap(({ slots }) =>
    slots.flatMap(({ assistantId, proposedAssistantId, ownAssistantId, own, pieces }) => [
      ...[assistantId, proposedAssistantId, ownAssistantId],
      ...own.map((share) => share.assistantId),
      ...pieces.flatMap((piece) => [piece.assistantId, piece.proposedAssistantId]),
    ]),
  );
  const names = [...new Set(ids)].flatMap((id) => {
    const name = id && office.assistants.get(id)?.name;
    return name ? [[id, name] as const] : [];
  });
  return Object.fromEntries(names);
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
  const pool = await requireManagedPool(ctx, input.poolId);
  const from = mondayOf(input.from);
  const to = addDays(from, WEEKS_AHEAD * 7 - 1);
  const grid = await readGrid(ctx, pool, from, to);
  const { days } = workedOutOnce(grid, `figures ${pool.id}`, () =>
    boardFigures(grid, executivesOf(grid.office, pool.id)),
  );
  return Array.from({ length: WEEKS_AHEAD }, (_, i) => ({
    week: addWeeks(input.from, i),
    gaps: days.slice(7 * i, 7 * i + 7).reduce((sum, day) => sum + day.gaps, 0),
  }));
}

/** Everybody of the pool as a cover for an executive's half-days: the best free people first, then why the others cannot. */
export async function listCandidates(ctx: Ctx<Manager>, input: CandidatesInput): Promise<Candidate[]> {
  const executive = await ctx.db.executive.findUnique({
    where: { id: input.executiveId },
    select: { pool: { select: { id: true, timeZone: true } } },
  });
  if (!executive || !canManagePool(ctx.actor, executive.pool.id)) throw new NotFoundError("executive");
  const grid = await readGrid(ctx, executive.pool, input.from, input.to);
  const asked = await withChoicesFor(ctx, grid, [input.executiveId]);
  const free = await readFree(ctx, grid);
  return candidatesFor(asked, input.executiveId, rangeIndexes(input), input.dutyIds, free);
}
