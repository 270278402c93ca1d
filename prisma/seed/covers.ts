import type { Ctx } from "@/lib/context";
import { ineligibilities, judgeFor } from "@/lib/coverage/candidates/rules-eligibility";
import { neededMinutes } from "@/lib/coverage/candidates/rules-familiarity";
import { gapsIn, pieceMinutes } from "@/lib/coverage/demand/rules";
import { freeMinutes, type Grid, gridOf, take } from "@/lib/coverage/demand/rules-grid";
import { type CoverSlot, firstIndexOf, runsOf } from "@/lib/coverage/demand/rules-runs";
import { loadOffice } from "@/lib/coverage/office/queries";
import { isThereFor, type OfficeAssistant, type OfficeExecutive } from "@/lib/coverage/office/rules";
import type { CoverRun } from "@/lib/covers/rules";
import { columnsOfHolding } from "@/lib/covers/rules-extent";
import { addDays, type Day } from "@/lib/time/day";
import { halfDayAt } from "@/lib/time/half-day";
import type { Hours } from "@/lib/time/hours";
import type { DemoPool, DemoPromise, DemoSharedCover } from "./demo-office";
import { demoId } from "./draw";
import { MANAGER_ID, poolId } from "./people";

const PAST_WEEKS = 52;
const COMING_WEEKS = 6;
const WEEK_SLOTS = 14;

type Hole = {
  position: number;
  window: Hours | null;
  minutes: number;
  absenceId: string | null;
  cause: string;
};
type Piece = { executive: OfficeExecutive; holes: Hole[] };
type Choice = {
  slots: CoverSlot[];
  covered: Set<string>;
  free: Map<string, number[]>;
  last: Map<string, string>;
};

/** Covers a year of past absences as well as the rules allow, and the coming weeks down to the gaps that are to stay open. */
export async function writeCovers(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<CoverRun[]> {
  const from = addDays(monday, -7 * PAST_WEEKS);
  const to = addDays(monday, 7 * COMING_WEEKS - 1);
  const grid = gridOf(await loadOffice(ctx.db, { poolIds: pools.map(poolId) }, from, to));
  const choice: Choice = { slots: [], covered: new Set(), free: freeMinutes(grid), last: new Map() };
  for (let week = -PAST_WEEKS; week < COMING_WEEKS; week++)
    for (const pool of pools) coverWeek(grid, pool, week, choice);
  const runs = runsOf(grid, choice.slots);
  await writeRuns(ctx, grid, pools, runs, monday);
  return runs;
}

function coverWeek(grid: Grid, pool: DemoPool, week: number, choice: Choice): void {
  const pieces = piecesOf(grid, pool, week);
  let open = pieces.reduce((sum, piece) => sum + piece.holes.length, 0);
  const mayStay = week < 0 ? 0 : (pool.openGaps[week] ?? 0);
  for (const promise of pool.promised.filter((one) => one.week === week))
    for (const piece of pieces.filter(({ executive }) => executive.name === promise.executive))
      open -= keepPromise(grid, piece, promise, choice);
  for (const shared of (pool.shared ?? []).filter((one) => one.week === week))
    for (const piece of pieces.filter(({ executive }) => executive.name === shared.executive))
      open -= shareExecutive(grid, piece, shared, choice);
  for (const piece of pieces) {
    const rest = { ...piece, holes: piece.holes.filter((hole) => !choice.covered.has(keyOf(piece, hole))) };
    if (rest.holes.length === 0 || open - rest.holes.length < mayStay) continue;
    open -= coverPiece(grid, rest, choice);
    if (week < 0) for (const hole of rest.holes) coverPiece(grid, { ...rest, holes: [hole] }, choice);
  }
  for (const piece of pieces)
    for (const hole of piece.holes)
      if (open > mayStay) open -= coverPiece(grid, { ...piece, holes: [hole] }, choice);
}

function keepPromise(grid: Grid, piece: Piece, promise: DemoPromise, choice: Choice): number {
  const assistant = [...grid.office.assistants.values()].find((one) => one.name === promise.assistant);
  if (!assistant || !canTake(grid, assistant, piece, choice))
    throw new Error(`${promise.assistant} cannot cover ${promise.executive} in week ${promise.week}`);
  return give(grid, assistant, piece, choice);
}

/** Gives each half-day of an executive to several people, each some duties, wherever all of them can. Returns how much is covered. */
function shareExecutive(grid: Grid, piece: Piece, { parts }: DemoSharedCover, choice: Choice): number {
  const { office } = grid;
  const people = [...office.assistants.values()];
  const shared = piece.holes.filter((hole) => {
    const at = grid.halfDays[hole.position];
    const takers = parts.flatMap(({ assistant: name, dutyIds }) => {
      const assistant = people.find((one) => one.name === name);
      if (!at || !assistant || !isThereFor(office, assistant, at, hole.window)) return [];
      const minutes = pieceMinutes(office, piece.executive, at, { window: hole.window, dutyIds });
      const needed = neededMinutes(office, assistant.id, piece.executive, minutes);
      const isFree = (choice.free.get(assistant.id)?.[hole.position] ?? 0) >= needed;
      const rules = ineligibilities(office, assistant, piece.executive, at.on, dutyIds);
      return isFree && rules.length === 0 ? [{ assistant, dutyIds, needed }] : [];
    });
    if (takers.length < parts.length) return false;
    for (const { assistant, dutyIds, needed } of takers) {
      take(choice.free, assistant.id, hole.position, needed);
      choice.slots.push({ ...slotOf(grid, piece, hole), assistantId: assistant.id, dutyIds });
    }
    choice.covered.add(keyOf(piece, hole));
    return true;
  });
  return shared.length;
}

function slotOf(grid: Grid, { executive }: Piece, { position, window, absenceId }: Hole) {
  return { executiveId: executive.id, absenceId, index: firstIndexOf(grid) + position, window };
}

/** Each executive's half-days without their own assistant in a week, by cause; the most important executives first. */
function piecesOf(grid: Grid, pool: DemoPool, week: number): Piece[] {
  const start = (PAST_WEEKS + week) * WEEK_SLOTS;
  return grid.office.executives
    .filter((executive) => executive.poolId === poolId(pool))
    .flatMap((executive) => {
      const byCause = new Map<string, Hole[]>();
      for (let position = start; position < start + WEEK_SLOTS; position++) {
        const state = grid.rows.get(executive.id)?.[position];
        for (const gap of state ? gapsIn(state) : []) {
          const absenceId = gap.cause.kind === "absence" ? gap.cause.absenceId : null;
          const cause = absenceId ?? gap.cause.kind;
          const { window, minutes } = gap;
          byCause.set(cause, [
            ...(byCause.get(cause) ?? []),
            { position, window, minutes, absenceId, cause },
          ]);
        }
      }
      return [...byCause.values()].map((holes) => ({ executive, holes }));
    })
    .sort((a, b) => b.executive.tier - a.executive.tier || (a.executive.name < b.executive.name ? -1 : 1));
}

/** Gives a piece to whoever fits best and has the time in all of it; the person of the week before goes first. Returns how much is covered. */
function coverPiece(grid: Grid, piece: Piece, choice: Choice): number {
  if (piece.holes.every((hole) => choice.covered.has(keyOf(piece, hole)))) return 0;
  const on = halfDayAt(firstIndexOf(grid) + (piece.holes[0]?.position ?? 0)).on;
  const before = choice.last.get(lastKeyOf(piece));
  const { misfit } = judgeFor(grid.office, piece.executive, on);
  const [best] = [...grid.office.assistants.values()]
    .filter((assistant) => canTake(grid, assistant, piece, choice))
    .map((assistant) => ({
      assistant,
      cost: assistant.id === before ? -1 : misfit(assistant),
    }))
    .sort((a, b) => a.cost - b.cost || (a.assistant.id < b.assistant.id ? -1 : 1));
  return best ? give(grid, best.assistant, piece, choice) : 0;
}

function canTake(grid: Grid, assistant: OfficeAssistant, piece: Piece, { free }: Choice): boolean {
  const on = halfDayAt(firstIndexOf(grid) + (piece.holes[0]?.position ?? 0)).on;
  const row = free.get(assistant.id) ?? [];
  const { office, halfDays } = grid;
  return (
    piece.holes.every((hole) => {
      const at = halfDays[hole.position];
      const needed = neededMinutes(office, assistant.id, piece.executive, hole.minutes);
      const isThere = at !== undefined && isThereFor(office, assistant, at, hole.window);
      return isThere && (row[hole.position] ?? 0) >= Math.max(1, needed);
    }) && ineligibilities(grid.office, assistant, piece.executive, on).length === 0
  );
}

function give(grid: Grid, assistant: OfficeAssistant, piece: Piece, choice: Choice): number {
  for (const hole of piece.holes) {
    const needed = neededMinutes(grid.office, assistant.id, piece.executive, hole.minutes);
    take(choice.free, assistant.id, hole.position, needed);
    choice.covered.add(keyOf(piece, hole));
    choice.slots.push({ ...slotOf(grid, piece, hole), assistantId: assistant.id });
  }
  choice.last.set(lastKeyOf(piece), assistant.id);
  return piece.holes.length;
}

function keyOf(piece: Piece, hole: Hole): string {
  return `${piece.executive.id} ${hole.position} ${hole.window?.startMinute ?? ""}`;
}

function lastKeyOf(piece: Piece): string {
  return `${piece.executive.id} ${piece.holes[0]?.cause}`;
}

async function writeRuns(
  ctx: Ctx,
  grid: Grid,
  pools: readonly DemoPool[],
  runs: CoverRun[],
  monday: Day,
): Promise<void> {
  const promised = pools.flatMap((pool) => pool.promised).filter((promise) => promise.pinned);
  const nameOf = new Map(grid.office.executives.map(({ id, name }) => [id, name]));
  await ctx.db.coverageAssignment.createMany({
    data: runs.map((run) => {
      const isComing = halfDayAt(run.last).on >= monday;
      const decidedAt = new Date(halfDayAt(run.first).on);
      return {
        id: demoId("cover", nameOfRun(run)),
        executiveId: run.executiveId,
        assistantId: run.assistantId,
        absenceId: run.absenceId,
        ...columnsOfHolding(run),
        status: "confirmed" as const,
        pinned: isComing && promised.some((promise) => promise.executive === nameOf.get(run.executiveId)),
        createdById: MANAGER_ID,
        createdAt: decidedAt < ctx.now ? decidedAt : ctx.now,
      };
    }),
  });
}

function nameOfRun({ executiveId, first, window, dutyIds }: CoverRun): string {
  return [executiveId, first, ...(window ? [window.startMinute] : []), ...(dutyIds ?? [])].join(" ");
}
