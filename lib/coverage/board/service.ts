import "server-only";
import type { Manager } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { readGrid, readPoolGrid, withChoicesFor } from "@/lib/coverage/demand/queries-grid";
import { cutsFor } from "@/lib/coverage/demand/rules-cuts";
import { gridOf, type StaffingGrid } from "@/lib/coverage/demand/rules-grid";
import { runsOf } from "@/lib/coverage/demand/rules-runs";
import { loadStaffing } from "@/lib/coverage/office/queries";
import { coverOfRow } from "@/lib/covers/queries";
import { isLiveCover } from "@/lib/covers/rules";
import { cutHalfDays } from "@/lib/covers/rules-cuts";
import { changeCovers, lockBoard } from "@/lib/covers/service";
import { isRefusedBy, NotFoundError } from "@/lib/errors";
import { getLastChange } from "@/lib/last-change";
import { refuseChanged } from "@/lib/moves/service-changes";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { rangeIndexes } from "@/lib/time/half-day";
import { getTaken } from "./queries-taken";
import { type AssignRefusal, openSlots, refusalOfAssigning } from "./rules-assign";
import type { AssignCoverInput, ReleaseCoverInput } from "./schema";

type Assigned = { changeId: string; assignmentIds: string[] };

/** Covers an executive by hand wherever a stretch needs it, all duties or those named. A reason overrides skills and capacity, never absence or a restriction. */
export async function assignCover(
  ctx: Ctx<Manager>,
  input: AssignCoverInput,
): Promise<Result<Assigned, AssignRefusal>> {
  const { poolId } = await requireManaged(ctx, input);
  // Read while nothing is locked: in the transaction only those who change meanwhile are read.
  await readPoolGrid(ctx, poolId, input.from, input.to);
  try {
    return await inTransaction(ctx, async (tx) => {
      await lockBoard(tx, [input.executiveId], [input.assistantId]);
      return assignLocked(tx, input);
    });
  } catch (error) {
    if (isRefusedBy(error, "coverage_assignments_not_away"))
      return refuse("cover_away", { path: "assistantId" });
    if (isRefusedBy(error, "coverage_assignments_not_restricted"))
      return refuse("not_available_for_executive");
    if (isRefusedBy(error, "coverage_assignments_no_overlap")) return refuse("slot_changed");
    throw error;
  }
}

async function requireManaged(ctx: Ctx<Manager>, input: AssignCoverInput): Promise<{ poolId: string }> {
  const [executive, assistant] = await Promise.all([
    ctx.db.executive.findUnique({ where: { id: input.executiveId }, select: { poolId: true } }),
    ctx.db.assistant.findUnique({ where: { id: input.assistantId }, select: { poolId: true } }),
  ]);
  if (!executive || !canManagePool(ctx.actor, executive.poolId)) throw new NotFoundError("executive");
  if (!assistant) throw new NotFoundError("assistant");
  const isTheirs = canManagePool(ctx.actor, assistant.poolId);
  if (!isTheirs && !(await canBorrow(ctx, assistant.poolId, executive.poolId)))
    throw new NotFoundError("assistant");
  return executive;
}

/** Whoever leads a pool may give its executives to people whom another pool lends it. */
async function canBorrow(ctx: Ctx<Manager>, lenderId: string, borrowerId: string): Promise<boolean> {
  const lending = await ctx.db.poolLending.findUnique({
    where: { lenderId_borrowerId: { lenderId, borrowerId } },
  });
  return lending !== null;
}

async function assignLocked(
  tx: Ctx<Manager>,
  input: AssignCoverInput,
): Promise<Result<Assigned, AssignRefusal>> {
  const { grid, executive, assistant } = await readExecutive(tx, input);
  const unknown = input.dutyIds.find((id) => executive.duties.every((duty) => duty.dutyId !== id));
  if (unknown) return refuse("not_a_duty", { path: "dutyIds", details: { dutyId: unknown } });
  const slots = openSlots(grid, executive, input);
  if (slots.length === 0 || (slots.some((slot) => slot.isCovered) && !input.replace)) {
    const taken = await getTaken(tx, grid, input);
    return taken ? refuse("already_covered", { details: taken }) : refuse("nothing_to_cover");
  }
  const refusal = refusalOfAssigning(grid, executive, assistant, slots, input.overrideReason !== "");
  if (refusal) return refusal;
  const runs = runsOf(grid, slots);
  const change = await changeCovers(tx, {
    kind: "assigned",
    cuts: cutsFor(grid.office, runs),
    creates: runs.map((run) => ({ ...run, pinned: input.pinned, overrideReason: input.overrideReason })),
  });
  return ok({ changeId: change.id, assignmentIds: change.createdIds });
}

async function readExecutive(tx: Ctx<Manager>, input: AssignCoverInput) {
  const { pool } = await tx.db.executive.findUniqueOrThrow({
    where: { id: input.executiveId },
    select: { pool: { select: { id: true, timeZone: true } } },
  });
  const grid = await readGridWith(tx, pool, input);
  const executive = grid.office.executives.find((e) => e.id === input.executiveId);
  const assistant = grid.office.assistants.get(input.assistantId);
  if (!executive || !assistant) throw new NotFoundError("executive");
  return { grid: await withChoicesFor(tx, grid, [executive.id]), executive, assistant };
}

/** The executive's pool and those that lend to it; also the assistant's own, where it is another. */
async function readGridWith(
  tx: Ctx<Manager>,
  pool: { id: string; timeZone: string },
  { assistantId, from, to }: AssignCoverInput,
): Promise<StaffingGrid> {
  const grid = await readGrid(tx, pool, from, to);
  if (grid.office.assistants.has(assistantId)) return grid;
  const { poolId } = await tx.db.assistant.findUniqueOrThrow({
    where: { id: assistantId },
    select: { poolId: true },
  });
  return gridOf(await loadStaffing(tx.db, { poolIds: [pool.id, poolId] }, from, to));
}

/** Holds the board around a cover of the manager's pools until the transaction ends; throws NotFoundError for others. */
export async function lockLedCover(tx: Ctx<Manager>, id: string): Promise<void> {
  const row = await tx.db.coverageAssignment.findUnique({
    where: { id },
    select: { executiveId: true, assistantId: true, executive: { select: { poolId: true } } },
  });
  if (!row || !canManagePool(tx.actor, row.executive.poolId)) throw new NotFoundError("cover");
  await lockBoard(tx, [row.executiveId], [row.assistantId]);
}

/** Ends a cover, or a part of it; the half-days become gaps again. Refuses one that has ended already. */
export async function releaseCover(
  ctx: Ctx<Manager>,
  input: ReleaseCoverInput,
): Promise<Result<{ changeId: string }, "cover_ended" | "changed_since_read">> {
  return inTransaction(ctx, async (tx) => {
    await lockLedCover(tx, input.id);
    const cover = await getLiveCover(tx, input.id);
    if (!cover)
      return refuse("cover_ended", {
        details: await getLastChange(tx, { entityType: "coverage_assignment", id: input.id }),
      });
    if (input.version !== undefined && input.version !== cover.version)
      return refuseChanged(tx, { entityType: "coverage_assignment", id: input.id }, input, {
        version: cover.version ?? input.version,
      });
    const stretch = input.stretch ? rangeIndexes(input.stretch) : cover;
    const indexes = Array.from({ length: stretch.last - stretch.first + 1 }, (_, i) => stretch.first + i);
    const cut = cutHalfDays(cover, indexes);
    if (!cut) return refuse("cover_ended");
    const change = await changeCovers(tx, { kind: "released", cuts: [cut] });
    return ok({ changeId: change.id });
  });
}

async function getLiveCover(tx: Ctx<Manager>, id: string) {
  const row = await tx.db.coverageAssignment.findUnique({ where: { id } });
  return row && isLiveCover(row.status) ? coverOfRow(row) : null;
}
