import "server-only";
import { isOutermost, type PublicCtx } from "@/lib/context";
import { loadStaffing, readFamiliarity, withChoices } from "@/lib/coverage/office/queries";
import {
  CHANGES_KNOWN_FOR_MS,
  type OfficeMoment,
  readChangesSince,
  readMoment,
} from "@/lib/coverage/office/queries-changes";
import type { Db } from "@/lib/db";
import { addDays, type Day, daysBetween } from "@/lib/time/day";
import { isoWeekOf, mondayOf } from "@/lib/time/iso-week";
import { dayIn } from "@/lib/time/zone";
import { inTurns } from "@/lib/turns";
import { changeOf, forgetChange, withChanges } from "./queries-grid-changes";
import {
  coveredExecutives,
  freeInSteps,
  type Grid,
  gridAround,
  gridBetween,
  gridInSteps,
  type StaffingGrid,
} from "./rules-grid";

/** The weeks that leave can be planned for, this one included, are kept together. */
const WEEKS_KEPT = 12;
/** Longer stretches are worked out anew each time. */
const LONGEST_KEPT_DAYS = 7 * WEEKS_KEPT;
/** So many weeks of an executive are kept at most by a process: about 100 MB. */
const MOST_KEPT = 80_000;
const KEPT_FOR_MS = CHANGES_KNOWN_FOR_MS / 3;

type Span = { poolId: string; from: Day; to: Day };
type KeptGrid = { grid: StaffingGrid; moment: OfficeMoment; usedAt: number };
type Turn = { running: Promise<StaffingGrid>; next: Promise<StaffingGrid> | null };

/** What this process keeps, by span; whoever was used last comes last. */
const kept = new Map<string, KeptGrid>();
const underWay = new Map<string, Turn>();

/**
 * Who serves whom in a pool from one day to another, as the database has it when this is asked. What was worked out before
 * is kept by the process; only those who changed since, on whatever node, are read again. In a transaction it counts that
 * transaction's own changes, and keeps nothing of them.
 */
export async function readGrid(
  ctx: PublicCtx,
  pool: { id: string; timeZone: string },
  from: Day,
  to: Day,
): Promise<StaffingGrid> {
  const span = { poolId: pool.id, ...keptDays(dayIn(pool.timeZone, ctx.now), from, to) };
  const grid = await readSpan(ctx, span);
  return workedOutOnce(grid, `${from} ${to}`, () => gridBetween(grid, from, to));
}

function keptDays(today: Day, from: Day, to: Day): { from: Day; to: Day } {
  const first = mondayOf(isoWeekOf(today));
  const last = addDays(first, 7 * WEEKS_KEPT - 1);
  return from >= first && to <= last ? { from: first, to: last } : { from, to };
}

function readSpan(ctx: PublicCtx, span: Span): Promise<StaffingGrid> {
  if (daysBetween(span.from, span.to) >= LONGEST_KEPT_DAYS) return workOut(ctx.db, span);
  const key = `${span.poolId} ${span.from} ${span.to}`;
  if (isOutermost(ctx)) return inTurn(key, () => readAndKeep(ctx, key, span));
  return readChanged(ctx, key, span).then(({ grid }) => grid);
}

/** Whoever asks while others are answered waits for an answer that begins after they asked. */
function inTurn(key: string, work: () => Promise<StaffingGrid>): Promise<StaffingGrid> {
  const turn = underWay.get(key);
  if (turn) {
    turn.next ??= turn.running.catch(() => null).then(() => inTurn(key, work));
    return turn.next;
  }
  const running = work().finally(() => underWay.delete(key));
  underWay.set(key, { running, next: null });
  return running;
}

async function readAndKeep(ctx: PublicCtx, key: string, span: Span): Promise<StaffingGrid> {
  const { grid, moment } = await readChanged(ctx, key, span);
  kept.delete(key);
  kept.set(key, { grid, moment, usedAt: ctx.now.getTime() });
  forgetOldest();
  return grid;
}

async function readChanged(
  { db, now }: PublicCtx,
  key: string,
  span: Span,
): Promise<{ grid: StaffingGrid; moment: OfficeMoment }> {
  const known = kept.get(key);
  if (!known || Math.abs(now.getTime() - known.usedAt) > KEPT_FOR_MS) return readAnew(db, span);
  const { moment, ...changes } = await readChangesSince(db, known.moment);
  const grid = await withChanges(db, known.grid, span.poolId, changes);
  return grid ? { grid, moment } : readAnew(db, span);
}

async function readAnew(db: Db, span: Span): Promise<{ grid: StaffingGrid; moment: OfficeMoment }> {
  const moment = await readMoment(db);
  return { grid: await workOut(db, span), moment };
}

function forgetOldest(): void {
  const sizeOf = ({ grid }: KeptGrid) => (grid.rows.size * grid.halfDays.length) / 14;
  let size = [...kept.values()].reduce((sum, one) => sum + sizeOf(one), 0);
  for (const [key, one] of kept) {
    if (size <= MOST_KEPT || kept.size === 1) return;
    size -= sizeOf(one);
    kept.delete(key);
  }
}

async function workOut(db: Db, { poolId, from, to }: Span): Promise<StaffingGrid> {
  return inTurns(gridInSteps(await loadStaffing(db, { poolIds: [poolId] }, from, to)));
}

/** A grid with what decides who could serve some of its executives, and how long its covers take. */
export async function withChoicesFor(
  { db }: PublicCtx,
  grid: StaffingGrid,
  executiveIds: readonly string[],
): Promise<Grid> {
  const office = await withChoices(db, grid.office, [...executiveIds], coveredExecutives(grid));
  return { ...grid, office };
}

/** The same of a pool by its id. Before a transaction it reads what that is going to ask for, while nothing is held yet. */
export async function readPoolGrid(
  ctx: PublicCtx,
  poolId: string,
  from: Day,
  to: Day,
): Promise<StaffingGrid> {
  const pool = await ctx.db.pool.findUniqueOrThrow({
    where: { id: poolId },
    select: { id: true, timeZone: true },
  });
  return readGrid(ctx, pool, from, to);
}

/** Reads every pool's coming weeks, so that nobody who comes first waits for them. */
export async function readAllGrids(ctx: PublicCtx): Promise<void> {
  const pools = await ctx.db.pool.findMany({ select: { id: true, timeZone: true } });
  for (const pool of pools) {
    const today = dayIn(pool.timeZone, ctx.now);
    await readGrid(ctx, pool, mondayOf(isoWeekOf(today)), today);
  }
}

/** A pool's grid with all that decides who could serve any of its executives. */
export async function readOfficeGrid(ctx: PublicCtx, poolId: string, from: Day, to: Day): Promise<Grid> {
  const grid = await readPoolGrid(ctx, poolId, from, to);
  const ids = grid.office.executives.map(({ id }) => id);
  return withChoicesFor(ctx, grid, ids);
}

type Free = ReadonlyMap<string, readonly number[]>;

/** Free minutes after own executives and the covers that stand, of everybody of a grid; after a change, only of whom it touched. */
export function readFree({ db }: PublicCtx, grid: StaffingGrid): Promise<Free> {
  return workedOutOnce(grid, "free", async () => {
    const change = changeOf(grid);
    const before = change && (await workedOut<Free>(change.before, "free"));
    if (!before) return freeIn(db, grid);
    const anew = await freeIn(db, gridAround(grid, change.assistantIds));
    forgetChange(grid);
    return new Map([...grid.atWork.keys()].map((id) => [id, anew.get(id) ?? before.get(id) ?? []]));
  });
}

async function freeIn(db: Db, grid: StaffingGrid): Promise<Free> {
  const familiarity = await readFamiliarity(db, coveredExecutives(grid), grid.office.from);
  return inTurns(freeInSteps({ ...grid, office: { ...grid.office, ...familiarity } }));
}

const results = new WeakMap<object, Map<string, unknown>>();

function workedOut<T>(grid: StaffingGrid, what: string): Promise<T> | undefined {
  return results.get(grid)?.get(what) as Promise<T> | undefined;
}

/** What follows from a grid alone, worked out once for all who ask while it stands. */
export function workedOutOnce<T>(grid: StaffingGrid, what: string, work: () => T): T {
  const known = results.get(grid) ?? new Map<string, unknown>();
  results.set(grid, known);
  if (known.has(what)) return known.get(what) as T;
  const result = work();
  known.set(what, result);
  if (result instanceof Promise) result.catch(() => known.delete(what));
  return result;
}
