import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Candidate, candidatesFor } from "@/lib/coverage/candidates/rules";
import { type GapHint, gapHintsInSteps } from "@/lib/coverage/candidates/rules-hints";
import { type OpenPlace, placesFor } from "@/lib/coverage/candidates/rules-places";
import { readFree, readGrid, withChoicesFor, workedOutOnce } from "@/lib/coverage/demand/queries-grid";
import { piecesIn } from "@/lib/coverage/demand/rules";
import { executivesOf } from "@/lib/coverage/demand/rules-grid";
import type { OfficeExecutive } from "@/lib/coverage/office/rules";
import { getProposedPlan } from "@/lib/coverage/plans/queries";
import { listAcceptedGaps } from "@/lib/covers/queries-gaps";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import type { Day } from "@/lib/time/day";
import { rangeIndexes } from "@/lib/time/half-day";
import { inTurns } from "@/lib/turns";
import { type BoardRow, boardFigures, boardRows } from "./rules";
import type { BoardInput, CandidatesInput, GapHintsInput, PlacesInput } from "./schema";

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

/** One of the manager's pools as it is stored; any other is not found. */
export async function requireManagedPool(ctx: Ctx<Manager>, poolId: string) {
  const pool = canManagePool(ctx.actor, poolId)
    ? await ctx.db.pool.findUnique({ where: { id: poolId } })
    : null;
  if (!pool) throw new NotFoundError("pool");
  return pool;
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

/** Where in a pool somebody could cover from one day to another: what a manager may put them at. */
export async function listPlaces(ctx: Ctx<Manager>, input: PlacesInput): Promise<OpenPlace[]> {
  const pool = await requireManagedPool(ctx, input.poolId);
  const grid = await readGrid(ctx, pool, input.from, input.to);
  const assistant = grid.office.assistants.get(input.assistantId);
  if (!assistant) throw new NotFoundError("assistant");
  const asking = executivesOf(grid.office, pool.id).filter(({ id }) =>
    grid.rows.get(id)?.some((state) => piecesIn(state).length > 0),
  );
  const asked = await withChoicesFor(
    ctx,
    grid,
    asking.map(({ id }) => id),
  );
  const free = await readFree(ctx, grid);
  return placesFor(asked, assistant, asking, free.get(assistant.id) ?? []);
}

/** What would help the gaps of some of a pool's executives: who fits best, or what everybody lacks. */
export async function listGapHints(ctx: Ctx<Manager>, input: GapHintsInput): Promise<GapHint[]> {
  const pool = await requireManagedPool(ctx, input.poolId);
  const grid = await readGrid(ctx, pool, input.from, input.to);
  const known = new Set(executivesOf(grid.office, pool.id).map(({ id }) => id));
  const ids = input.executiveIds.filter((id) => known.has(id));
  const asked = await withChoicesFor(ctx, grid, ids);
  return inTurns(gapHintsInSteps(asked, ids, await readFree(ctx, grid)));
}
