import "server-only";
import type { Manager } from "@/lib/actor";
import { audit } from "@/lib/audit";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError, sqlStateOf } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { lockBoard } from "./changes";
import { LIVE_COVER } from "./office";
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
  const { covers, isStillThere } = await lockCovers(tx, change);
  if (change.undoneAt || !isStillThere) return refuse("cannot_undo");
  const claimed = await tx.db.coverageChange.updateMany({
    where: { id, undoneAt: null },
    data: { undoneAt: tx.now },
  });
  if (claimed.count === 0) return refuse("cannot_undo");
  const proposedAgain =
    change.kind === "plan_accepted" ? covers.filter((c) => c.planId === change.planId) : [];
  const proposedIds = proposedAgain
    .map((cover) => cover.id)
    .filter((coverId) => change.createdIds.includes(coverId));
  await setStatus(tx, proposedIds, "proposed");
  await setStatus(
    tx,
    change.createdIds.filter((coverId) => !proposedIds.includes(coverId)),
    "released",
  );
  await setStatus(tx, change.releasedIds, "confirmed");
  if (change.pinnedId) await togglePin(tx, change.pinnedId);
  if (change.kind === "plan_accepted" && change.planId) await reopenPlan(tx, change.planId);
  await audit(tx, { action: "board_change.undone", entityType: "coverage_change", entityId: id });
  return ok({ id });
}

type Change = { createdIds: string[]; releasedIds: string[]; pinnedId: string | null };

async function lockCovers(tx: Ctx<Manager>, change: Change) {
  const ids = [...change.createdIds, ...change.releasedIds, ...(change.pinnedId ? [change.pinnedId] : [])];
  const read = () =>
    tx.db.coverageAssignment.findMany({
      where: { id: { in: ids } },
      select: { id: true, executiveId: true, assistantId: true, planId: true, status: true },
    });
  const before = await read();
  await lockBoard(
    tx,
    before.map((cover) => cover.executiveId),
    before.map((cover) => cover.assistantId),
  );
  const covers = await read();
  const statusOf = new Map(covers.map((cover) => [cover.id, cover.status]));
  const isLive = (id: string) => LIVE_COVER.some((status) => status === statusOf.get(id));
  const isStillThere =
    change.createdIds.every(isLive) &&
    change.releasedIds.every((id) => statusOf.get(id) === "released") &&
    (change.pinnedId === null || isLive(change.pinnedId));
  return { covers, isStillThere };
}

async function setStatus(tx: Ctx<Manager>, ids: string[], status: "proposed" | "released" | "confirmed") {
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
): Promise<Result<{ id: string; changeId: string | null }, "not_possible_now">> {
  return inTransaction(ctx, async (tx) => {
    const row = await tx.db.coverageAssignment.findUnique({
      where: { id: input.id },
      select: { executiveId: true, assistantId: true, executive: { select: { poolId: true } } },
    });
    if (!row || !canManagePool(ctx.actor, row.executive.poolId)) throw new NotFoundError("cover");
    await lockBoard(tx, [row.executiveId], [row.assistantId]);
    const cover = await tx.db.coverageAssignment.findUniqueOrThrow({ where: { id: input.id } });
    if (!LIVE_COVER.some((status) => status === cover.status)) return refuse("not_possible_now");
    if (cover.pinned === input.pinned) return ok({ id: input.id, changeId: null });
    await togglePin(tx, input.id);
    const change = await tx.db.coverageChange.create({
      data: {
        actorId: ctx.actor.userId,
        kind: "pinned",
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
