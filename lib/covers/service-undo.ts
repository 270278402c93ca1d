import "server-only";
import { audit } from "@/lib/audit";
import type { Ctx } from "@/lib/context";
import { coverAudit } from "@/lib/covers/audit";
import { rangeIndexes } from "@/lib/time/half-day";
import { rangeOfColumns } from "@/lib/time/stretch-columns";
import type { Prisma } from "@/prisma/generated/client/client";
import { isLiveCover, isUnansweredOffer } from "./rules";
import type { CoverMove } from "./rules-moves";
import { lockBoard } from "./service";
import { removePlanGaps } from "./service-gaps";
import { moveCovers } from "./service-moves";
import { notifyCoverChange } from "./service-notices";

/** A change of covers as it is kept, with every cover it speaks of. */
export type KeptChange = {
  change: Prisma.CoverageChangeGetPayload<object>;
  covers: CoverRow[];
};

type CoverRow = Awaited<ReturnType<typeof readCovers>>[number];

/** Reads a change and locks all it speaks of until the transaction ends; null where there is none. */
export async function lockChange(tx: Ctx, id: string): Promise<KeptChange | null> {
  const change = await tx.db.coverageChange.findUnique({ where: { id } });
  if (!change) return null;
  const ids = [...change.createdIds, ...change.releasedIds, ...(change.pinnedId ? [change.pinnedId] : [])];
  const before = await readCovers(tx, ids);
  await lockBoard(
    tx,
    before.map((cover) => cover.executiveId),
    before.map((cover) => cover.assistantId),
  );
  return { change, covers: await readCovers(tx, ids) };
}

function readCovers(tx: Ctx, ids: string[]) {
  return tx.db.coverageAssignment.findMany({
    where: { id: { in: ids } },
    include: {
      executive: { select: { poolId: true } },
      assistant: { select: { poolId: true } },
      absence: true,
    },
  });
}

/**
 * Takes back one change of covers as a whole and returns the covers that stand again; null when they have moved on since,
 * or the change was taken back before.
 */
export async function takeBackChange(
  tx: Ctx,
  { change, covers }: KeptChange,
): Promise<{ restored: CoverRow[]; reopenedPlanId: string | null } | null> {
  if (change.undoneAt || !isAsItLeft(change, covers)) return null;
  const claimed = await tx.db.coverageChange.updateMany({
    where: { id: change.id, undoneAt: null },
    data: { undoneAt: tx.now },
  });
  if (claimed.count === 0) return null;
  const reopenedPlanId = change.kind === "plan_accepted" ? change.planId : null;
  const isProposal = (cover: CoverRow) => reopenedPlanId !== null && cover.planId === reopenedPlanId;
  const created = covers.filter((cover) => change.createdIds.includes(cover.id));
  const restored = covers.filter((cover) => change.releasedIds.includes(cover.id));
  await moveEach(tx, created, (cover) => (isProposal(cover) ? "propose_again" : "release"));
  await moveEach(tx, restored, (cover) => moveBack(tx, cover));
  const pinned = covers.find((cover) => cover.id === change.pinnedId);
  if (pinned) await setPin(tx, pinned.id, !pinned.pinned);
  if (reopenedPlanId) await removePlanGaps(tx, reopenedPlanId);
  await notifyCoverChange(tx, change.createdIds, change.releasedIds);
  await audit(tx, coverAudit("board_change.undone", change.id));
  return { restored, reopenedPlanId };
}

/** True when every cover is still as the change left it. */
function isAsItLeft(change: KeptChange["change"], covers: readonly CoverRow[]): boolean {
  const rowOf = new Map(covers.map((cover) => [cover.id, cover]));
  const isLive = (id: string) => {
    const row = rowOf.get(id);
    return row !== undefined && isLiveCover(row.status);
  };
  const isPinnedAsLeft = (id: string) => isLive(id) && rowOf.get(id)?.pinned === (change.kind === "pinned");
  return (
    change.createdIds.every(isLive) &&
    change.releasedIds.every((id) => rowOf.get(id)?.status === "released") &&
    change.releasedIds.every((id) => isStillFor(rowOf.get(id))) &&
    (change.pinnedId === null || isPinnedAsLeft(change.pinnedId))
  );
}

/** True where the absence a cover was for still has its days; a cover for none is for the gap itself. */
function isStillFor(cover: CoverRow | undefined): boolean {
  if (!cover?.absence) return true;
  const { absence } = cover;
  const isAway = absence.status === "approved" || absence.status === "cancellation_requested";
  const [held, away] = [rangeIndexes(rangeOfColumns(cover)), rangeIndexes(rangeOfColumns(absence))];
  return isAway && away.first <= held.first && held.last <= away.last;
}

/** How a released cover comes back: an offer whose time is up is over. */
function moveBack(tx: Ctx, cover: CoverRow): CoverMove {
  if (!isUnansweredOffer(cover) || cover.offerExpiresAt === null) return "restore";
  return cover.offerExpiresAt > tx.now ? "offer_again" : "expire_released";
}

async function moveEach(
  tx: Ctx,
  covers: readonly CoverRow[],
  moveOf: (cover: CoverRow) => CoverMove,
): Promise<void> {
  const moves = new Map<CoverMove, string[]>();
  for (const cover of covers) moves.set(moveOf(cover), [...(moves.get(moveOf(cover)) ?? []), cover.id]);
  for (const [move, ids] of moves) await moveCovers(tx, move, { id: { in: ids } });
}

async function setPin(tx: Ctx, id: string, pinned: boolean): Promise<void> {
  await tx.db.coverageAssignment.update({
    where: { id },
    data: { pinned, version: { increment: 1 } },
    select: { id: true },
  });
}

/** Pins a cover so that no plan moves it, or lets it go, as one change that can be undone; returns its id. */
export async function changePin(tx: Ctx, id: string, pinned: boolean): Promise<string> {
  await setPin(tx, id, pinned);
  const change = await tx.db.coverageChange.create({
    data: {
      actorId: tx.actor.userId,
      kind: pinned ? "pinned" : "unpinned",
      createdIds: [],
      releasedIds: [],
      pinnedId: id,
      createdAt: tx.now,
    },
    select: { id: true },
  });
  const action = pinned ? "cover.pinned" : "cover.unpinned";
  await audit(tx, coverAudit(action, id));
  return change.id;
}
