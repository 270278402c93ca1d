import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { coversIn } from "@/lib/coverage/demand/rules";
import { gridOf, isOverfilled } from "@/lib/coverage/demand/rules-grid";
import { loadOffice } from "@/lib/coverage/office/queries";
import { LIVE_COVER } from "@/lib/coverage/office/queries-rows";
import { tellOfChange } from "@/lib/covers/notices";
import { lockBoard } from "@/lib/covers/service";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { halfDayAt } from "@/lib/time/half-day";
import { spanOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import type { PinCoverInput, UndoChangeInput } from "./schema";

/** Takes back one change of the board as a whole, by whoever made it; refuses when the board has moved on since. */
export async function undoChange(
  ctx: Ctx<Manager>,
  input: UndoChangeInput,
): Promise<Result<{ id: string }, "cannot_undo">> {
  try {
    return await inTransaction(ctx, (tx) => undoLocked(tx, input.id));
  } catch (error) {
    if (["23P01", "23514"].includes(sqlStateOf(error) ?? "")) return refuse("cannot_undo");
    throw error;
  }
}

async function undoLocked(tx: Ctx<Manager>, id: string): Promise<Result<{ id: string }, "cannot_undo">> {
  const change = await tx.db.coverageChange.findUnique({ where: { id } });
  if (!change || change.actorId !== tx.actor.userId) throw new NotFoundError("change");
  const covers = await lockCovers(tx, change);
  if (covers.some((cover) => !canManagePool(tx.actor, cover.executive.poolId)))
    throw new NotFoundError("change");
  if (change.undoneAt || !isStillThere(change, covers)) return refuse("cannot_undo");
  const claimed = await tx.db.coverageChange.updateMany({
    where: { id, undoneAt: null },
    data: { undoneAt: tx.now },
  });
  if (claimed.count === 0) return refuse("cannot_undo");
  await takeBack(tx, change, covers);
  const restored = covers.filter((cover) => change.releasedIds.includes(cover.id));
  if (await isBeyondCapacity(tx, restored)) return refuse("cannot_undo");
  await tellOfChange(tx, change.createdIds, change.releasedIds);
  await audit(tx, { action: "board_change.undone", entityType: "coverage_change", entityId: id });
  return ok({ id });
}

type Change = Prisma.CoverageChangeGetPayload<object>;
type CoverRow = Awaited<ReturnType<typeof readCovers>>[number];

async function lockCovers(tx: Ctx<Manager>, change: Change): Promise<CoverRow[]> {
  const ids = [...change.createdIds, ...change.releasedIds, ...(change.pinnedId ? [change.pinnedId] : [])];
  const before = await readCovers(tx, ids);
  await lockBoard(
    tx,
    before.map((cover) => cover.executiveId),
    before.map((cover) => cover.assistantId),
  );
  return readCovers(tx, ids);
}

function readCovers(tx: Ctx<Manager>, ids: string[]) {
  return tx.db.coverageAssignment.findMany({
    where: { id: { in: ids } },
    include: { executive: { select: { poolId: true } }, assistant: { select: { poolId: true } } },
  });
}

function isStillThere(change: Change, covers: CoverRow[]): boolean {
  const rowOf = new Map(covers.map((cover) => [cover.id, cover]));
  const isLive = (id: string) => LIVE_COVER.some((status) => status === rowOf.get(id)?.status);
  const isPinnedAsLeft = (id: string) => isLive(id) && rowOf.get(id)?.pinned === (change.kind === "pinned");
  return (
    change.createdIds.every(isLive) &&
    change.releasedIds.every((id) => rowOf.get(id)?.status === "released") &&
    (change.pinnedId === null || isPinnedAsLeft(change.pinnedId))
  );
}

async function takeBack(tx: Ctx<Manager>, change: Change, covers: CoverRow[]): Promise<void> {
  const isPlan = change.kind === "plan_accepted";
  const planned = covers.filter((cover) => isPlan && cover.planId === change.planId).map((cover) => cover.id);
  const proposedIds = change.createdIds.filter((id) => planned.includes(id));
  const droppedIds = change.createdIds.filter((id) => !planned.includes(id));
  await setStatus(tx, proposedIds, "proposed");
  await setStatus(tx, droppedIds, "released");
  const restored = covers.filter((cover) => change.releasedIds.includes(cover.id));
  const isOffer = (cover: CoverRow) => cover.offerExpiresAt !== null && cover.answeredAt === null;
  const isOpen = (cover: CoverRow) => cover.offerExpiresAt !== null && cover.offerExpiresAt > tx.now;
  await setStatus(tx, idsOf(restored.filter((cover) => !isOffer(cover))), "confirmed");
  await setStatus(tx, idsOf(restored.filter((cover) => isOffer(cover) && isOpen(cover))), "offered");
  await setStatus(tx, idsOf(restored.filter((cover) => isOffer(cover) && !isOpen(cover))), "expired");
  if (change.pinnedId) await togglePin(tx, change.pinnedId);
  if (isPlan && change.planId) await reopenPlan(tx, change.planId);
}

/** True when somebody's restored covers no longer fit beside what else they have to do by now, overrides aside. */
async function isBeyondCapacity(tx: Ctx<Manager>, restored: CoverRow[]): Promise<boolean> {
  const ruled = restored
    .filter((cover) => cover.overrideReason === "")
    .map((c) => ({ ...c, ...spanOfColumns(c) }));
  if (ruled.length === 0) return false;
  const poolIds = [...new Set(ruled.flatMap((cover) => [cover.executive.poolId, cover.assistant.poolId]))];
  const from = halfDayAt(Math.min(...ruled.map((cover) => cover.first))).on;
  const to = halfDayAt(Math.max(...ruled.map((cover) => cover.last))).on;
  const grid = gridOf(await loadOffice(tx.db, { poolIds }, from, to));
  return ruled.some((cover) =>
    grid.rows
      .get(cover.executiveId)
      ?.some(
        (state, position) =>
          coversIn(state).some((piece) => piece.cover.id === cover.id) &&
          isOverfilled(grid, cover.assistantId, position),
      ),
  );
}

function idsOf(covers: CoverRow[]): string[] {
  return covers.map((cover) => cover.id);
}

type Status = "proposed" | "released" | "confirmed" | "offered" | "expired";

async function setStatus(tx: Ctx<Manager>, ids: string[], status: Status) {
  if (ids.length === 0) return;
  await tx.db.coverageAssignment.updateMany({
    where: { id: { in: ids } },
    data: { status, version: { increment: 1 } },
  });
}

async function reopenPlan(tx: Ctx<Manager>, planId: string): Promise<void> {
  await tx.db.acceptedGap.deleteMany({ where: { planId } });
  await tx.db.coveragePlan.update({
    where: { id: planId },
    data: { status: "proposed", decidedAt: null, version: { increment: 1 } },
  });
}

async function togglePin(tx: Ctx<Manager>, id: string): Promise<boolean> {
  const { pinned } = await tx.db.coverageAssignment.findUniqueOrThrow({
    where: { id },
    select: { pinned: true },
  });
  await tx.db.coverageAssignment.update({
    where: { id },
    data: { pinned: !pinned, version: { increment: 1 } },
  });
  return !pinned;
}

/** Pins a cover so that no plan moves it, or lets it go; pinning what is pinned changes nothing. */
export async function pinCover(
  ctx: Ctx<Manager>,
  input: PinCoverInput,
): Promise<Result<{ id: string; changeId: string | null }, "cover_ended">> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.coverageAssignment.findUnique({
      where: { id: input.id },
      select: { executiveId: true, assistantId: true, executive: { select: { poolId: true } } },
    });
    if (!row || !canManagePool(ctx.actor, row.executive.poolId)) throw new NotFoundError("cover");
    await lockBoard(tx, [row.executiveId], [row.assistantId]);
    const cover = await tx.db.coverageAssignment.findUniqueOrThrow({ where: { id: input.id } });
    if (!LIVE_COVER.some((status) => status === cover.status)) return refuse("cover_ended");
    if (cover.pinned === input.pinned) return ok({ id: input.id, changeId: null });
    await togglePin(tx, input.id);
    const change = await tx.db.coverageChange.create({
      data: {
        actorId: ctx.actor.userId,
        kind: input.pinned ? "pinned" : "unpinned",
        createdIds: [],
        releasedIds: [],
        pinnedId: input.id,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    const action = input.pinned ? "cover.pinned" : "cover.unpinned";
    await audit(tx, { action, entityType: "coverage_assignment", entityId: input.id });
    return ok({ id: input.id, changeId: change.id });
  });
}
